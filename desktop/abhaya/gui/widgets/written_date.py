"""Dates and times as written by hand (day first, 24 hours), to and from the XForms text form."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.digits import latin_digits

_TIME = re.compile(r"(\d{1,2})[\s:.]+(\d{2})|(\d{2})(\d{2})")
_SHOWN = {
    "day": "{0.day:02}/{0.month:02}/{0.year:04}",
    "month": "{0.month:02}/{0.year:04}",
    "year": "{0.year:04}",
}


def date_from(text: str, reader: DateReader, *, finished: bool = True) -> str:
    """Return ``YYYY-MM-DD`` for a date written in either calendar; what is none comes back as it stands."""
    found = reader.read(text, finished=finished)
    return found.day.isoformat() if found else text.strip()


def date_shown(value: str, fineness: str = "day") -> str:
    """Return an ISO date as ``DD/MM/YYYY`` (``MM/YYYY``, ``YYYY``); anything else as it stands."""
    try:
        return _SHOWN[fineness].format(date.fromisoformat(value))
    except ValueError:
        return value


def time_from(text: str) -> str:
    """Return ``HH:MM:00`` for a time of day (``9.30``, ``0930``, ``२१:०५``), else the text as it stands."""
    found = _clock(text)
    return found.isoformat() if found else text.strip()


def time_shown(value: str) -> str:
    """Return the hours and minutes of an XForms time."""
    try:
        return time.fromisoformat(value).strftime("%H:%M")
    except ValueError:
        return value


def moment_from(text: str, zone: str, reader: DateReader, *, finished: bool = True) -> str:
    """Return an XForms dateTime in ``zone`` (``+05:30``) for ``DD/MM/YYYY HH:MM``, else ``text``."""
    written_day, written_clock = moment_parts(text)
    found, clock = reader.read(written_day, finished=finished), _clock(written_clock)
    if found is None or clock is None:
        return text.strip()
    return f"{found.day.isoformat()}T{clock.isoformat()}.000{zone}"


def moment_parts(text: str) -> tuple[str, str]:
    """Return the date and the time of day of a moment as they are written."""
    day, _, clock = text.strip().rpartition(" ")
    return day, clock


def moment_shown(value: str) -> str:
    """Return an XForms dateTime as ``DD/MM/YYYY HH:MM``, in the zone it was written in."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{_SHOWN['day'].format(moment)} {moment:%H:%M}"


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(latin_digits(text).strip())
    if not found:
        return None
    try:
        return time(int(found[1] or found[3]), int(found[2] or found[4]))
    except ValueError:
        return None

"""Dates and times as written by hand (day first, 24 hours), to and from the XForms text form."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from abhaya.gui.widgets.digits import latin_digits

_DATES = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[\s./-]+(?P<month>\d{1,2})[\s./-]+(?P<year>\d{4})"),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})"),
)
_COARSE = {
    "month": re.compile(r"(?P<month>\d{1,2})[\s./-]+(?P<year>\d{4})"),
    "year": re.compile(r"(?P<year>\d{4})"),
}
_TIME = re.compile(r"(\d{1,2})[\s:.]+(\d{2})|(\d{2})(\d{2})")
_SHOWN = {
    "day": "{0.day:02}/{0.month:02}/{0.year:04}",
    "month": "{0.month:02}/{0.year:04}",
    "year": "{0.year:04}",
}


def date_from(text: str, fineness: str = "day") -> str:
    """Return ``YYYY-MM-DD`` for a date written day first; text that is no date comes back as it stands.

    ``fineness`` is what the form asks for: ``day``, ``month`` (``MM/YYYY``) or ``year``; parts left out are
    01.  Years have four digits: two would have to be guessed.
    """
    found = _day(text, fineness)
    return found.isoformat() if found else text.strip()


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


def moment_from(text: str, zone: str) -> str:
    """Return an XForms dateTime in ``zone`` (``+05:30``) for ``DD/MM/YYYY HH:MM``, else ``text``."""
    written_day, _, written_clock = text.strip().rpartition(" ")
    day, clock = _day(written_day, "day"), _clock(written_clock)
    return f"{day.isoformat()}T{clock.isoformat()}.000{zone}" if day and clock else text.strip()


def moment_shown(value: str) -> str:
    """Return an XForms dateTime as ``DD/MM/YYYY HH:MM``, in the zone it was written in."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{_SHOWN['day'].format(moment)} {moment:%H:%M}"


def _day(text: str, fineness: str) -> date | None:
    plain = latin_digits(text).strip()
    patterns = _DATES if fineness == "day" else (_COARSE[fineness], *_DATES)
    for pattern in patterns:
        if found := pattern.fullmatch(plain):
            parts = {"day": "1", "month": "1"} | found.groupdict()
            try:
                return date(int(parts["year"]), int(parts["month"]), int(parts["day"]))
            except ValueError:
                return None
    return None


def _clock(text: str) -> time | None:
    found = _TIME.fullmatch(latin_digits(text).strip())
    if not found:
        return None
    try:
        return time(int(found[1] or found[3]), int(found[2] or found[4]))
    except ValueError:
        return None

"""The Bikram Sambat day that stands beside a Gregorian one, in words."""

from __future__ import annotations

from datetime import date, timedelta

from abhaya.texts import Texts
from abhaya_forms.bikram_sambat import BikramDate, readings


def bikram_words(value: str, texts: Texts, fineness: str = "day") -> str:
    """Return "9 Mangsir 2083 BS" for an XForms date or dateTime; "" for anything else and outside the table.

    A disputed day is said with both readings.  ``fineness`` is ``day``, ``month`` or ``year``: of a month or
    a year it is said over which of the Bikram Sambat it goes.
    """
    try:
        first = date.fromisoformat(value[:10])
    except ValueError:
        return ""
    if fineness != "day":
        return _span(first, _last_day(first, fineness), texts, fineness)
    said = [day_in_words(bikram, texts) for bikram in readings(first)]
    if len(said) > 1:
        return texts.say("calendar.disputed", first=said[0], second=said[1])
    return texts.say("calendar.bikram", day=said[0]) if said else ""


def day_in_words(bikram: BikramDate, texts: Texts) -> str:
    """Return "9 Mangsir 2083"."""
    return f"{bikram.day} {month_name(bikram.month, texts)} {bikram.year}"


def month_name(month: int, texts: Texts) -> str:
    """Return the name of a month, 1 being Baisakh."""
    return texts.say(f"calendar.months.{month}")


def _last_day(first: date, fineness: str) -> date:
    month = first.month if fineness == "month" else 12
    return (date(first.year, month, 28) + timedelta(4)).replace(day=1) - timedelta(1)


def _span(first: date, last: date, texts: Texts, fineness: str) -> str:
    ends = [found[0] for found in (readings(first), readings(last)) if found]
    if len(ends) < 2:
        return ""
    if fineness == "year":
        said = [str(end.year) for end in ends]
    else:
        said = [f"{month_name(end.month, texts)} {end.year}" for end in ends]
    return texts.say("calendar.bikram", day=" – ".join(said))

"""Dates and times as XPath sees them: ISO text, and days since 1970-01-01.

A whole date is a whole number of days, whatever the time zone; a dateTime is reckoned by the wall clock of
its own offset (JavaRosa's ``daysSinceEpoch``, with the time of day kept as a fraction).
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

_EPOCH = date(1970, 1, 1).toordinal()
_INSTANT = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_SECONDS = 86_400
_OFFSET = r"(?P<offset>Z|[+-]\d\d(?::?\d\d)?)?"
_TIME = r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.(?P<fraction>\d+))?)?" + _OFFSET
_DATE = r"(?P<year>\d{4})-(?P<month>\d\d?)-(?P<day>\d\d?)"
_DATE_TIME = re.compile(f"{_DATE}(?:T{_TIME})?", re.ASCII)
_TIME_ONLY = re.compile(_TIME, re.ASCII)


class DateTimeText(str):
    """ISO text known to be a dateTime, so that date() rounds it to its day."""

    __slots__ = ()


def parse_date_time(text: str, zone: tzinfo) -> date | datetime | None:
    """Read an ISO date or dateTime, one without offset being in ``zone``.  None if it is neither.

    Month and day may lack their zero, as in JavaRosa.
    """
    match = _DATE_TIME.fullmatch(text.strip())
    if match is None:
        return None
    try:
        day = date(int(match.group("year")), int(match.group("month")), int(match.group("day")))
        return day if match.group("hour") is None else _at_time(day, match, zone)
    except ValueError:
        return None


def parse_time(text: str, zone: tzinfo, today: date) -> datetime | None:
    """Read an ISO time as a moment of ``today`` in ``zone``.  None if it is none."""
    match = _TIME_ONLY.fullmatch(text.strip())
    if match is None:
        return None
    try:
        return _at_time(today, match, zone).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def _at_time(day: date, match: re.Match[str], zone: tzinfo) -> datetime:
    fraction = (match.group("fraction") or "").ljust(6, "0")[:6]
    clock = time(
        int(match.group("hour")), int(match.group("minute")), int(match.group("second") or 0), int(fraction)
    )
    return datetime.combine(day, clock, _zone_of(match.group("offset"), zone))


def _zone_of(offset: str | None, zone: tzinfo) -> tzinfo:
    if offset is None:
        return zone
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:]) if len(offset) > 3 else 0
    if minutes > 59:
        raise ValueError(offset)
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if offset[0] == "-" else delta)


def days_of(moment: date | datetime) -> float:
    """Days since 1970-01-01 by the wall clock of the moment's own offset."""
    days = float(moment.toordinal() - _EPOCH)
    return days + fraction_of_day(moment) if isinstance(moment, datetime) else days


def fraction_of_day(moment: datetime) -> float:
    """How much of its day has passed, from 0.0 to just below 1.0."""
    seconds = moment.hour * 3600 + moment.minute * 60 + moment.second + moment.microsecond / 1e6
    return seconds / _DAY_SECONDS


def instant_days(moment: date | datetime, zone: tzinfo) -> float:
    """Days since 1970-01-01T00:00Z; a whole date begins at midnight in ``zone``."""
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time(), zone)
    return (moment - _INSTANT).total_seconds() / _DAY_SECONDS


def date_after(days: float) -> date:
    """The whole date that many days after 1970-01-01.  Raises OverflowError or ValueError out of range."""
    return date.fromordinal(_EPOCH + int(days))


def instant_after(days: float, zone: tzinfo) -> datetime:
    """The moment that many days after 1970-01-01T00:00Z.  Raises OverflowError or ValueError out of range."""
    return (_INSTANT + timedelta(days=days)).astimezone(zone)


def iso_text(moment: date | datetime) -> str:
    """ISO text; a dateTime carries milliseconds and offset and is a DateTimeText."""
    if isinstance(moment, datetime):
        return DateTimeText(moment.isoformat(timespec="milliseconds"))
    return moment.isoformat()

"""When a length of time that the law sets is over."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta


@dataclass(frozen=True, slots=True)
class Length:
    """So many ``hours``, ``days``, ``months`` or ``years``."""

    count: int
    unit: str

    def last_day(self, first: date) -> date:
        """Return the day on which it ends, the first day not counted (General Clauses Act s.9 [K]).

        Months run by the calendar: to the same day of the month, or to its last day where there is none.
        """
        if self.unit == "days":
            return first + timedelta(days=self.count)
        month = first.month - 1 + self.count * (12 if self.unit == "years" else 1)
        year, month = first.year + month // 12, month % 12 + 1
        return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment ``at`` which the time is over, and the ``day`` it falls on.

    ``hour`` says that the law counts to the hour; else ``at`` is the midnight that ends ``day``.  ``both``
    says that rules differ: then ``at`` is the hour, and the end of ``day`` is told beside it.
    """

    at: datetime
    day: date
    hour: bool
    both: bool = False

    def met_by(self, when: datetime, *, timed: bool) -> bool:
        """Say whether something at ``when`` was in time; of which only the day is known, by its day."""
        if timed and self.hour:
            return when <= self.at
        return when.date() <= self.day


def deadline(
    start: datetime,
    length: Length,
    *,
    excluded_hours: float = 0,
    to_the_hour: bool = False,
    count_first_day: bool = False,
) -> Deadline:
    """Return when ``length`` from ``start`` is over, in the zone of ``start``.

    Hours run by the clock, without the ``excluded_hours``; longer lengths to the end of a day, or with
    ``to_the_hour`` to the hour as well.  ``count_first_day`` makes the day of the start the first of them.
    """
    if length.unit == "hours":
        at = start + timedelta(hours=length.count + excluded_hours)
        return Deadline(at, at.date(), hour=True)
    day = length.last_day(start.date()) - timedelta(days=count_first_day)
    if to_the_hour:
        return Deadline(datetime.combine(day, start.timetz()), day, hour=True, both=True)
    midnight = datetime.combine(day + timedelta(days=1), time(), start.tzinfo)
    return Deadline(midnight, day, hour=False)

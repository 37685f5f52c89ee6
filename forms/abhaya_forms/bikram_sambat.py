"""Bikram Sambat, the calendar of Nepal: its days to Gregorian days and back, from 1970 to 2090 BS.

Its months have the lengths that are published, so it is a table (``calendars/bikram_sambat.yaml``).  In six
years libraries differ, since 1950 on 62 days; such a day has two readings.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import NamedTuple

from abhaya_forms.yaml_source import parse_yaml

_Years = Mapping[int, tuple[int, ...]]


class BikramDate(NamedTuple):
    """A day of the Bikram Sambat; ``month`` 1 is Baisakh."""

    year: int
    month: int
    day: int


class _Calendar:
    """One reading of the months: ``years`` with the days of their months, the first of them on ``begins``."""

    def __init__(self, begins: date, years: _Years) -> None:
        self._begins = begins
        self.years = range(min(years), max(years) + 1)
        self._months = [(year, month) for year in years for month in range(1, 13)]
        self._lengths = [days for year in years.values() for days in year]
        self._starts = list(accumulate(self._lengths, initial=0))
        self._places = {month: place for place, month in enumerate(self._months)}

    def bikram(self, day: date) -> BikramDate | None:
        passed = (day - self._begins).days
        if not 0 <= passed < self._starts[-1]:
            return None
        place = bisect_right(self._starts, passed) - 1
        return BikramDate(*self._months[place], passed - self._starts[place] + 1)

    def length(self, year: int, month: int) -> int:
        place = self._places.get((year, month))
        return 0 if place is None else self._lengths[place]

    def gregorian(self, bikram: BikramDate) -> date | None:
        if not 1 <= bikram.day <= self.length(bikram.year, bikram.month):
            return None
        start = self._starts[self._places[bikram.year, bikram.month]]
        return self._begins + timedelta(start + bikram.day - 1)


@cache
def _calendars() -> tuple[_Calendar, _Calendar]:
    """Our reading, and the other one."""
    tree = parse_yaml((files("abhaya_forms") / "calendars" / "bikram_sambat.yaml").read_bytes())
    begins, years = date.fromisoformat(tree["begins"]), _years(tree["years"])
    return _Calendar(begins, years), _Calendar(begins, {**years, **_years(tree["disputed"])})


def _years(lines: str) -> _Years:
    rows = ([int(number) for number in line.split()] for line in lines.splitlines())
    return {year: tuple(months) for year, *months in rows}


def years() -> range:
    """Return the years of the table."""
    return _calendars()[0].years


def readings(day: date) -> tuple[BikramDate, ...]:
    """Return the Bikram Sambat day of a Gregorian one: none outside the table, two where it is disputed."""
    return tuple(dict.fromkeys(b for calendar in _calendars() if (b := calendar.bikram(day)) is not None))


def gregorian_of(bikram: BikramDate) -> date | None:
    """Return the Gregorian day by our reading, else by the other one; None for a day that there is not."""
    ours, other = _calendars()
    return ours.gregorian(bikram) or other.gregorian(bikram)


def days_in_month(year: int, month: int) -> int:
    """Return the length of a month by our reading; 0 outside the table."""
    return _calendars()[0].length(year, month)

"""The calendar of Nepal agrees with another implementation on every day, and says where libraries do not."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from abhaya_forms.bikram_sambat import BikramDate, days_in_month, gregorian_of, readings

PAIRS = Path(__file__).parents[1] / "data" / "conformance" / "bikram-sambat.txt"

DISPUTED = {date(2005, 5, 14) + timedelta(n) for n in range(32)} | {
    date(2030, 12, 16) + timedelta(n) for n in range(30)
}
"""Days since 1950 on which medic/bikram-sambat and nepali-datetime differ."""


@pytest.fixture(scope="module")
def pairs():
    """Every pair of the suite: the file holds runs of days within a month."""
    found = {}
    for line in PAIRS.read_text(encoding="utf-8").splitlines():
        gregorian, bikram, count = line.split()
        first, (year, month, day) = date.fromisoformat(gregorian), map(int, bikram.split("-"))
        found |= {first + timedelta(n): BikramDate(year, month, day + n) for n in range(int(count))}
    return found


def test_every_pair_of_the_suite_both_ways(pairs):
    assert len(pairs) == 30_573
    assert {day: readings(day)[0] for day in pairs} == pairs
    assert {bikram: gregorian_of(bikram) for bikram in pairs.values()} == {b: d for d, b in pairs.items()}


def test_exactly_the_disputed_days_have_two_readings(pairs):
    assert {day for day in pairs if len(readings(day)) == 2} == DISPUTED


def test_days_before_1950_are_disputed_in_four_years():
    days = (date(1913, 4, 13) + timedelta(n) for n in range(13_500))
    disputed = {readings(day)[0].year for day in days if len(readings(day)) == 2}
    assert disputed == {1975, 1989, 1991, 1993}


def test_a_disputed_day_says_both_readings():
    assert readings(date(2005, 5, 14)) == (BikramDate(2062, 2, 1), BikramDate(2062, 1, 31))


def test_a_day_that_only_the_other_reading_has_is_understood():
    assert gregorian_of(BikramDate(2062, 1, 31)) == date(2005, 5, 14)


@pytest.mark.parametrize("day", [date(1913, 4, 12), date(2034, 4, 14), date.min, date.max])
def test_there_is_no_reading_outside_the_table(day):
    assert readings(day) == ()


def test_the_ends_of_the_table():
    assert readings(date(1913, 4, 13)) == (BikramDate(1970, 1, 1),)
    assert readings(date(2034, 4, 13)) == (BikramDate(2090, 12, 30),)


@pytest.mark.parametrize("written", [(2083, 8, 30), (2083, 13, 1), (2083, 0, 1), (2083, 1, 0), (1969, 1, 1)])
def test_a_day_that_there_is_not(written):
    assert gregorian_of(BikramDate(*written)) is None


def test_the_length_of_a_month():
    assert days_in_month(2083, 8) == 29
    assert days_in_month(2091, 1) == 0

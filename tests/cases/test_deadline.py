"""Deadlines against the worked examples of the law; every time is Indian Standard Time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.cases.clock_rules import length_of
from abhaya.cases.deadline import Length, deadline

INDIA = timezone(timedelta(hours=5, minutes=30))


def at(month, day, hour=0, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=INDIA)


def test_child_found_at_ten_with_five_hours_of_journey():
    due = deadline(at(3, 1, 10), Length(24, "hours"), excluded_hours=5)
    assert due.at == at(3, 2, 15)
    assert due.hour and not due.both


def test_information_of_rape_at_nine():
    assert deadline(at(3, 1, 9), Length(24, "hours")).at == at(3, 2, 9)


def test_e_fir_shows_the_hour_and_the_end_of_the_day():
    due = deadline(at(3, 1, 18), Length(3, "days"), to_the_hour=True)
    assert (due.at, due.day, due.both) == (at(3, 4, 18), date(2026, 3, 4), True)


@pytest.mark.parametrize(
    ("start", "length", "last"),
    [
        (at(6, 1), "10 days", date(2026, 6, 11)),  # nearest Magistrate
        (at(6, 11, 14), "21 days", date(2026, 7, 2)),  # section 17(3) order
        (at(1, 1), "4 months", date(2026, 5, 1)),  # first production, final order of the Committee
        (at(10, 31), "4 months", date(2027, 2, 28)),  # no such day: the last of the month
        (at(10, 31, year=2027), "4 months", date(2028, 2, 29)),
        (at(2, 29, year=2028), "1 year", date(2029, 2, 28)),
        (at(12, 31), "2 months", date(2027, 2, 28)),
        (at(8, 1), "60 days", date(2026, 9, 30)),
        (at(8, 1), "90 days", date(2026, 10, 30)),
    ],
)
def test_days_months_and_years_end_with_a_day(start, length, last):
    due = deadline(start, length_of(length))
    assert due.day == last
    assert due.at == datetime.combine(last + timedelta(days=1), datetime.min.time(), INDIA)
    assert not due.hour


@pytest.mark.parametrize(("days", "last"), [(60, date(2026, 9, 29)), (90, date(2026, 10, 29))])
def test_remand_on_first_august_counted_from_that_day(days, last):
    assert deadline(at(8, 1, 11), Length(days, "days"), count_first_day=True).day == last


def test_of_which_only_the_day_is_known_is_in_time_by_its_day():
    due = deadline(at(3, 1, 10), Length(24, "hours"))
    assert due.met_by(at(3, 2, 10), timed=True)
    assert not due.met_by(at(3, 2, 10, 1), timed=True)
    assert due.met_by(at(3, 2), timed=False)
    assert not due.met_by(at(3, 3), timed=False)


def test_the_last_day_counts_whole():
    due = deadline(at(6, 1, 9), Length(10, "days"))
    assert due.met_by(at(6, 11, 23, 59), timed=True)
    assert not due.met_by(at(6, 12), timed=True)


@given(
    day=st.dates(date(2000, 1, 1), date(2099, 1, 1)),
    count=st.integers(0, 400),
    unit=st.sampled_from(["hours", "days", "months", "years"]),
)
def test_a_longer_time_never_ends_sooner(day, count, unit):
    start = datetime.combine(day, time(9), INDIA)
    first, longer = deadline(start, Length(count, unit)), deadline(start, Length(count + 1, unit))
    assert start <= first.at
    assert first.at < longer.at

"""Dates, times, numbers and places as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.written_date import (
    date_from,
    date_shown,
    moment_from,
    moment_shown,
    time_from,
    time_shown,
)
from abhaya.gui.widgets.written_number import number_from
from abhaya.gui.widgets.written_place import place_from, place_shown

READER = DateReader(date(2026, 11, 24))


@pytest.mark.parametrize("written", ["31/02/2026", "5/13/2026", "yesterday", "5/11", "99999999"])
def test_what_is_no_date_is_kept_as_written(written):
    assert date_from(written, READER) == written
    assert date_shown(written) == written


@given(st.dates(max_value=date(2069, 12, 31)))
def test_every_date_comes_back_as_it_was_shown(day):
    assert date_from(date_shown(day.isoformat()), READER) == day.isoformat()


def test_a_month_or_a_year_is_shown_as_asked():
    assert date_shown("2026-11-01", "month") == "11/2026"
    assert date_shown("2026-01-01", "year") == "2026"


@pytest.mark.parametrize("written", ["9:05", "09.05", "0905", "०९:०५", "9 05"])
def test_a_time_is_read_in_any_usual_spelling(written):
    assert time_from(written) == "09:05:00"


@pytest.mark.parametrize("written", ["24:00", "9:60", "noon", "9"])
def test_what_is_no_time_is_kept_as_written(written):
    assert time_from(written) == written


@given(st.times())
def test_every_time_comes_back_to_the_minute(moment):
    shown = time_shown(moment.isoformat())
    assert time_from(shown) == f"{moment:%H:%M}:00"


def test_a_moment_is_a_date_and_a_time():
    assert moment_from("05/11/2026 14.30", "+05:30", READER) == "2026-11-05T14:30:00.000+05:30"
    assert moment_from("2026-11-05 1430", "+05:30", READER) == "2026-11-05T14:30:00.000+05:30"
    assert moment_shown("2026-11-05T14:30:00.000+05:30") == "05/11/2026 14:30"
    assert moment_from("05/11/2026", "+05:30", READER) == "05/11/2026"


@pytest.mark.parametrize(
    ("written", "number"),
    [("१,००,०००", "100000"), ("1 00 000", "100000"), ("-3", "-3"), ("३.५", "3.5"), (".5", ".5")],
)
def test_numbers_lose_their_grouping_and_devanagari_digits(written, number):
    assert number_from(written) == number


@pytest.mark.parametrize("written", ["about 12", "1-2", "१२ साल", ""])
def test_what_is_no_number_is_kept_as_written(written):
    assert number_from(written) == written


@given(st.integers())
def test_every_whole_number_is_read_as_itself(number):
    assert number_from(str(number)) == str(number)


def test_a_place_is_latitude_and_longitude():
    assert place_from("26.7606, 83.3732") == "26.7606 83.3732 0 0"
    assert place_from("२६.७६° ८३.३७°") == "26.76 83.37 0 0"
    assert place_shown("26.7606 83.3732 0 0") == "26.7606, 83.3732"


@pytest.mark.parametrize("written", ["91, 83", "26, 181", "Sonauli", "26"])
def test_what_is_no_place_is_kept_as_written(written):
    assert place_from(written) == written
    assert place_shown(written) == written

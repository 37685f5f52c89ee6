"""A date is understood as it is usually written, and never guessed where it can mean two days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.gui.widgets.date_reading import DateReader
from abhaya_forms.bikram_sambat import BikramDate, readings

TODAY = date(2026, 11, 24)
BIRTH = DateReader(TODAY, past=True)
HEARING = DateReader(TODAY)


def read(text, reader=BIRTH, **how):
    found = reader.read(text, **how)
    return found.day.isoformat() if found else None


@pytest.mark.parametrize(
    "written",
    ["5/11/2026", "05-11.2026", "5 11 2026", "05112026", "2026-11-05", "०५/११/२०२६", " 5 / 11 – 2026 ",
     "5,11,2026", "5/11/26", "५-११-२६", "AD 5/11/2026", "5/11/2026 A.D."],
)  # fmt: skip
def test_a_gregorian_date_in_any_usual_spelling(written):
    assert read(written) == "2026-11-05"


@pytest.mark.parametrize(
    "written",
    ["2083-08-09", "9/8/2083", "०९/०८/२०८३", "BS 9/8/2083", "9.8.2083 b.s.", "वि.सं. ९/८/२०८३",
     "बि.सं. २०८३-०८-०९", "२०८३-०८-०९ वि. सं.", "BS 9/8/83"],
)  # fmt: skip
def test_a_date_of_nepal_in_any_usual_spelling(written):
    found = HEARING.read(written)
    assert (found.day, found.bikram) == (date(2026, 11, 25), BikramDate(2083, 8, 9))


@pytest.mark.parametrize(
    "written",
    ["31/02/2026", "5/13/2026", "yesterday", "5/11", "99999999", "", "30/8/2083", "9/8/2091", "BS",
     "०५/११/2026", "5/१1/2026", "051126"],
)  # fmt: skip
def test_what_is_no_date_is_not_read(written):
    assert HEARING.read(written) is None


@pytest.mark.parametrize(
    ("written", "birth", "hearing"),
    [
        ("1/3/26", "2026-03-01", "2026-03-01"),
        ("1/3/98", "1998-03-01", "1998-03-01"),
        ("1/3/27", "1927-03-01", "2027-03-01"),
        ("1/3/46", "1946-03-01", "2046-03-01"),
        ("1/3/47", "1947-03-01", "1947-03-01"),
        ("1/3/00", "2000-03-01", "2000-03-01"),
    ],
)
def test_two_digits_of_a_year_are_the_latest_that_the_form_allows(written, birth, hearing):
    assert read(written) == birth
    assert read(written, HEARING) == hearing


def test_two_digits_of_a_year_wait_until_the_person_is_done():
    assert read("5/11/20", finished=False) is None
    assert read("5/11/2026", finished=False) == "2026-11-05"


def test_a_year_that_can_be_of_either_calendar_is_not_guessed():
    assert read("12/3/2060") == "2060-03-12"
    assert BIRTH.other("12/3/2060").bikram == BikramDate(2060, 3, 12)
    assert read("BS 12/3/2060") == BIRTH.other("12/3/2060").day.isoformat() == "2003-06-26"
    assert BIRTH.other("AD 12/3/2060") is None


def test_a_form_may_ask_for_a_month_or_a_year():
    assert read("११/२०२६", DateReader(TODAY, fineness="month")) == "2026-11-01"
    assert read("2026", DateReader(TODAY, fineness="year")) == "2026-01-01"


@pytest.mark.parametrize("written", ["8/2083", "BS 8/2060"])
def test_a_month_of_nepal_is_no_month_of_the_other_calendar(written):
    assert read(written, DateReader(TODAY, fineness="month")) is None


@given(st.dates(date(1913, 4, 13), date(2034, 4, 13)))
def test_every_day_is_read_in_both_calendars(day):
    bikram = readings(day)[0]
    assert read(f"BS {bikram.day}/{bikram.month}/{bikram.year}") == day.isoformat()
    assert read(f"{day:%d/%m/%Y}") == day.isoformat()

"""Beside each date stands the day in the calendar of Nepal, before anything is saved."""

from __future__ import annotations

ON = "/data/event/on"


def beside(page, path):
    """What a person reads below the answer."""
    told = page.question(path).beside
    return "" if told is None or told.isHidden() else told.text()


def test_a_day_typed_in_bikram_sambat_is_told_in_both_calendars_and_stored_in_one(page):
    page.type(ON, "2083-08-09")
    assert beside(page, ON) == "25/11/2026 AD · 9 Mangsir 2083 BS"
    assert page.value(ON) == "2026-11-25"
    page.leave()
    assert page.control(ON).text() == "25/11/2026"
    assert beside(page, ON) == "9 Mangsir 2083 BS"
    assert "9 Mangsir 2083 BS" in page.control(ON).accessibleDescription()


def test_devanagari_digits_are_read_in_either_calendar(page):
    page.type(ON, "०९/०८/२०८३")
    assert page.value(ON) == "2026-11-25"


def test_two_digits_of_a_year_are_read_when_the_field_is_left(page):
    page.type(ON, "1/3/26")
    assert (page.value(ON), beside(page, ON)) == ("", "")
    page.leave()
    assert page.value(ON) == "2026-03-01"


def test_nothing_stands_beside_what_is_no_date(page):
    page.type(ON, "9/8/2083")
    page.control(ON).selectAll()
    page.type(ON, "yesterday")
    page.leave()
    assert beside(page, ON) == ""
    assert "BS 19/07/2083" in page.problem(ON)

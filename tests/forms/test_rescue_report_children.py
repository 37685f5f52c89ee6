"""Who is a child, and by when a child goes before the Child Welfare Committee."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import NonAnswer
from support.form_entries import answer, asked, at, needed, rescue_entry, value

ROW = "/data/persons/rescued[1]"
BORN = {f"{ROW}/born/born_birth": "day"}


def aged(years: str, row: str = ROW) -> dict[str, str]:
    """Answers of a person of whom only the age is known."""
    return {f"{row}/born/born_birth": "unknown", f"{row}/born/born_age_said": years}


@pytest.mark.parametrize(
    ("born", "years", "child"),
    [
        ("2008-11-19", "18", "no"),
        ("2008-11-20", "18", "no"),
        ("2008-11-21", "17", "yes"),
        ("2009-11-20", "17", "yes"),
        ("2026-11-20", "0", "yes"),
        ("1950-01-01", "76", "no"),
    ],
)
def test_a_child_is_below_eighteen_on_the_day_she_is_found(born, years, child):
    entry = rescue_entry(BORN | {f"{ROW}/born/born_dob": born, f"{ROW}/found/found_at": at(20, 10)})
    assert (value(entry, f"{ROW}/age_years"), value(entry, f"{ROW}/is_child")) == (years, child)


def test_born_on_leap_day():
    found = "2026-02-28T10:00:00.000+05:30"
    entry = rescue_entry(BORN | {f"{ROW}/born/born_dob": "2008-02-29", f"{ROW}/found/found_at": found})
    assert value(entry, f"{ROW}/is_child") == "yes"
    entry.set_answer(f"{ROW}/found/found_at", "2026-03-01T10:00:00.000+05:30")
    assert value(entry, f"{ROW}/is_child") == "no"


def test_the_day_of_the_raid_counts_until_the_hour_of_finding_is_known():
    entry = rescue_entry(BORN | {f"{ROW}/born/born_dob": "2008-11-21", "/data/entry/entry_at": at(21, 9)})
    assert value(entry, f"{ROW}/age_years") == "18"
    entry.set_answer(f"{ROW}/found/found_at", at(20, 23))
    assert value(entry, f"{ROW}/age_years") == "17"


def test_an_unknown_age_is_a_possible_child():
    entry = rescue_entry()
    assert value(entry, f"{ROW}/is_child") == ""
    assert asked(entry, f"{ROW}/age_unknown_note")
    assert value(entry, "/data/production/age_unknown_number") == "1"
    entry.set_answer(f"{ROW}/born/born_birth", "unknown")
    entry.set_non_answer(f"{ROW}/born/born_age_said", NonAnswer.DOES_NOT_KNOW)
    assert asked(entry, "/data/production/journey_hours")


@pytest.mark.parametrize(
    ("said", "margin", "child"), [("19", "2", "yes"), ("19", "1", "no"), ("18", "", "no"), ("17", "", "yes")]
)
def test_the_lower_age_counts(said, margin, child):
    answers = aged(said) | {f"{ROW}/born/born_age_margin": margin}
    assert value(rescue_entry(answers), f"{ROW}/is_child") == child


def test_a_margin_is_not_asked_when_the_day_of_birth_is_known():
    entry = rescue_entry(aged("19") | {f"{ROW}/born/born_age_margin": "3"})
    answer(entry, BORN | {f"{ROW}/born/born_dob": "2007-01-01", f"{ROW}/found/found_at": at(20, 6)})
    assert not asked(entry, f"{ROW}/born/born_age_margin")
    assert value(entry, f"{ROW}/is_child") == "no"


def test_of_two_possible_days_of_birth_the_later_counts():
    between = {"birth": "between", "dob_from": "2008-01-01", "dob_to": "2008-12-31"}
    answers = {f"{ROW}/born/born_{name}": value for name, value in between.items()}
    entry = rescue_entry(answers | {f"{ROW}/found/found_at": at(20, 10)})
    assert value(entry, f"{ROW}/is_child") == "yes"
    entry.set_answer(f"{ROW}/born/born_dob_to", "2008-11-20")
    assert value(entry, f"{ROW}/is_child") == "no"


def test_a_child_found_at_ten_with_five_hours_of_journey_is_due_at_three_the_next_day():
    entry = rescue_entry(
        aged("14") | {f"{ROW}/found/found_at": at(20, 10), "/data/production/journey_hours": "5"}
    )
    assert value(entry, f"{ROW}/care/cwc_limit") == "21/11/2026 15:00"
    assert value(entry, "/data/production/cwc_first_limit") == "21/11/2026 15:00"


@pytest.mark.parametrize("hour", range(24))
def test_the_limit_keeps_the_minute_at_every_hour(hour):
    entry = rescue_entry(aged("14") | {f"{ROW}/found/found_at": at(20, hour, 59)})
    assert value(entry, f"{ROW}/care/cwc_limit") == f"21/11/2026 {hour:02d}:59"


def test_the_first_child_sets_the_limit_of_all():
    people = {1: ("34", at(20, 6)), 2: ("16", at(20, 11)), 3: ("15", at(20, 9, 30))}
    rows = {f"/data/persons/rescued[{n}]": person for n, person in people.items()}
    entry = rescue_entry()
    for row, (age, found) in rows.items():
        answer(entry, aged(age, row) | {f"{row}/found/found_at": found})
    assert value(entry, "/data/production/cwc_first_limit") == "21/11/2026 09:30"
    assert value(entry, "/data/production/children_number") == "2"
    assert not asked(entry, "/data/persons/rescued[1]/care/cwc_limit")


def test_no_child_no_committee():
    entry = rescue_entry(aged("30") | {f"{ROW}/found/found_at": at(20, 6)})
    assert not asked(entry, "/data/production/journey_hours")
    assert not asked(entry, "/data/production/cwc_name")
    assert asked(entry, f"{ROW}/care/adult_note")


def test_a_production_planned_too_late_needs_a_reason():
    entry = rescue_entry(
        aged("14")
        | {
            f"{ROW}/found/found_at": at(20, 10),
            "/data/production/journey_hours": "5",
            "/data/production/cwc_planned_at": at(21, 15),
        }
    )
    assert not asked(entry, "/data/production/cwc_late_note")
    entry.set_answer("/data/production/cwc_planned_at", at(21, 15, 1))
    assert asked(entry, "/data/production/cwc_late_note")
    assert "/data/production/cwc_late_why" in needed(entry)

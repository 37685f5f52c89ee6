"""A child before the Child Welfare Committee: the 24 hours, the wish of the child, POCSO and Nepal."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, at, entry_of, needed, value

TIME = "/data/time"
PRODUCED = "/data/production/produced_at"
FOUND = "/data/found/found_at"


def report(answers):
    return entry_of("production_cwc", answers)


def test_found_at_ten_with_five_hours_of_journey_is_due_at_three_the_next_day():
    entry = report({FOUND: at(20, 10), f"{TIME}/journey_hours": "5"})
    assert value(entry, f"{TIME}/cwc_limit") == "21/11/2026 15:00"


@pytest.mark.parametrize(("hour", "late"), [(15, False), (16, True)])
def test_a_late_production_says_why(hour, late):
    entry = report({FOUND: at(20, 10), PRODUCED: at(21, hour), f"{TIME}/journey_hours": "5"})
    assert value(entry, f"{TIME}/elapsed_hours") == str(14 + hour)
    assert (f"{TIME}/late_why" in needed(entry)) is late


def test_the_officer_who_writes_is_not_asked_for_again():
    entry = report({"/data/case/prepared/prepared_name": "Asha Singh", "/data/producer/by_writer": "yes"})
    assert not asked(entry, "/data/producer/producer_name")
    assert value(entry, "/data/producer/produced_by") == "Asha Singh"
    answer(entry, {"/data/producer/by_writer": "no", "/data/producer/producer_name": "Ravi Kumar"})
    assert "Ravi Kumar" in entry.label("/data/signatures/sign_producer")


def test_form_b_only_where_a_sexual_offence_is_alleged():
    entry = report({"/data/pocso/pocso_applies": "no"})
    assert not asked(entry, "/data/pocso/b_same_home")
    answer(entry, {"/data/pocso/pocso_applies": "yes"})
    assert {"/data/pocso/b_same_home", "/data/pocso/pocso_cwc_told_at"} <= needed(entry)


def test_the_nepal_block_only_for_a_child_of_nepal():
    entry = report({"/data/child/nationality": "ind"})
    assert not asked(entry, "/data/nepal/embassy_requested")
    answer(entry, {"/data/child/nationality": "ind npl"})
    assert "/data/nepal/embassy_requested" in needed(entry)


def test_the_wish_of_the_child_is_always_asked():
    assert "/data/voice/child_wish" in needed(report({}))


def test_a_child_is_brought_without_uniform_also_when_the_age_is_not_known():
    entry = report({"/data/producer/capacity": "police", "/data/producer/producer_uniform": "yes"})
    assert asked(entry, "/data/producer/producer_uniform_note")
    assert "/data/producer/producer_uniform_why" in needed(entry)
    answer(entry, {"/data/child/born/born_birth": "unknown", "/data/child/born/born_age_said": "25"})
    assert not asked(entry, "/data/producer/producer_uniform_why")
    assert asked(entry, "/data/child/adult_note")


def test_the_number_of_the_form_comes_from_the_table():
    entry = report({"/data/case/state": "in_bihar"})
    assert value(entry, "/data/production/form_number") == "jj_production"
    assert "17" in entry.state("/data/production/form_number").display

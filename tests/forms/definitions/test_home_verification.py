"""The home verification: eighteen sections, due in fifteen days, and careful before it recommends a home."""

from __future__ import annotations

import pytest

from support.form_entries import answer, asked, definition_of, entry_of, needed, value

ORDERED = "/data/ordered"
ADVICE = "/data/advice"
SIGNED = "/data/signatures"


def report(answers):
    return entry_of("home_verification", answers)


def test_its_eighteen_sections():
    groups = [group.name for group in definition_of("home_verification").body]
    between = groups[groups.index("ordered") + 1 : groups.index("signatures")]
    assert (len(between), between[0], between[-1]) == (18, "particulars", "care_plan")


def test_it_is_due_fifteen_days_after_the_order():
    entry = report({f"{ORDERED}/ordered_on": "2026-11-01", f"{SIGNED}/given_on": "2026-11-16"})
    assert value(entry, f"{ORDERED}/due_on") == "2026-11-16"
    assert not asked(entry, f"{SIGNED}/late_why")
    answer(entry, {f"{SIGNED}/given_on": "2026-11-17"})
    assert f"{SIGNED}/late_why" in needed(entry)


def test_where_an_adult_wishes_it_no_order_is_asked_for():
    entry = report({f"{ORDERED}/purpose": "adult_wish", f"{SIGNED}/given_on": "2026-11-16"})
    assert not asked(entry, f"{ORDERED}/ordered_by")
    assert not entry.state(f"{SIGNED}/given_on").problems
    answer(entry, {f"{ORDERED}/purpose": "itpa_inquiry"})
    assert {f"{ORDERED}/{name}" for name in ("ordered_by", "order_number", "ordered_on")} <= needed(entry)


def test_only_a_report_for_the_committee_stops_its_clock():
    entry = report({f"{ORDERED}/ordered_on": "2026-11-01", f"{SIGNED}/given_on": "2026-11-16"})
    assert value(entry, f"{SIGNED}/child_report_given_on") == ""
    answer(entry, {f"{ORDERED}/purpose": "child_report"})
    assert value(entry, f"{SIGNED}/child_report_given_on") == "2026-11-16"


@pytest.mark.parametrize(
    ("family", "level", "warned"),
    [
        ("none", "low", False),
        ("none", "medium", True),
        ("suspected", "none", True),
        ("unknown", "none", True),
    ],
)
def test_restoration_into_danger_says_why(family, level, warned):
    answers = {"/data/involvement/family_role": family, "/data/risk/risk_level": level}
    entry = report({**answers, f"{ADVICE}/recommendation": "restore_supervised"})
    assert asked(entry, f"{ADVICE}/danger_note") is warned
    assert (f"{ADVICE}/danger_why" in needed(entry)) is warned
    answer(entry, {f"{ADVICE}/recommendation": "cci"})
    assert not asked(entry, f"{ADVICE}/danger_why")


def test_what_points_to_the_family_is_asked_only_where_something_does():
    entry = report({})
    assert not asked(entry, "/data/involvement/role_facts")
    answer(entry, {"/data/involvement/neighbour_role": "confirmed"})
    assert "/data/involvement/role_facts" in needed(entry)


def test_a_home_in_nepal_has_its_section():
    entry = report({"/data/particulars/nationality": "ind"})
    assert not asked(entry, "/data/nepal/ward_letter")
    answer(entry, {"/data/particulars/nationality": "npl"})
    assert "/data/nepal/ward_letter" in needed(entry)


def test_a_home_that_nobody_visited_asks_why():
    entry = report({f"{ORDERED}/visits[1]/visit_method": "phone"})
    assert f"{ORDERED}/visits_none_why" in needed(entry)
    answer(entry, {f"{ORDERED}/visits[2]/visit_method": "home_visit"})
    assert not asked(entry, f"{ORDERED}/visits_none_why")

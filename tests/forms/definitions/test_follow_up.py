"""The visit after restoration: when it is due, whether the person was alone, and when to go further."""

from __future__ import annotations

import pytest

from abhaya_forms.engine.body import Question, walk
from support.form_entries import answer, asked, definition_of, entry_of, needed, value

VISIT = "/data/visit"
PLAN = "/data/plan"
SAFE = {
    "/data/visit/is_child": "no",
    "/data/presence/found": "present",
    "/data/safety/threats": "no",
    "/data/safety/trafficker_contact": "no",
    "/data/safety/family_behaviour": "good",
    f"{PLAN}/risk": "low",
}


@pytest.mark.parametrize(
    ("visit", "due", "after"),
    [
        ("d15", "2026-02-15", "2026-03-02"),
        ("m12", "2027-01-31", "2027-08-01"),
        ("m24", "2028-01-31", ""),
        ("extra", "", ""),
    ],
)
def test_visits_are_due_from_the_day_of_restoration(visit, due, after):
    entry = entry_of("follow_up", {f"{VISIT}/restored_on": "2026-01-31", f"{VISIT}/visit_planned": visit})
    assert (value(entry, f"{VISIT}/due_on"), value(entry, f"{PLAN}/next_due")) == (due, after)


def test_an_order_may_set_another_day_and_a_late_visit_says_why():
    entry = entry_of("follow_up", {f"{VISIT}/restored_on": "2026-11-01", f"{VISIT}/visit_planned": "d15"})
    answer(entry, {f"{VISIT}/done_on": "2026-11-18"})
    assert f"{VISIT}/late_why" in needed(entry)
    answer(entry, {f"{VISIT}/due_on": "2026-11-20"})
    assert not asked(entry, f"{VISIT}/late_why")


def test_a_visit_comes_after_the_restoration():
    entry = entry_of("follow_up", {f"{VISIT}/restored_on": "2026-11-10", f"{VISIT}/done_on": "2026-11-09"})
    assert [problem.kind for problem in entry.state(f"{VISIT}/done_on").problems] == ["constraint"]


@pytest.mark.parametrize(
    ("found", "is_asked"), [("present", True), ("moved", True), ("not_traced", False), ("died", False)]
)
def test_somebody_who_is_met_is_seen_alone(found, is_asked):
    entry = entry_of("follow_up", {"/data/presence/found": found})
    assert ("/data/presence/seen_alone" in needed(entry)) is is_asked
    answer(entry, {"/data/presence/seen_alone": "no"})
    assert ("/data/presence/seen_alone_why" in needed(entry)) is is_asked


@pytest.mark.parametrize(
    "danger",
    [
        {f"{PLAN}/risk": "medium"},
        {"/data/safety/threats": "yes"},
        {"/data/safety/trafficker_contact": "yes"},
        {"/data/safety/family_behaviour": "abusive"},
        {"/data/presence/found": "retrafficked"},
        {"/data/presence/found": "married", "/data/visit/is_child": "yes"},
    ],
)
def test_danger_is_taken_further_or_the_reason_is_written(danger):
    entry = entry_of("follow_up", {**SAFE, f"{PLAN}/escalated": "no"})
    assert not asked(entry, f"{PLAN}/escalate_note")
    assert f"{PLAN}/not_escalated_why" not in needed(entry)
    answer(entry, danger)
    assert asked(entry, f"{PLAN}/escalate_note")
    assert f"{PLAN}/not_escalated_why" in needed(entry)
    answer(entry, {f"{PLAN}/escalated": "yes"})
    assert f"{PLAN}/escalated_to" in needed(entry)


def test_only_a_child_who_is_married_is_child_marriage():
    entry = entry_of("follow_up", {**SAFE, "/data/presence/found": "married"})
    assert not asked(entry, "/data/presence/married_note")
    answer(entry, {"/data/visit/is_child": ""})
    assert asked(entry, "/data/presence/married_note")


def test_money_in_the_hands_of_others_is_noticed():
    entry = entry_of("follow_up", {"/data/money/compensation_received": "yes"})
    assert "/data/money/compensation_control" in needed(entry)
    answer(entry, {"/data/money/compensation_control": "family"})
    assert asked(entry, "/data/money/control_note")


def test_what_could_hurt_is_masked():
    masks = {
        e.name: e.marks.get("mask") for e in walk(definition_of("follow_up").body) if isinstance(e, Question)
    }
    hurting = "found threats trafficker_contact safety_details family_behaviour health mental_health risk"
    assert {masks[name] for name in hurting.split()} == {"sensitive"}
    assert (masks["found_details"], masks["doing_details"]) == ("identity", "identity")

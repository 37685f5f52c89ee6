"""The plan of a rescue: nobody who told is named, grounds come first, victims ride apart."""

from __future__ import annotations

from abhaya_forms.engine import Question
from abhaya_forms.engine.body import walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value


def test_whoever_told_is_hidden_and_so_is_what_was_seen():
    questions = {e.name: e for e in walk(definition_of("rescue_plan").body) if isinstance(e, Question)}
    assert {questions[name].marks["mask"] for name in ("source_code", "information_text")} == {"identity"}
    assert {questions[name].marks["mask"] for name in ("recce_found", "decoy_detail")} == {"sensitive"}


def test_grounds_come_before_the_planned_entry():
    grounds = "/data/authority/grounds_at"
    entry = entry_of("rescue_plan", {"/data/authority/entry_planned_at": at(20, 9), grounds: at(20, 9)})
    assert [problem.kind for problem in entry.state(grounds).problems] == ["constraint"]
    entry.set_answer(grounds, at(20, 8))
    assert entry.state(grounds).problems == ()


def test_itpa_needs_its_officer_two_women_and_a_woman_witness():
    entry = entry_of("rescue_plan", {"/data/authority/power": "itpa_15"})
    assert {"/data/authority/authority_notification", "/data/team_group/women_police_reason"} <= needed(entry)
    for n in (1, 2):
        row, seen = f"/data/team_group/team[{n}]", f"/data/team_group/witnesses[{n}]"
        answer(entry, {f"{row}/member_sex": "female", f"{row}/member_role": "police"})
        answer(entry, {f"{seen}/witness_name": "R", f"{seen}/witness_sex": "male"})
    assert value(entry, "/data/team_group/women_police") == "2"
    assert not asked(entry, "/data/team_group/women_police_note")
    assert asked(entry, "/data/team_group/witness_note")
    answer(entry, {"/data/team_group/witnesses[2]/witness_sex": "female"})
    assert not asked(entry, "/data/team_group/witness_note")


def test_victims_ride_apart_and_children_are_announced():
    entry = entry_of(
        "rescue_plan", {"/data/logistics_group/logistics": "food", "/data/expected/expected_girls": "0"}
    )
    assert asked(entry, "/data/logistics_group/vehicles_note")
    answer(
        entry, {"/data/logistics_group/logistics": "food victim_vehicle", "/data/expected/expected_boys": "2"}
    )
    assert not asked(entry, "/data/logistics_group/vehicles_note")
    assert asked(entry, "/data/expected/children_note")


def test_what_the_plan_says_is_not_asked_again_in_the_report():
    plan, report = (
        {
            e.marks["carry"]: e.data_type
            for e in walk(definition_of(f).body)
            if isinstance(e, Question) and "carry" in e.marks
        }
        for f in ("rescue_plan", "rescue_report")
    )
    shared = {
        "case.search_powers",
        "case.search_grounds",
        "case.search_grounds_at",
        "premises.line",
        "premises.keeper",
    }
    assert shared <= set(plan) & set(report)
    assert {fact: plan[fact] for fact in shared} == {fact: report[fact] for fact in shared}

"""The clocks of a case, from what its records tell."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from abhaya.cases.case import CaseFilter
from abhaya.cases.clock import ClockState
from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.workflows.case_clocks import case_clocks, note_deadline
from abhaya.workflows.decide_bail import BailDecision, count_first_day, decide_bail
from abhaya.workflows.desk import INDIA
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.seal_record import correct_record, seal
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case, desk_of
from support.refusal import refused
from support.station_people import PASSPHRASES

DUE = datetime(2026, 3, 14, 15, tzinfo=INDIA)


@pytest.fixture
def case(desk):
    return begin_case(desk)


def shown(desk, case):
    return [(c.rule.name, c.person, c.state) for c in case_clocks(desk, case.id)]


def test_a_case_without_records_has_no_clocks(desk, case):
    assert case_clocks(desk, case.id) == ()


def test_a_child_has_its_clock_and_a_woman_has_none(desk, case, tmp_path):
    fill_clock_form(desk, case, tmp_path)
    child, progress = case_clocks(desk, case.id)
    assert (child.rule.name, child.person, child.deadline.at) == ("child_cwc", "V-001", DUE)
    assert child.state is ClockState.NEAR
    assert child.draft
    assert progress.rule.name == "progress_90"


def test_of_unknown_age_is_treated_as_a_child(desk, case, tmp_path):
    unknown = {path: answer for path, answer in FOUND.items() if path != "/data/rescued[2]/age_years"}
    fill_clock_form(desk, case, tmp_path, unknown)
    assert ("child_cwc", "V-002", ClockState.RUNNING) not in shown(desk, case)
    assert ("child_cwc", "V-002", ClockState.OVERDUE) in shown(desk, case)  # no journey was told of V-002


def test_the_clock_stops_when_another_record_tells_of_it(desk, case, tmp_path, clock):
    first = fill_clock_form(desk, case, tmp_path)
    enter_answers(first.entry, {"/data/rescued[1]/produced_at": "2026-03-13T16:00:00.000+05:30"})
    first.save()
    assert ("child_cwc", "V-001", ClockState.MET) in shown(desk, case)
    assert case_clocks(desk, case.id)[-1].state is ClockState.MET  # what is done comes last


def test_time_goes_by(desk, case, tmp_path, clock):
    fill_clock_form(desk, case, tmp_path)
    clock.now += timedelta(days=91)
    late = {name for name, _, state in shown(desk, case) if state is ClockState.OVERDUE}
    assert late == {"child_cwc", "progress_90"}


def test_a_hidden_answer_tells_nothing(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path, {"/data/searched": "yes"})
    enter_answers(filling.entry, {"/data/seized_at": "2026-03-13T16:00:00.000+05:30"})
    filling.save()
    assert [name for name, *_ in shown(desk, case)] == ["seizure_report"]
    enter_answers(filling.entry, {"/data/searched": "no"})
    filling.save()
    assert shown(desk, case) == []


def test_a_correction_counts_from_its_sealing_on(desk, case, tmp_path):
    record = seal(desk, fill_clock_form(desk, case, tmp_path))
    assert not case_clocks(desk, case.id)[0].draft
    draft = correct_record(desk, record.id)
    enter_answers(draft.entry, {"/data/rescued[1]/produced_at": "2026-03-13T16:00:00.000+05:30"})
    draft.save()
    assert ("child_cwc", "V-001", ClockState.NEAR) in shown(desk, case)
    seal(desk, draft)
    assert ("child_cwc", "V-001", ClockState.MET) in shown(desk, case)


@pytest.mark.parametrize(
    ("sections", "rule", "last"),
    [
        ("bns_143_2", "default_bail_60", "2026-05-12"),
        ("bns_143_2 bns_143_4", "default_bail_90", "2026-06-11"),
    ],
)
def test_default_bail_follows_the_sections_charged(desk, case, tmp_path, sections, rule, last):
    answers = {
        "/data/sections": sections,
        "/data/held[1]/full_name": "Ram Kumar (DEMO)",
        "/data/held[1]/remanded_on": "2026-03-13",
    }
    fill_clock_form(desk, case, tmp_path, answers)
    bail = [c for c in case_clocks(desk, case.id) if c.rule.name.startswith("default_bail")]
    assert [(c.rule.name, c.person, c.deadline.day.isoformat()) for c in bail] == [(rule, "S-001", last)]


def test_the_nearest_deadline_is_noted_once_and_goes_when_it_is_met(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path)
    note_deadline(desk, case.id, case_clocks(desk, case.id))
    assert list_cases(desk, CaseFilter())[0].due_at == DUE
    head = desk.reader.audit.head()
    note_deadline(desk, case.id, case_clocks(desk, case.id))
    assert desk.reader.audit.head() == head
    enter_answers(filling.entry, {"/data/rescued[1]/produced_at": "2026-03-13T16:00:00.000+05:30"})
    enter_answers(filling.entry, {"/data/fir_date": ""})
    filling.save()
    note_deadline(desk, case.id, case_clocks(desk, case.id))
    assert list_cases(desk, CaseFilter())[0].due_at is None


def test_sealing_notes_the_nearest_deadline_in_the_same_breath(desk, case, tmp_path):
    seal(desk, fill_clock_form(desk, case, tmp_path))
    assert list_cases(desk, CaseFilter())[0].due_at == DUE


@pytest.mark.parametrize(
    ("sections", "runs"), [("bns_64_1", True), ("bns_143_2", False), ("pocso_4_1", True)]
)
def test_two_months_for_the_investigation_of_the_listed_offences(desk, case, tmp_path, sections, runs):
    fill_clock_form(desk, case, tmp_path, {"/data/fir_date": "2026-03-13", "/data/sections": sections})
    assert ("inv_2m" in {name for name, *_ in shown(desk, case)}) is runs


def test_a_decision_about_bail_goes_before_the_sections(desk, case, tmp_path):
    answers = {
        "/data/sections": "bns_143_2",
        "/data/held[1]/full_name": "Ram Kumar (DEMO)",
        "/data/held[1]/remanded_on": "2026-03-13",
    }
    fill_clock_form(desk, case, tmp_path, answers)
    decide_bail(desk, case.id, BailDecision(90, "The court of the district reads it so."))
    count_first_day(desk, counts=True)
    bail = [c for c in case_clocks(desk, case.id) if c.rule.name.startswith("default_bail")]
    assert [(c.rule.name, c.deadline.day.isoformat()) for c in bail] == [("default_bail_90", "2026-06-10")]


def test_the_days_to_default_bail_are_those_of_each_accused(desk, case, tmp_path):
    answers = {"/data/sections": "bns_144_2"}
    for row in (1, 2, 3):
        answers[f"/data/held[{row}]/full_name"] = f"Accused {row} (DEMO)"
        answers[f"/data/held[{row}]/remanded_on"] = "2026-03-13"
    fill_clock_form(desk, case, tmp_path, answers)
    reason = "The court of the district reads it so."
    for decision in (BailDecision(60, reason, "S-001"), BailDecision(90, reason, "S-002")):
        decide_bail(desk, case.id, decision)
    assert _bail(desk, case) == {"S-001": {60}, "S-002": {90}, "S-003": {60}}
    decide_bail(desk, case.id, BailDecision(90, reason))
    assert _bail(desk, case) == {"S-001": {60}, "S-002": {90}, "S-003": {90}}


def _bail(desk, case):
    found = {}
    for clock in case_clocks(desk, case.id):
        if clock.rule.name.startswith("default_bail"):
            found.setdefault(clock.person, set()).add(clock.rule.length.count)
    return found


def test_legal_aid_reads_the_clocks_and_notes_nothing(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
        fill_clock_form(desk, case, tmp_path)
        person = add_person(desk, "Legal aid (DEMO)", Role.LEGAL_AID, PASSPHRASES[Role.LEGAL_AID])
        grant_case(desk, case.id, person)
        other = begin_case(desk)
        fill_clock_form(desk, other, tmp_path)
    with desk_of(folder, clock, Role.LEGAL_AID) as desk:
        found = case_clocks(desk, case.id)
        note_deadline(desk, case.id, found)
        assert [clock.rule.name for clock in found] == ["child_cwc", "progress_90"]
        assert list_cases(desk, CaseFilter())[0].due_at is None
        with refused(Code.NOT_PERMITTED):
            case_clocks(desk, other.id)

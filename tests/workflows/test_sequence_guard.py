"""Out of order or out of time: a reason is asked, kept with the record, and nothing is stopped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.cases.bundle import Copy
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.record import RecordStatus
from abhaya.workflows import sequence_guard
from abhaya.workflows.case_document import case_document
from abhaya.workflows.case_snapshot import case_snapshot
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.export_bundle import plan_bundle
from abhaya.workflows.seal_record import correct_record, seal
from abhaya.workflows.sequence_guard import departures_told, given_reasons
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case

LATE = FOUND | {
    "/data/gd_at": "2026-03-13T09:00:00.000+05:30",
    "/data/rescued[1]/produced_at": "2026-03-14T15:01:00.000+05:30",
}
REASON = "The road to Maharajganj was closed (DEMO)."


@pytest.fixture
def case(desk):
    return begin_case(desk)


def told(desk, filling):
    record = filling.record
    return departures_told(desk, case_document(desk, record.case_id, filling), record)


def rules(desk, filling):
    return [(found.rule, found.person) for found in told(desk, filling)]


def test_an_orderly_record_is_asked_nothing(desk, case, tmp_path):
    orderly = FOUND | {"/data/gd_at": "2026-03-13T09:00:00.000+05:30"}
    assert rules(desk, fill_clock_form(desk, case, tmp_path, orderly)) == []


def test_an_fir_without_or_before_its_diary_entry(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path, {"/data/fir_date": "2026-03-13"})
    assert rules(desk, filling) == [("gd_before_fir", "")]
    enter_answers(filling.entry, {"/data/gd_at": "2026-03-14T09:00:00.000+05:30"})
    assert rules(desk, filling) == [("gd_before_fir", "")]


def test_produced_late(desk, case, tmp_path, clock):
    assert rules(desk, fill_clock_form(desk, case, tmp_path, LATE)) == [("child_cwc", "V-001")]


def test_the_reason_is_kept_with_the_record(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path, LATE)
    (late,) = told(desk, filling)
    record = seal(desk, filling, lambda _told: {late: f"  {REASON}\n"})
    assert [(given.departure, given.reason) for given in given_reasons(desk, case.id, record.id)] == [
        (late, REASON)
    ]
    ((_, sealed),) = desk.reader.departures.of_record(record.id)
    assert b"Maharajganj" not in sealed


def test_what_a_form_asked_is_kept_and_whoever_seals_may_change_it(desk, case, tmp_path, monkeypatch):
    rule = next(rule for rule in clock_rules() if rule.name == "child_cwc")
    asked = (replace(rule, reasons=("clock_form/searched",)),)
    monkeypatch.setattr(sequence_guard, "clock_rules", lambda: asked)
    for given in ("The bus broke down (DEMO).", ""):
        filling = fill_clock_form(desk, case, tmp_path, LATE | {"/data/searched": REASON})
        (late,) = told(desk, filling)
        assert told(desk, filling)[late] == REASON
        record = seal(desk, filling, lambda _told, late=late, given=given: {late: given} if given else {})
        assert [kept.reason for kept in given_reasons(desk, case.id, record.id)] == [given or REASON]
        case = begin_case(desk)


def test_without_a_reason_it_is_sealed_all_the_same_and_that_is_kept(desk, case, tmp_path):
    record = seal(desk, fill_clock_form(desk, case, tmp_path, LATE))
    assert record.status is RecordStatus.SEALED
    assert [given.reason for given in given_reasons(desk, case.id, record.id)] == [""]


def test_what_was_answered_once_is_not_asked_again(desk, case, tmp_path):
    record = seal(desk, fill_clock_form(desk, case, tmp_path, LATE))
    correction = correct_record(desk, record.id)
    assert rules(desk, correction) == []
    enter_answers(correction.entry, {"/data/rescued[1]/produced_at": "2026-03-14T16:00:00.000+05:30"})
    assert rules(desk, correction) == [("child_cwc", "V-001")]  # another time is another departure


def test_the_reason_is_printed_with_the_record(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path, LATE)
    (late,) = told(desk, filling)
    seal(desk, filling, lambda _told: {late: REASON})
    (printed,) = case_snapshot(desk, plan_bundle(desk, case.id, Copy.COURT, "en")).records
    (departure,) = printed.departures
    assert departure.words["en"] == (
        "Late: Produce the child before the Child Welfare Committee."
        " Due by 14/03/2026 15:00 (30 Falgun 2082 BS), done 14/03/2026 15:01 (30 Falgun 2082 BS)."
    )
    assert departure.words["ne"].startswith("ढिलो: ")
    assert (departure.person, departure.reason) == ("V-001", REASON)

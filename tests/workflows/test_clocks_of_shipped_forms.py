"""The clocks, the order of steps and the checks, as the shipped forms tell them."""

from __future__ import annotations

import pytest

from abhaya.cases.clock import ClockState
from abhaya.cases.person import PersonRole
from abhaya.workflows.case_checks import case_findings
from abhaya.workflows.case_clocks import case_clocks
from abhaya.workflows.case_document import case_document
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.sequence_guard import departures_told
from support.desks import begin_case


def at(day, time):
    return f"2026-03-{day:02d}T{time}:00.000+05:30"


RESCUED = "/data/persons/rescued"
RESCUE = {
    "/data/case/gd_number": "12",
    "/data/case/gd_at": at(12, "09:00"),
    "/data/case/fir_number": "0042/2026",
    "/data/case/fir_date": "2026-03-12",
    f"{RESCUED}[1]/full_name": "Bimala Rai (DEMO)",
}


REMAND = {"/data/court_steps/remand_kind": "judicial", "/data/court_steps/remand_on": "2026-03-12"}


@pytest.fixture
def case(desk):
    return begin_case(desk)


@pytest.fixture
def fill(desk, case):
    """Begin a shipped form, answer it and save it."""

    def run(form, answers, about=""):
        filling = start_record(desk, case.id, form, "en", about)
        enter_answers(filling.entry, answers)
        filling.save()
        return filling

    return run


def states(desk, case):
    return {(c.rule.name, c.person): c.state for c in case_clocks(desk, case.id)}


def rules(desk, filling):
    document = case_document(desk, filling.record.case_id, filling)
    return {found.rule for found in departures_told(desk, document, filling.record)}


def test_a_production_stops_the_clock_of_its_child_only(desk, case, fill):
    for produced in (at(13, "14:59"), ""):
        answers = {"/data/found/found_at": at(12, "10:00"), "/data/time/journey_hours": "5"}
        fill("production_cwc", answers | {"/data/production/produced_at": produced}, PersonRole.VICTIM)
    found = states(desk, case)
    assert found["child_cwc", "V-001"] is ClockState.MET
    assert found["child_cwc", "V-002"] is ClockState.OVERDUE
    assert ("child_not_produced", "V-002") in {(f.name, f.person) for f in case_findings(desk, case.id)}


def test_both_reports_under_pocso(desk, case, fill):
    told = {
        "/data/pocso/pocso_applies": "yes",
        "/data/pocso/pocso_informed_at": at(13, "10:00"),
        "/data/pocso/pocso_cwc_told_at": at(13, "11:00"),
    }
    filling = fill("production_cwc", told, PersonRole.VICTIM)
    assert states(desk, case)["pocso_report", "V-001"].open
    enter_answers(filling.entry, {"/data/pocso/pocso_court_told_at": at(13, "12:00")})
    filling.save()
    assert states(desk, case)["pocso_report", "V-001"] is ClockState.MET


def test_an_arrest_before_the_fir_and_late_before_the_magistrate(desk, case, fill):
    fill("rescue_report", RESCUE)
    answers = {
        "/data/arrest/arrest_at": at(11, "10:00"),
        "/data/court_steps/journey_hours": "2",
        "/data/court_steps/produced_at": at(12, "12:01"),
        "/data/court_steps/remand_kind": "judicial",
        "/data/court_steps/remand_on": "2026-03-12",
    }
    arrest = fill("arrest_memo", answers, PersonRole.SUSPECT)
    found = states(desk, case)
    assert found["arrest_24", "S-001"] is ClockState.LATE
    assert found["default_bail_60", "S-001"] is ClockState.RUNNING
    assert rules(desk, arrest) >= {"fir_before_arrest", "arrest_24", "grounds_before_production"}


def test_the_reason_that_a_form_asks_for_is_taken_over_at_sealing(desk, fill):
    answers = {
        "/data/arrest/arrest_at": at(11, "10:00"),
        "/data/court_steps/journey_hours": "2",
        "/data/court_steps/produced_at": at(12, "12:01"),
        "/data/court_steps/produced_late_why": " The bridge was closed (DEMO).",
    }
    arrest = fill("arrest_memo", answers, PersonRole.SUSPECT)
    told = departures_told(desk, case_document(desk, arrest.record.case_id, arrest), arrest.record)
    assert {found.rule: said for found, said in told.items() if said} == {
        "arrest_24": "The bridge was closed (DEMO)."
    }


def test_a_search_without_grounds_and_its_record_to_the_magistrate(desk, case, fill):
    answers = {
        "/data/case/gd_number": "12",
        "/data/case/gd_at": at(12, "09:00"),
        "/data/entry/entry_at": at(12, "10:00"),
        "/data/entry/exit_at": at(12, "11:00"),
    }
    report = fill("rescue_report", answers)
    assert "grounds_before_search" in rules(desk, report)
    assert states(desk, case)["av_forward", ""].open


def test_the_police_report_stops_what_runs_to_it(desk, case, fill):
    fill("rescue_report", RESCUE)
    fill("arrest_memo", REMAND, PersonRole.SUSPECT)
    fill(
        "court_progress",
        {"/data/court_dates/report_filed_on": "2026-03-14", "/data/told/tellings[1]/told_on": "2026-03-14"},
    )
    found = states(desk, case)
    assert found["default_bail_60", "S-001"] is ClockState.MET
    progress = [c.state for c in case_clocks(desk, case.id) if c.rule.name == "progress_90"]
    assert progress == [ClockState.RUNNING, ClockState.MET]


def test_who_is_out_on_bail_has_no_days_running(desk, case, fill):
    memo = fill("arrest_memo", REMAND, PersonRole.SUSPECT)
    assert states(desk, case)["default_bail_60", "S-001"].open
    refused = {
        "/data/court_steps/bail[1]/bail_kind": "refused",
        "/data/court_steps/bail[1]/bail_on": "2026-03-13",
    }
    enter_answers(memo.entry, refused)
    memo.save()
    assert states(desk, case)["default_bail_60", "S-001"].open
    enter_answers(memo.entry, {"/data/court_steps/bail[1]/bail_kind": "court"})
    memo.save()
    assert states(desk, case)["default_bail_60", "S-001"] is ClockState.MET


def test_an_accused_who_appeared_is_due_copies(desk, case, fill):
    fill("person_in_court", {"/data/hearing/appeared_on": "2026-03-13"}, PersonRole.SUSPECT)
    assert states(desk, case)["copies_14", "S-001"].open


def test_an_order_of_the_committee_starts_the_inquiry(desk, case, fill):
    fill("cwc_order", {"/data/order/order_on": "2026-03-13"}, PersonRole.VICTIM)
    assert ("sir_15", "V-001") not in states(desk, case)


def test_when_a_child_was_stopped_at_the_border_is_asked_once(desk, case, fill):
    met = {"/data/encounter/enc_at": at(12, "11:20"), "/data/encounter/enc_point": "Gate 2 (DEMO)"}
    fill("border_screening", met | {"/data/persons/screened[1]/sex": "female"})
    brought = start_record(desk, case.id, "production_cwc", "en", "V-001").entry
    assert brought.state("/data/found/found_at").value == met["/data/encounter/enc_at"]
    assert brought.state("/data/found/found_where").value == "Gate 2 (DEMO)"


@pytest.mark.parametrize(("purposes", "runs"), [("treatment sexual_assault", True), ("treatment", False)])
def test_the_report_of_the_doctor_has_seven_days_after_rape_only(desk, fill, purposes, runs):
    fill("rescue_report", RESCUE)
    request = {"/data/request/purposes": purposes, "/data/request/sent_at": at(12, "12:00")}
    if runs:
        request["/data/request/information_at"] = at(12, "11:00")
    fill("medical_requisition", request, about="V-001")
    case_id = fill(
        "medical_report", {"/data/examination/exam_end": at(12, "14:00")}, about="V-001"
    ).record.case_id
    assert ("med_report" in {c.rule.name for c in case_clocks(desk, case_id)}) is runs

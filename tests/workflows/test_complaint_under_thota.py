"""A court takes cognizance under THOTA only on the complaint of the Appropriate Authority."""

from __future__ import annotations

from abhaya.workflows.case_checks import case_findings
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from support.desks import begin_case

CHARGED = {
    "/data/case/offence_from": "2026-01-28",
    "/data/case/sections": "bns_143_2 thota_19",
    "/data/court_dates/report_filed_on": "2026-03-10",
}
TOLD = {"/data/organ/authority_told": "yes", "/data/organ/authority_told_on": "2026-02-01"}
COMPLAINED = {"/data/organ/authority_complained_on": "2026-03-01"}
LACKING = {"authority_not_told", "thota_without_complaint"}


def lacking(desk, answers):
    case = begin_case(desk)
    filling = start_record(desk, case.id, "court_progress", "en")
    enter_answers(filling.entry, answers)
    filling.save()
    return LACKING & {found.name for found in case_findings(desk, case.id)}


def test_the_authority_is_told_and_complains(desk):
    assert lacking(desk, CHARGED) == LACKING
    assert lacking(desk, CHARGED | TOLD) == {"thota_without_complaint"}
    assert lacking(desk, CHARGED | TOLD | COMPLAINED) == set()
    assert lacking(desk, CHARGED | {"/data/case/sections": "bns_143_2"}) == set()

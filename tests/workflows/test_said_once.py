"""What one form tells of a happening stands in the next form that asks for it."""

from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya.workflows.enter_answers import enter_and_fill_in, enter_answers
from abhaya.workflows.fill_form import start_record
from support.desks import begin_case

MOMENT = "2026-03-12T10:00:00.000+05:30"
RESCUE = {"/data/apprehended/suspects_found": "yes", "/data/apprehended/suspects[1]/full_name": "Ram (DEMO)"}
ARRESTED = RESCUE | {"/data/apprehended/suspects[1]/suspect_arrested": "yes"}
POCSO = {"/data/pocso/pocso_applies": "yes"}


@pytest.mark.parametrize(
    ("first", "answers", "told", "second", "about", "asked"),
    [
        (
            "rescue_report",
            {"/data/persons/rescued[1]/full_name": "Bimala (DEMO)"},
            "/data/persons/rescued[1]/found/found_at",
            "production_magistrate",
            "V-001",
            "/data/production/removed_at",
        ),
        (
            "rescue_report",
            ARRESTED,
            "/data/apprehended/suspects[1]/arrested_at",
            "arrest_memo",
            "S-001",
            "/data/arrest/arrest_at",
        ),
        (
            "production_cwc",
            POCSO,
            "/data/pocso/pocso_court_told_at",
            "interview_child",
            "V-001",
            "/data/duties/court_told_at",
        ),
    ],
)
def test_a_moment_is_told_once(desk, first, answers, told, second, about, asked):
    case = begin_case(desk)
    subject = PersonRole.VICTIM if first == "production_cwc" else ""
    filling = start_record(desk, case.id, first, "en", subject)
    enter_answers(filling.entry, answers | {told: MOMENT})
    filling.save()
    again = start_record(desk, case.id, second, "en", about)
    if second == "interview_child":
        enter_and_fill_in(again, {"/data/duties/pocso_alleged": "yes"})
    assert again.entry.node(asked).value == MOMENT

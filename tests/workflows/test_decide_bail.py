"""Decisions about how days are counted: sealed, on the trail, and by whom it may be."""

from __future__ import annotations

from abhaya.cases.audit_entry import Action
from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.decide_bail import (
    BailDecision,
    accused_of,
    bail_decision,
    count_first_day,
    counts_first_day,
    decide_bail,
)
from abhaya.workflows.manage_people import add_person
from support.clock_form import fill_clock_form
from support.desks import begin_case, desk_of
from support.refusal import refused
from support.station_people import PASSPHRASES

REASON = "The High Court reads the section so (DEMO)."


def test_a_decision_is_kept_and_its_reason_is_sealed(desk, folder):
    case = begin_case(desk)
    assert bail_decision(desk, case.id) is None
    decide_bail(desk, case.id, BailDecision(90, REASON))
    assert bail_decision(desk, case.id) == BailDecision(90, REASON)
    last = entries(desk, 0)[-1]
    assert (last.action, last.subject, last.detail) == (Action.BAIL_DECIDED, case.id, "90")
    ((_, sealed),) = desk.reader.clocks.bail_decisions(case.id).values()
    assert REASON.encode() not in sealed


def test_each_accused_is_decided_upon_alone(desk, tmp_path):
    case = begin_case(desk)
    fill_clock_form(
        desk, case, tmp_path, {f"/data/held[{n}]/full_name": f"Accused {n} (DEMO)" for n in (1, 2)}
    )
    assert accused_of(desk, case.id) == ("S-001", "S-002")
    decide_bail(desk, case.id, BailDecision(90, REASON, "S-002"))
    assert bail_decision(desk, case.id, "S-002") == BailDecision(90, REASON, "S-002")
    assert bail_decision(desk, case.id, "S-001") is None and bail_decision(desk, case.id) is None
    assert entries(desk, 0)[-1].detail == "S-002 90"
    with refused(Code.NO_SUCH_PERSON):
        decide_bail(desk, case.id, BailDecision(90, REASON, "S-003"))


def test_only_a_supervisor_says_how_the_station_counts(folder, clock):
    with desk_of(folder, clock) as desk:
        add_person(desk, "Investigator (DEMO)", Role.INVESTIGATOR, PASSPHRASES[Role.INVESTIGATOR])
        count_first_day(desk, counts=True)
    with desk_of(folder, clock, Role.INVESTIGATOR) as desk:
        assert counts_first_day(desk)
        with refused(Code.NOT_PERMITTED):
            count_first_day(desk, counts=False)
        assert counts_first_day(desk)

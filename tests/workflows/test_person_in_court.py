"""A memo is sealed at the arrest; the clock to the Magistrate runs on and is met by another form."""

from __future__ import annotations

from abhaya.cases.clock import ClockState
from abhaya.cases.person import PersonRole
from abhaya.workflows.case_clocks import case_clocks
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from support.desks import begin_case

ARRESTED = {"/data/arrest/arrest_at": "2026-03-12T10:00:00.000+05:30"}
PRODUCED = {
    "/data/custody/produced_at": "2026-03-13T09:00:00.000+05:30",
    "/data/custody/remand_kind": "judicial",
    "/data/custody/remand_on": "2026-03-13",
}


def test_the_production_after_a_sealed_memo_meets_its_clock(desk):
    case = begin_case(desk)

    def fill(form, answers, about):
        filling = start_record(desk, case.id, form, "en", about)
        enter_answers(filling.entry, answers)
        filling.save()

    def states():
        return {(c.rule.name, c.person): c.state for c in case_clocks(desk, case.id)}

    fill("arrest_memo", ARRESTED, PersonRole.SUSPECT)
    assert states()["arrest_24", "S-001"] is ClockState.OVERDUE
    assert ("default_bail_60", "S-001") not in states()
    fill("person_in_court", PRODUCED, "S-001")
    assert states()["arrest_24", "S-001"] is ClockState.MET

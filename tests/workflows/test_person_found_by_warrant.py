"""An adult found by a search-warrant goes before the Magistrate, and the clock says until when."""

from __future__ import annotations

import pytest

from abhaya.cases.clock import ClockState
from abhaya.cases.person import PersonRole
from abhaya.workflows.case_clocks import case_clocks
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from support.desks import begin_case

GROWN = {"/data/person/born/born_birth": "unknown", "/data/person/born/born_age_said": "30"}
FOUND = {
    "/data/production/authority": "warrant_100",
    "/data/production/removed_at": "2026-03-12T10:00:00.000+05:30",
}
PRODUCED = {"/data/production/produced_at": "2026-03-12T13:00:00.000+05:30"}


@pytest.mark.parametrize(
    ("answers", "state"),
    [(GROWN | FOUND, ClockState.OVERDUE), (GROWN | FOUND | PRODUCED, ClockState.MET), (FOUND, None)],
)
def test_the_clock_of_a_person_found_by_warrant(desk, answers, state):
    case = begin_case(desk)
    filling = start_record(desk, case.id, "production_magistrate", "en", PersonRole.VICTIM)
    enter_answers(filling.entry, answers)
    filling.save()
    states = {clock.rule.name: clock.state for clock in case_clocks(desk, case.id)}
    assert states.get("confined_produced") is state

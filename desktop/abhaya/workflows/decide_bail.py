"""Decide how days are counted where courts differ: for the station, and for default bail in one case."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.cases.audit_entry import Action
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk


@dataclass(frozen=True, slots=True)
class BailDecision:
    """Default bail after 60 or 90 days whatever the sections charged say, and why."""

    days: int
    reason: str


def bail_decision(desk: Desk, case_id: str) -> BailDecision | None:
    """Return what was decided in this case; None where the sections charged decide.  Raises SEAL_BROKEN."""
    found = desk.reader.clocks.bail_decision(case_id)
    if found is None:
        return None
    return BailDecision(found[0], desk.unseal(Kind.BAIL_REASON, case_id, "", found[1]).decode())


def decide_bail(desk: Desk, case_id: str, decision: BailDecision) -> None:
    """Keep a decision about default bail (BNSS s.187(3)).  Raises NOT_PERMITTED."""
    desk.require(Deed.CHANGE_CASE)
    now = desk.clock()
    reason = desk.seal(Kind.BAIL_REASON, case_id, "", decision.reason.encode("utf-8", "replace"))
    with desk.work() as work:
        work.clocks.decide_bail(case_id, decision.days, reason, desk.person_id, now)
        work.cases.touch(case_id, now)
        work.note(Action.BAIL_DECIDED, case_id, str(decision.days))


def counts_first_day(desk: Desk) -> bool:
    """Say whether this station counts the day of the first remand."""
    return desk.reader.clocks.count_first_day()


def count_first_day(desk: Desk, *, counts: bool) -> None:
    """Keep whether the day of the first remand counts (*ED v. Kapil Wadhawan*, 2023, says yes [K]).

    Raises NOT_PERMITTED for who is not a supervisor.
    """
    desk.require(Deed.SET_STATION)
    with desk.work() as work:
        work.clocks.set_count_first_day(counts=counts)
        work.note(Action.READING_CHANGED, detail="first day counts" if counts else "first day does not count")

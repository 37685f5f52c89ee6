"""Decide how days are counted where courts differ: for the station, and for default bail of each accused."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk


@dataclass(frozen=True, slots=True)
class BailDecision:
    """Default bail after 60 or 90 days whatever the sections charged say, and why.

    ``person`` is the code of the accused it is about, "" for everybody of whom nothing else is decided.
    """

    days: int
    reason: str
    person: str = ""


def bail_decision(desk: Desk, case_id: str, person: str = "") -> BailDecision | None:
    """Return what was decided about this accused, or with "" about all; None where nothing was.

    Raises SEAL_BROKEN.
    """
    found = desk.reader.clocks.bail_decisions(case_id).get(person)
    if found is None:
        return None
    reason = desk.unseal(Kind.BAIL_REASON, case_id, person, found[1]).decode()
    return BailDecision(found[0], reason, person)


def accused_of(desk: Desk, case_id: str) -> tuple[str, ...]:
    """Return the codes of the accused of a case."""
    people = desk.reader.people.of_case(case_id)
    return tuple(sorted({person.code for person in people if person.role is PersonRole.SUSPECT}))


def decide_bail(desk: Desk, case_id: str, decision: BailDecision) -> None:
    """Keep a decision about default bail (BNSS s.187(3)).  Raises NOT_PERMITTED, NO_SUCH_PERSON."""
    desk.require(Deed.CHANGE_CASE)
    person, now = decision.person, desk.clock()
    if person and person not in accused_of(desk, case_id):
        raise AbhayaError(Code.NO_SUCH_PERSON)
    reason = desk.seal(Kind.BAIL_REASON, case_id, person, decision.reason.encode("utf-8", "replace"))
    with desk.work() as work:
        work.clocks.decide_bail(case_id, person, decision.days, reason, desk.person_id, now)
        work.cases.touch(case_id, now)
        work.note(Action.BAIL_DECIDED, case_id, f"{person} {decision.days}".strip())


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

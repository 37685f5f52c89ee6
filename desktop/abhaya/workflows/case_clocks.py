"""The clocks of a case: what the law wants by when, for whom, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from abhaya.cases.audit_entry import Action
from abhaya.cases.case_document import ANYBODY, CaseDocument
from abhaya.cases.clock import Clock
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.clock_run import Happenings, run_clock
from abhaya.security.permissions import Deed
from abhaya.storage.unit_of_work import UnitOfWork
from abhaya.workflows.case_document import case_document
from abhaya.workflows.desk import Desk

_AT_PEOPLE = {
    "victim": "@role = 'victim'",
    "child": "@role = 'victim' and @child != 'no'",
    "suspect": "@role = 'suspect'",
}
"""For whom a clock runs; of unknown age is a child."""


def case_clocks(desk: Desk, case_id: str) -> tuple[Clock, ...]:
    """Return the clocks of a case, what is to be done next first, then what was done.

    Raises NOT_PERMITTED, NO_SUCH_CASE.
    """
    return clocks_of(desk, case_document(desk, case_id))


def clocks_of(desk: Desk, document: CaseDocument) -> tuple[Clock, ...]:
    """Return the clocks of a case put together already."""
    counted = desk.reader.clocks.count_first_day()
    known = Happenings(document.events, document.durations, document.clock(), counted)
    clocks = [
        clock
        for rule in clock_rules()
        for code in for_whom(rule.whom, document, rule.applies)
        for clock in run_clock(rule, code, known)
    ]
    return tuple(sorted(clocks, key=lambda clock: (not clock.state.open, clock.deadline.at)))


def for_whom(whom: str, document: CaseDocument, applies: str = "") -> Iterator[str]:
    """Yield the codes of those a rule is for, or ANYBODY when it is for the case; ``applies`` narrows it."""
    if whom == "case":
        if document.holds(applies, document.root):
            yield ANYBODY
        return
    for person in document.people():
        if document.holds(_AT_PEOPLE[whom], person) and document.holds(applies, person):
            yield person.attributes["code"]


def note_deadline(desk: Desk, case_id: str, clocks: Iterable[Clock]) -> None:
    """Note the nearest deadline for the list of cases; who may only read changes nothing.

    Raises DISK_FULL, READ_ONLY_FOLDER.
    """
    clocks = tuple(clocks)
    if desk.may(Deed.FILL_FORM) and _nearest(clocks) != desk.reader.cases.due_at(case_id):
        with desk.work() as work:
            write_deadline(desk, work, case_id, clocks)


def write_deadline(desk: Desk, work: UnitOfWork, case_id: str, clocks: Iterable[Clock]) -> None:
    """Let the nearest deadline go with a change of the case that is under way."""
    nearest = _nearest(clocks)
    if nearest != desk.reader.cases.due_at(case_id):
        work.cases.set_due_at(case_id, nearest)
        work.note(Action.DEADLINE_NOTED, case_id)


def _nearest(clocks: Iterable[Clock]) -> datetime | None:
    """The first deadline that statute sets and that is not met yet."""
    due = [c.deadline.at for c in clocks if c.state.open and c.rule.strict and c.rule.kind != "track"]
    return min(due, default=None)

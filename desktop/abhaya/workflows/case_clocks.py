"""The clocks of a case: what the law wants by when, for whom, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from abhaya.cases.case_document import ANYBODY, CaseDocument
from abhaya.cases.clock import Clock, ClockRule
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.clock_run import Happenings, run_clock
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

    Raises NOT_PERMITTED, NO_SUCH_CASE, SEAL_BROKEN.
    """
    return clocks_of(case_document(desk, case_id))


def clocks_of(document: CaseDocument, *, count_first_day: bool = False) -> tuple[Clock, ...]:
    """Return the clocks of a case put together already."""
    now = document.clock()
    known = Happenings(document.events, document.durations, now, count_first_day)
    clocks = [
        clock
        for rule in clock_rules()
        for code in _for_whom(rule, document)
        for clock in run_clock(rule, code, known)
    ]
    return tuple(sorted(clocks, key=lambda clock: (not clock.state.open, clock.deadline.at)))


def next_deadline(clocks: Iterable[Clock]) -> datetime | None:
    """Return the nearest deadline that statute sets and that is not met yet, overdue ones included."""
    due = [c.deadline.at for c in clocks if c.state.open and c.rule.strict and c.rule.kind != "track"]
    return min(due, default=None)


def _for_whom(rule: ClockRule, document: CaseDocument) -> Iterator[str]:
    if rule.whom == "case":
        if document.holds(rule.applies, document.root):
            yield ANYBODY
        return
    for person in document.people():
        if document.holds(_AT_PEOPLE[rule.whom], person) and document.holds(rule.applies, person):
            yield person.attributes["code"]

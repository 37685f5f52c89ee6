"""What a record tells out of its order or out of time: asked for a reason, never stopped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from abhaya.cases.case_document import ANYBODY, CaseDocument
from abhaya.cases.clock import Clock, ClockState
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.departure import Departure
from abhaya.cases.record import Record
from abhaya.cases.sequence import departures, sequence_rules
from abhaya.security.case_keys import Kind
from abhaya.storage.unit_of_work import UnitOfWork
from abhaya.workflows.case_clocks import clocks_of, for_whom
from abhaya.workflows.desk import Desk
from abhaya.workflows.record_answers import code_at


@dataclass(frozen=True, slots=True)
class GivenReason:
    """A departure of a sealed record with the reason given for it, "" when none was."""

    departure: Departure
    reason: str


def departures_told(desk: Desk, document: CaseDocument, record: Record) -> dict[Departure, str]:
    """Return what a record at work tells out of order or late, and no sealed record gave a reason for yet.

    With each stands the reason that a form of the case asked for and holds, "" when none does.
    """
    told = [*_out_of_order(document, record.id), *_late(desk, document, record.id)]
    known = desk.reader.departures.of_case(record.case_id)
    return {found: _written(document, found) for found in told if found not in known}


def keep_reasons(desk: Desk, work: UnitOfWork, record: Record, reasons: Mapping[Departure, str]) -> None:
    """Keep the departures of a record that is being sealed, each with its reason or, given none, without."""
    for found, reason in reasons.items():
        plain = reason.strip().encode("utf-8", "replace")
        work.departures.add(record.id, found, desk.seal(Kind.DEPARTURE, record.case_id, record.id, plain))


def given_reasons(desk: Desk, case_id: str, record_id: str) -> tuple[GivenReason, ...]:
    """Return the departures of a sealed record as they are printed with it.  Raises SEAL_BROKEN."""
    return tuple(
        GivenReason(found, desk.unseal(Kind.DEPARTURE, case_id, record_id, sealed).decode())
        for found, sealed in desk.reader.departures.of_record(record_id)
    )


def late_clock(desk: Desk, document: CaseDocument, found: Departure) -> Clock | None:
    """Return the clock that a departure was late by; None for one of the order of steps, or undone since."""
    late = (clock for clock in clocks_of(desk, document) if clock.met_at is not None)
    return next(
        (c for c in late if c.met_at and Departure.of(c.rule.name, c.person, c.met_at) == found), None
    )


def _written(document: CaseDocument, found: Departure) -> str:
    """The reason in a question that the table of clocks names; of several the one of the latest record."""
    places = {place for rule in clock_rules() if rule.name == found.rule for place in rule.reasons}
    written = (
        node.text
        for top in reversed(document.root.children)
        if top.name == "record" and any(place.startswith(f"{top.attributes['form']}/") for place in places)
        for node in top.descend()
        if f"{top.attributes['form']}/{node.name}" in places and code_at(node) in (found.person, ANYBODY)
    )
    return next(filter(None, map(str.strip, written)), "")


def _out_of_order(document: CaseDocument, record_id: str) -> Iterator[Departure]:
    for rule in sequence_rules():
        for person in for_whom(rule.whom, document):
            yield from departures(rule, person, document.events, record_id)


def _late(desk: Desk, document: CaseDocument, record_id: str) -> Iterator[Departure]:
    """Clocks that statute sets and that the record tells were met after their time."""
    told = {(event.name, event.at) for event in document.events if event.record_id == record_id}
    for clock in clocks_of(desk, document):
        ends = {name for names in clock.rule.ends for name in names}
        if clock.met_at is None or clock.state is not ClockState.LATE or not clock.rule.strict:
            continue
        if any((name, clock.met_at) in told for name in ends):
            yield Departure.of(clock.rule.name, clock.person, clock.met_at)

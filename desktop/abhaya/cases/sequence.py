"""What comes before what, and where a case departs from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from abhaya.cases.departure import Departure
from abhaya.cases.event import Event
from abhaya_forms.tables import terms


@dataclass(frozen=True, slots=True)
class SequenceRule:
    """A row of ``abhaya_forms/tables/sequence.yaml``, whose head explains the columns."""

    name: str
    whom: str
    first: tuple[str, ...]
    then: str
    missing: bool


@cache
def sequence_rules() -> tuple[SequenceRule, ...]:
    """Return the rules in the order of their table."""
    return tuple(
        SequenceRule(
            term.name,
            term.more["whom"],
            tuple(term.more["first"].split()),
            term.more["then"],
            term.more["missing"] == "yes",
        )
        for term in terms("sequence")
    )


def departures(rule: SequenceRule, person: str, events: Sequence[Event], told_in: str) -> Iterator[Departure]:
    """Yield where ``rule`` was not kept for a person ("" for the case), as far as record ``told_in`` tells.

    Where only the day of one of the two is known, the same day is in order.  An earlier step that another
    record tells as well, as a form's head repeats the FIR, concerns that record.
    """
    own = [event for event in events if not person or event.person in (person, "")]
    first = [event for event in own if event.name in rule.first]
    elsewhere = {(event.name, event.person, event.at) for event in first if event.record_id != told_in}
    news = any(
        event.record_id == told_in and (event.name, event.person, event.at) not in elsewhere
        for event in first
    )
    for then in (event for event in own if event.name == rule.then):
        if (news or then.record_id == told_in) and _out_of_order(rule, first, then):
            yield Departure.of(rule.name, person, then.at)


def _out_of_order(rule: SequenceRule, first: Iterable[Event], then: Event) -> bool:
    before = min(first, key=lambda event: event.at, default=None)
    if before is None:
        return rule.missing
    if before.timed and then.timed:
        return then.at < before.at
    return then.at.date() < before.at.date()

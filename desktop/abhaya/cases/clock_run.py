"""From what happened to the clocks it set going."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise

from abhaya.cases.clock import Clock, ClockRule, ClockState
from abhaya.cases.deadline import Deadline, deadline
from abhaya.cases.event import Duration, Event, case_events


@dataclass(frozen=True, slots=True)
class Happenings:
    """What is known of a case at ``now``; ``count_first_day`` is the station's way of counting."""

    events: Sequence[Event]
    durations: Sequence[Duration]
    now: datetime
    count_first_day: bool


@dataclass(frozen=True, slots=True)
class _End:
    at: datetime
    timed: bool
    draft: bool


def run_clock(rule: ClockRule, person: str, known: Happenings) -> tuple[Clock, ...]:
    """Return the clocks of ``rule`` for a person, or with "" for the case as a whole.

    What is told of the whole case sets the clock of everybody going of whom nothing is told; it stops that of
    a person only when it concerns the case (a police report) or the clock began so.  Where one thing is told
    in several records the earliest moment counts, which is the cautious one; a rule that counts ``each``
    start pairs it with the end told in the same record, else with the next one.
    """
    starts = _distinct(_starts(rule, person, known.events))
    if not starts:
        return ()
    if rule.again:
        return tuple(_again(rule, person, starts[0], known))
    chosen = starts if rule.each else starts[:1]
    return tuple(
        _clock(rule, person, start, _end(rule, person, start, chosen, known), known) for start in chosen
    )


def _again(rule: ClockRule, person: str, start: Event, known: Happenings) -> Iterator[Clock]:
    """The clocks between one end and the next, and the one that runs now."""
    wanted = frozenset(name for names in rule.ends for name in names)
    ends = _ends(wanted, person, start, known.events)
    told = [event for event in _distinct(ends) if _not_before(event, start)]
    for before, after in pairwise([start, *told]):
        yield _clock(rule, person, before, _End(after.at, after.timed, after.draft), known)
    if not any(event.name == rule.until for event in known.events):
        yield _clock(rule, person, [start, *told][-1], None, known)


def _clock(rule: ClockRule, person: str, start: Event, end: _End | None, known: Happenings) -> Clock:
    hours = [d.hours for d in known.durations if d.name == rule.excepted and d.person in (person, "")]
    due = deadline(
        start.at,
        rule.length,
        excluded_hours=min(hours, default=0),
        to_the_hour=rule.to_the_hour and start.timed,
        count_first_day=rule.first_day_by_station and known.count_first_day,
    )
    return Clock(
        rule=rule,
        person=person,
        started_at=start.at,
        deadline=due,
        state=_state(rule, due, end, known.now),
        met_at=end.at if end else None,
        draft=start.draft or (end is not None and end.draft),
    )


def _state(rule: ClockRule, due: Deadline, end: _End | None, now: datetime) -> ClockState:
    if end is not None:
        return ClockState.MET if due.met_by(end.at, timed=end.timed) else ClockState.LATE
    if now > due.at:
        return ClockState.OVERDUE
    return ClockState.NEAR if due.at - now <= rule.warn else ClockState.RUNNING


def _end(
    rule: ClockRule, person: str, start: Event, starts: Sequence[Event], known: Happenings
) -> _End | None:
    ends = [found for names in rule.ends if (found := _together(names, person, start, starts, known.events))]
    return min(ends, key=_when, default=None)


def _when(told: Event | _End) -> tuple[date, bool, datetime]:
    """Order of things told: on one day what has a time says more than what has none."""
    return told.at.date(), not told.timed, told.at


def _together(
    names: frozenset[str], person: str, start: Event, starts: Sequence[Event], events: Sequence[Event]
) -> _End | None:
    """When all of ``names`` had happened; None when one is still to come."""
    found = [_follows(_ends({name}, person, start, events), start, starts) for name in names]
    if any(event is None for event in found):
        return None
    last = max((event for event in found if event), key=_when)
    return _End(last.at, last.timed, any(event.draft for event in found if event))


def _follows(ends: list[Event], start: Event, starts: Sequence[Event]) -> Event | None:
    here = [end for end in ends if end.record_id == start.record_id]
    ends = here if here and len(starts) > 1 else ends
    after = [end for end in ends if _not_before(end, start)]
    if after or len(starts) > 1:
        return min(after, key=_when, default=None)
    return max(ends, key=_when, default=None)  # done before the clock began


def _not_before(end: Event, start: Event) -> bool:
    if end.timed and start.timed:
        return end.at >= start.at
    return end.at.date() >= start.at.date()


def _starts(rule: ClockRule, person: str, events: Sequence[Event]) -> list[Event]:
    named = [event for event in events if event.name in rule.starts]
    if not person:
        return named
    own = [event for event in named if event.person == person]
    return own or [event for event in named if not event.person]


def _ends(names: Set[str], person: str, start: Event, events: Sequence[Event]) -> list[Event]:
    named = [event for event in events if event.name in names]
    if not person:
        return named
    return [
        event
        for event in named
        if event.person == person or (not event.person and (not start.person or event.name in case_events()))
    ]


def _distinct(events: list[Event]) -> list[Event]:
    """One event for each moment, earliest first: told by a sealed record where there is one.

    A day without a time says nothing where the time on that day is told too.
    """
    by_moment: dict[datetime, Event] = {}
    timed = {event.at.date() for event in events if event.timed}
    for event in sorted(events, key=lambda event: (event.at, event.draft)):
        if event.timed or event.at.date() not in timed:
            by_moment.setdefault(event.at, event)
    return list(by_moment.values())

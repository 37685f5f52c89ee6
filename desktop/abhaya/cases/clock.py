"""By when the law wants something done, and whether it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from abhaya.cases.deadline import Deadline, Length


class ClockState(StrEnum):
    """How a clock stands; NEAR is running with little time left."""

    RUNNING = "running"
    NEAR = "near"
    OVERDUE = "overdue"
    MET = "met"
    LATE = "late"

    @property
    def open(self) -> bool:
        """Whether what the clock asks for is still to be done."""
        return self in (ClockState.RUNNING, ClockState.NEAR, ClockState.OVERDUE)


@dataclass(frozen=True, slots=True)
class ClockRule:
    """A row of ``abhaya_forms/tables/clocks.yaml``, whose head explains the columns.

    ``ends`` are alternatives, each a set of events that must all have happened; ``verify`` says that part of
    the rule is from knowledge and to be verified.
    """

    name: str
    whom: str
    starts: tuple[str, ...]
    ends: tuple[frozenset[str], ...]
    length: Length
    warn: timedelta
    strict: bool
    kind: str
    source: str
    verify: bool
    excepted: str
    applies: str
    until: str
    each: bool
    again: bool
    to_the_hour: bool
    first_day_by_station: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """One clock of one case; ``person`` is a code, "" when it is of the whole case.

    ``met_at`` is when it was met, None while it is open; ``draft`` says that it rests on a record that is
    not sealed yet.
    """

    rule: ClockRule
    person: str
    started_at: datetime
    deadline: Deadline
    state: ClockState
    met_at: datetime | None
    draft: bool

    def left(self, now: datetime) -> timedelta:
        """Return how much time is left; below zero when it is over."""
        return self.deadline.at - now

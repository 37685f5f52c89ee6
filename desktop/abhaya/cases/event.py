"""Something that happened in a case, as a record tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cache

from abhaya_forms.tables import terms


@dataclass(frozen=True, slots=True)
class Event:
    """A moment (``abhaya_forms/tables/events.yaml``); ``person`` is a code, "" when it is of the whole case.

    ``at`` is aware, in the zone of the station; where the record gives only the day it is the beginning of
    that day and ``timed`` is False.  ``draft`` says that the record is not sealed.
    """

    name: str
    person: str
    at: datetime
    timed: bool
    record_id: str
    draft: bool


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something took, in hours: a journey that a clock does not count."""

    name: str
    person: str
    hours: float
    record_id: str


@cache
def case_events() -> frozenset[str]:
    """Return the names of what happens to a case and not to one person of it."""
    return frozenset(term.name for term in terms("events") if term.more["of"] == "case")

"""A case: everything the station keeps about one event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class CaseStatus(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Case:
    """The part of a case that stands in the clear inside the encrypted database: it names nobody.

    ``number`` is ``<station code>/<year>/<serial>``; ``kind`` a value of the exploitation-type list
    (``abhaya_forms/tables/exploitation_types.yaml``); times are aware, in UTC.
    """

    id: str
    number: str
    kind: str
    status: CaseStatus
    opened_at: datetime
    opened_by: str
    updated_at: datetime
    event_on: date | None = None
    district: str = ""
    fir_number: str = ""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the case list; ``due_at`` is the nearest deadline of the law that is not met yet."""

    case: Case
    people: int
    children: int
    drafts: int
    sealed: int
    attachments: int
    due_at: datetime | None = None


class CaseOrder(StrEnum):
    """Columns by which the case list can be sorted."""

    NUMBER = "number"
    KIND = "kind"
    EVENT_ON = "event_on"
    UPDATED_AT = "updated_at"
    DUE_AT = "due_at"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases to list and in which order; empty fields do not narrow."""

    status: CaseStatus | None = None
    has_drafts: bool = False
    number_contains: str = ""
    ids: tuple[str, ...] | None = None
    order: CaseOrder = CaseOrder.UPDATED_AT
    descending: bool = True

"""One link of the tamper-evident trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Action(StrEnum):
    """What somebody did; the stored value is for ever."""

    STATION_CREATED = "station.created"
    PERSON_ADDED = "person.added"
    PASSPHRASE_CHANGED = "passphrase.changed"  # noqa: S105 - a name, no secret
    UNLOCKED = "station.unlocked"
    LOCKED = "station.locked"
    CASE_OPENED = "case.opened"
    CASE_CHANGED = "case.changed"
    CASE_READ = "case.read"
    DEADLINE_NOTED = "case.deadline"
    BAIL_DECIDED = "case.bail"
    READING_CHANGED = "station.reading"
    CASE_GRANTED = "case.granted"
    RECORD_STARTED = "record.started"
    RECORD_SAVED = "record.saved"
    RECORD_READ = "record.read"
    RECORD_FROM_PAPER = "record.from_paper"
    RECORD_SEALED = "record.sealed"
    RECORD_CORRECTED = "record.corrected"
    RECORD_MOVED = "record.moved"
    RECORD_DROPPED = "record.dropped"
    CODE_GIVEN = "code.given"
    ATTACHMENT_ADDED = "attachment.added"
    ATTACHMENT_READ = "attachment.read"
    ATTACHMENT_COPIED = "attachment.copied"
    FORM_IMPORTED = "form.imported"
    BUNDLE_PREPARED = "bundle.prepared"
    BUNDLE_EXPORTED = "bundle.exported"
    STATISTICS_EXPORTED = "statistics.exported"
    SEARCHED = "search.made"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what to which thing and when (UTC); holds no answer and no name."""

    number: int
    at: datetime
    by: str
    action: Action
    subject: str
    detail: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditHead:
    """The newest link: ``count`` entries, ``hash`` in hex; printed on every export: paper is the anchor."""

    count: int
    hash: str

    @property
    def short(self) -> str:
        """The first 16 hex digits, as printed."""
        return self.hash[:16]

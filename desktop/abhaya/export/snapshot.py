"""Everything a bundle is made from, taken from the station at one moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from abhaya.cases.attachment import Attachment, AttachmentLabel, CustodyEntry
from abhaya.cases.audit_entry import AuditHead
from abhaya.cases.bundle import Copy
from abhaya.cases.case import Case
from abhaya.cases.person import Person
from abhaya.cases.record import Record
from abhaya_forms.engine import FormEntry


@dataclass(frozen=True, slots=True)
class SnapshotDeparture:
    """A step out of its order or after its time: what is said of it by language, of whom, and the reason."""

    words: Mapping[str, str]
    person: str
    reason: str


@dataclass(frozen=True, slots=True)
class SnapshotRecord:
    """A sealed record with its answers; ``prepared_by`` and ``sealed_by`` are display names.

    ``titles`` are the form's by language (ISO 639-1), as far as they are known beside the definition.
    """

    record: Record
    entry: FormEntry
    prepared_by: str
    sealed_by: str
    titles: Mapping[str, str] = field(default_factory=dict)
    departures: tuple[SnapshotDeparture, ...] = ()

    def title(self, language: str) -> str:
        """The form's title in a language, else in the one it was written in."""
        return self.titles.get(language) or self.entry.definition.title


@dataclass(frozen=True, slots=True)
class LeftOutRecord:
    """A sealed record of the case that is not printed; ``titles`` as for one that is."""

    record: Record
    titles: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SnapshotAttachment:
    """An attachment; ``open`` gives a seekable stream of the original; ``custody`` has display names."""

    attachment: Attachment
    label: AttachmentLabel
    custody: tuple[CustodyEntry, ...]
    open: Callable[[], BinaryIO]


@dataclass(frozen=True, slots=True)
class CaseSnapshot:
    """What is printed, in this order; ``printed_at`` is aware, its time zone that of every time printed.

    ``language`` (``en``, ``hi`` or ``ne``) is that of cover, contents and margins; each record is printed in
    its own language with English beside it.
    """

    station_name: str
    district: str
    state: str
    case: Case
    people: tuple[Person, ...]
    records: tuple[SnapshotRecord, ...]
    attachments: tuple[SnapshotAttachment, ...]
    audit_head: AuditHead
    printed_at: datetime
    printed_by: str
    demo: bool
    copy: Copy
    language: str
    left_out: tuple[LeftOutRecord, ...] = ()

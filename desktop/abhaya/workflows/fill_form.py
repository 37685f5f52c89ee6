"""Fill a form: begin a record, go on with it, save it after every answer."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace
from hashlib import sha256

from abhaya.cases.audit_entry import Action
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.storage.unit_of_work import UnitOfWork
from abhaya.workflows.carried_facts import carried_facts, carry
from abhaya.workflows.desk import INDIA, Desk
from abhaya.workflows.form_shelf import FormLine
from abhaya.workflows.people_in_record import Registers, identity_bytes
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry

_LANGUAGE_CODE = re.compile(r"\((\w+)\)\s*$")


class Filling:
    """A record at work: its entry is the truth on screen, ``save`` makes it the truth on disk."""

    def __init__(self, desk: Desk, record: Record, entry: FormEntry) -> None:
        self._desk = desk
        self.case_number = desk.reader.cases.get(record.case_id).number
        self.record = record
        self.entry = entry
        self._saved = b""
        self._registers = Registers(entry.definition)
        self._people: tuple[object, ...] | None = None  # those on disk, once they are known
        self._written: tuple[object, ...] | None = None  # those on disk when the transaction is over

    @property
    def read_only(self) -> bool:
        """Whether the record can no longer be changed."""
        return self.record.status is not RecordStatus.DRAFT or not self._desk.may(Deed.FILL_FORM)

    @property
    def unsaved(self) -> bool:
        """Whether the entry differs from what is on disk."""
        return self._saved != self.entry.to_xml()

    def save(self) -> bool:
        """Write the draft and its audit entry in one transaction; False when nothing had changed.

        Raises NOT_PERMITTED, DISK_FULL, READ_ONLY_FOLDER and RECORD_IS_SEALED: the entry keeps every word,
        and saving again works as soon as there is room.
        """
        self._desk.require(Deed.FILL_FORM)
        content = self.entry.to_xml()
        if content == self._saved and self.entry.language == self.record.language:
            return False
        record = self.counted()
        with self._desk.work() as work:
            work.records.save_draft(record, self.sealed(content))
            if not record.corrects:  # those of the sealed version stand until the correction is sealed
                self.write_people(work)
            work.cases.touch(record.case_id, record.updated_at)
            work.note(Action.RECORD_SAVED, record.id)
        self.note_saved(record, content)
        return True

    def counted(self) -> Record:
        """Return the record with the figures of the entry as it stands."""
        sections = [section for section in self.entry.sections() if section.relevant]
        return replace(
            self.record,
            language=self.entry.language,
            updated_at=self._desk.clock(),
            answered=sum(section.answered for section in sections),
            questions=sum(section.questions for section in sections),
            problems=sum(section.problems for section in sections),
        )

    def sealed(self, content: bytes) -> bytes:
        """Return ``content`` sealed under the case key."""
        return self._desk.seal(Kind.RECORD, self.record.case_id, self.record.id, content)

    def write_people(self, work: UnitOfWork) -> None:
        """Put the people of the registers in place of those written before, if they changed."""
        people = self._registers.people(self.record, self.entry)
        seen = tuple((replace(person, id=""), identity) for person, identity in people)
        if seen == self._people:
            return
        case_id = self.record.case_id
        work.people.replace(
            self.record.id,
            [
                (person, self._desk.seal(Kind.IDENTITY, case_id, person.id, identity_bytes(identity)))
                for person, identity in people
            ],
        )
        self._written = seen

    def note_saved(self, record: Record, content: bytes) -> None:
        """Remember what is on disk now that the transaction is over."""
        self.record, self._saved, self._people = record, content, self._written


def available_forms(desk: Desk) -> tuple[FormLine, ...]:
    """Return the forms that a record can be begun with."""
    return desk.forms.lines()


def start_record(desk: Desk, case_id: str, form: str, language: str) -> Filling:
    """Begin a record with the form of this id or SHA-256, asked in ``language`` (ISO 639-1).

    What the station knows already stands in it (``carried_facts``).  Raises NOT_PERMITTED, NO_SUCH_FORM,
    NO_SUCH_CASE, DISK_FULL.
    """
    desk.require(Deed.FILL_FORM)
    line = desk.forms.find(form)
    definition = desk.forms.definition(line.sha256)
    entry = FormEntry(definition, clock=desk.local_clock, language=language_named(definition, language))
    carry(entry, carried_facts(desk, desk.reader.cases.get(case_id)))
    content, now = entry.to_xml(), desk.clock()
    with desk.work() as work:
        desk.forms.keep(work, line.sha256, now)
        record = Record(
            id=secrets.token_hex(16),
            case_id=case_id,
            number=work.records.next_number(case_id),
            form_id=line.form_id,
            form_version=line.version,
            form_sha256=line.sha256,
            language=entry.language,
            status=RecordStatus.DRAFT,
            version=1,
            created_at=now,
            created_by=desk.person_id,
            updated_at=now,
        )
        filling = Filling(desk, record, entry)
        record = filling.counted()
        work.records.add(record, filling.sealed(content))
        work.cases.touch(case_id, now)
        work.note(Action.RECORD_STARTED, record.id, line.form_id)
    filling.note_saved(record, content)
    return filling


def open_record(desk: Desk, record_id: str) -> Filling:
    """Go on with a draft, or read a sealed record; that it was read is on the trail.

    Raises NO_SUCH_RECORD, NOT_PERMITTED, SEAL_BROKEN.
    """
    desk.require(Deed.READ_CASE)
    record = desk.reader.records.get(record_id)
    filling = read_record(desk, record)
    with desk.work() as work:
        work.note(Action.RECORD_READ, record_id)
    return filling


def read_record(desk: Desk, record: Record) -> Filling:
    """Return the record with its definition; raises SEAL_BROKEN when a sealed one is not as it was sealed.

    For a sealed record the clock stands still at its sealing, so that no rule that asks what day it is can
    ever show it otherwise than it was sealed.
    """
    content = desk.unseal(Kind.RECORD, record.case_id, record.id, desk.reader.records.content_of(record.id))
    if record.content_sha256 and sha256(content).hexdigest() != record.content_sha256:
        raise AbhayaError(Code.SEAL_BROKEN)
    definition = desk.forms.definition(record.form_sha256)
    sealed_at = record.sealed_at
    clock = desk.local_clock if sealed_at is None else lambda: sealed_at.astimezone(INDIA)
    entry = FormEntry(definition, clock=clock, language=record.language or None, content=content)
    filling = Filling(desk, record, entry)
    filling.note_saved(record, content)
    return filling


def language_named(definition: FormDefinition, language: str) -> str | None:
    """Return the form's own name of a language (ISO 639-1), or None when the form does not speak it."""
    for name in definition.languages:
        code = _LANGUAGE_CODE.search(name)
        if language in (name, code[1] if code else ""):
            return name
    return None

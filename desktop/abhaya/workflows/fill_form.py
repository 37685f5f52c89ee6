"""Fill a form: begin a record, go on with it, save it after every answer."""

from __future__ import annotations

import re
import secrets
from dataclasses import replace

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole
from abhaya.cases.record import Record, RecordStatus
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.storage.unit_of_work import UnitOfWork
from abhaya.workflows.choose_subject import PossibleSubject, possible_people, subject_code
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import subject_question
from abhaya.workflows.form_shelf import FormLine
from abhaya.workflows.known_answers import NOTHING, KnownAnswers
from abhaya.workflows.people_in_record import Registers, identity_bytes
from abhaya.workflows.record_content import entry_of, read_content
from abhaya_forms.engine.entry_state import Change
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
        self.known = KnownAnswers(desk, record, entry)
        self._fir_number = self.known.fir_number
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

    def fill_in(self) -> Change:
        """Give codes to new rows and answer what the case knows; what that changed.

        Raises DISK_FULL, READ_ONLY_FOLDER when a code cannot be kept.
        """
        return NOTHING if self.read_only else self.known.fill_in()

    def possible_people(self, register: str) -> tuple[PossibleSubject, ...]:
        """Return whom of the case a row of the register (template path of its repeat) can be about."""
        return () if self.read_only else possible_people(self._desk, self, register)

    def save(self, *noted: Action) -> bool:
        """Write the draft and its audit entry in one transaction; False when nothing had changed.

        What else is ``noted`` of a change goes on the trail with it.
        Raises NOT_PERMITTED, DISK_FULL, READ_ONLY_FOLDER and RECORD_IS_SEALED: the entry keeps every word,
        and saving again works as soon as there is room.
        """
        self._desk.require(Deed.FILL_FORM)
        self.fill_in()
        content = self.entry.to_xml()
        if content == self._saved and self.entry.language == self.record.language:
            return False
        record = self.counted()
        with self._desk.work() as work:
            work.records.save_draft(record, self.sealed(content))
            if not record.corrects:  # those of the sealed version stand until the correction is sealed
                self.write_case(work)
            work.cases.touch(record.case_id, record.updated_at)
            for action in (Action.RECORD_SAVED, *noted):
                work.note(action, record.id)
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

    def write_case(self, work: UnitOfWork) -> None:
        """Let the case know the people and the number of the FIR as they stand here, if they changed."""
        if self.known.fir_number != self._fir_told():
            work.cases.set_fir_number(self.record.case_id, self.known.fir_number)
        people = self._registers.people(self.record, self.entry, self._new_subject())
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

    def _fir_told(self) -> str:
        """The number of the FIR as the case has it from here: a correction tells it when it is sealed."""
        if not self.record.corrects:
            return self._fir_number
        return read_record(self._desk, self._desk.reader.records.get(self.record.corrects)).known.fir_number

    def _new_subject(self) -> PersonRole | None:
        """The role of the person the record is about, unless another record has written that person down."""
        here = (self.record.id, self.record.corrects)
        people = self._desk.reader.people.of_case(self.record.case_id)
        elsewhere = {person.code for person in people if person.record_id not in here}
        code = self.record.subject
        return PersonRole.of_code(code) if code and code not in elsewhere else None

    def note_saved(self, record: Record, content: bytes) -> None:
        """Remember what is on disk now that the transaction is over."""
        self.record, self._saved, self._people = record, content, self._written
        self._fir_number = self.known.fir_number
        self._desk.entries.pop(record.id, None)  # also where the clock has not moved on meanwhile


def available_forms(desk: Desk) -> tuple[FormLine, ...]:
    """Return the forms that a record can be begun with."""
    return desk.forms.lines()


def start_record(desk: Desk, case_id: str, form: str, language: str, about: str | PersonRole = "") -> Filling:
    """Begin a record with the form of this id or SHA-256, asked in ``language`` (ISO 639-1).

    ``about`` is the code of the person it is about, or the role of somebody new to the case, who gets the
    next code.  What the case knows already stands in it (``KnownAnswers``).  Raises NOT_PERMITTED,
    NO_SUCH_FORM, NO_SUCH_CASE, SUBJECT_WANTED, DISK_FULL.
    """
    desk.require(Deed.FILL_FORM)
    line = desk.forms.find(form)
    definition = desk.forms.definition(line.sha256)
    case, now = desk.reader.cases.get(case_id), desk.clock()
    entry = FormEntry(definition, clock=desk.local_clock, language=language_named(definition, language))
    record = Record(
        id=secrets.token_hex(16),
        case_id=case.id,
        number=desk.reader.records.next_number(case.id),
        form_id=line.form_id,
        form_version=line.version,
        form_sha256=line.sha256,
        language=entry.language,
        status=RecordStatus.DRAFT,
        version=1,
        created_at=now,
        created_by=desk.person_id,
        updated_at=now,
        subject=subject_code(desk, case.id, definition, about),
    )
    if subject := subject_question(definition):
        entry.give_answer(subject.path, record.subject, "")
    filling = Filling(desk, record, entry)
    filling.fill_in()
    content, record = entry.to_xml(), filling.counted()
    with desk.work() as work:
        desk.forms.keep(work, line.sha256, now)
        work.records.add(record, filling.sealed(content))
        filling.write_case(work)
        work.cases.touch(case_id, now)
        work.note(Action.RECORD_STARTED, record.id, line.form_id)
    filling.note_saved(record, content)
    return filling


def open_record(desk: Desk, record_id: str) -> Filling:
    """Go on with a draft, or read a sealed record; that it was read is on the trail.

    What the case has come to know since stands in the draft.  Raises NO_SUCH_RECORD, NOT_PERMITTED,
    SEAL_BROKEN, DISK_FULL.
    """
    desk.require(Deed.READ_CASE)
    record = desk.reader.records.get(record_id)
    filling = read_record(desk, record)
    with desk.work() as work:
        work.note(Action.RECORD_READ, record_id)
    filling.fill_in()
    return filling


def read_record(desk: Desk, record: Record) -> Filling:
    """Return the record with its definition; raises SEAL_BROKEN when a sealed one is not as it was sealed."""
    content = read_content(desk, record)
    filling = Filling(desk, record, entry_of(desk, record, content))
    filling.note_saved(record, content)
    return filling


def language_named(definition: FormDefinition, language: str) -> str | None:
    """Return the form's own name of a language (ISO 639-1), or None when the form does not speak it."""
    for name in definition.languages:
        code = _LANGUAGE_CODE.search(name)
        if language in (name, code[1] if code else ""):
            return name
    return None

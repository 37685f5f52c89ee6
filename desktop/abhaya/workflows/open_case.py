"""Begin a case, read it, and write down in a few words what happened."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from abhaya.cases.attachment import Attachment, AttachmentLabel
from abhaya.cases.audit_entry import Action
from abhaya.cases.case import Case, CaseFilter, CaseStatus
from abhaya.cases.person import Person, each_once
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind, context_of, new_case_key, seal, wrap_for_identity
from abhaya.security.permissions import Deed
from abhaya.workflows.case_facts import CASE, case_facts
from abhaya.workflows.desk import Desk
from abhaya.workflows.drop_draft import is_empty
from abhaya.workflows.record_content import records_in_force
from abhaya.workflows.spared_questions import spared_questions


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A record as the case page lists it; ``titles`` by language of the interface.

    ``empty``: a draft in which nobody has written anything.
    """

    record: Record
    titles: dict[str, str]
    empty: bool = False


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """An attachment with what people call it."""

    attachment: Attachment
    label: AttachmentLabel


@dataclass(frozen=True, slots=True)
class CaseFile:
    """Everything the case page shows; people stand in it by code only.

    ``spared`` is how many questions rescued people were not asked again.
    """

    case: Case
    summary: str
    people: tuple[Person, ...]
    records: tuple[RecordLine, ...]
    attachments: tuple[AttachmentLine, ...]
    spared: int


def new_case(
    desk: Desk,
    *,
    kind: str,
    summary: str,
    event_on: date | None = None,
    district: str = "",
    fir_number: str = "",
) -> Case:
    """Begin a case with the next number of the year."""
    desk.require(Deed.OPEN_CASE)
    now = desk.clock()
    case_id, key = secrets.token_hex(16), new_case_key()
    with desk.work() as work:
        case = Case(
            id=case_id,
            number=work.cases.next_number(desk.station.code, desk.local_date().year),
            kind=kind,
            status=CaseStatus.OPEN,
            opened_at=now,
            opened_by=desk.person_id,
            updated_at=now,
            event_on=event_on,
            district=district,
            fir_number=fir_number,
        )
        wrapped = wrap_for_identity(key, desk.identity_key, case_id)
        sealed = seal(key, _as_bytes(summary), context_of(Kind.SUMMARY, case_id))
        work.cases.add(case, wrapped, sealed)
        work.note(Action.CASE_OPENED, case_id)
    return case


def find_case(desk: Desk, name: str) -> Case:
    """Return the case with this number or id; raises NO_SUCH_CASE."""
    lines = desk.reader.cases.list(desk.narrowed(CaseFilter(number_contains=name)), 0, 50)
    for line in lines:
        if line.case.number.casefold() == name.strip().casefold():
            return line.case
    case = desk.reader.cases.get(name)
    if desk.narrowed(CaseFilter(ids=(case.id,))).ids != (case.id,):
        raise AbhayaError(Code.NO_SUCH_CASE)
    return case


def read_case(desk: Desk, case_id: str) -> CaseFile:
    """Open a case; that it was read is on the trail."""
    desk.require(Deed.READ_CASE)
    reader = desk.reader
    case = reader.cases.get(case_id)
    summary = desk.unseal(Kind.SUMMARY, case_id, "", reader.cases.summary_of(case_id)).decode()
    titles = desk.forms.titles()
    entries = {record.id: (record, entry) for record, entry in records_in_force(desk, case_id)}
    empty = {key for key, (record, entry) in entries.items() if is_empty(desk, record, entry)}
    records = tuple(
        RecordLine(record, titles.get(record.form_sha256, {}), record.id in empty)
        for record in reader.records.of_case(case_id)
        if record.status is not RecordStatus.SUPERSEDED
    )
    attachments = tuple(
        AttachmentLine(attachment, desk.attachment_label(attachment))
        for attachment in reader.attachments.of_case(case_id)
    )
    with desk.work() as work:
        work.note(Action.CASE_READ, case_id)
    spared = sum(spared_questions(entry) for _, entry in entries.values())
    return CaseFile(case, summary, each_once(reader.people.of_case(case_id)), records, attachments, spared)


def attachment_named(desk: Desk, case_id: str, code: str) -> AttachmentLine | None:
    """Return the attachment of the case with this code (``A-3``), None when the case has none."""
    found = (kept for kept in desk.reader.attachments.of_case(case_id) if kept.code == code)
    return next((AttachmentLine(kept, desk.attachment_label(kept)) for kept in found), None)


def change_summary(desk: Desk, case_id: str, summary: str) -> None:
    """Write down anew what happened."""
    desk.require(Deed.CHANGE_CASE)
    now = desk.clock()
    with desk.work() as work:
        work.cases.set_summary(case_id, desk.seal(Kind.SUMMARY, case_id, "", _as_bytes(summary)), now)
        work.note(Action.CASE_CHANGED, case_id)


def may_name_fir(desk: Desk, case_id: str) -> bool:
    """Whether the number of the FIR is to be written at the case: until a form tells it."""
    fact = case_facts(desk, case_id).get("case.fir_number")
    return desk.may(Deed.CHANGE_CASE) and (fact is None or fact.origin.source == CASE)


def name_fir(desk: Desk, case_id: str, fir_number: str) -> None:
    """Write down the number that the case has got since it was begun.  Raises NOT_PERMITTED."""
    desk.require(Deed.CHANGE_CASE)
    with desk.work() as work:
        work.cases.set_fir_number(case_id, fir_number.strip())
        work.cases.touch(case_id, desk.clock())
        work.note(Action.CASE_CHANGED, case_id)


def _as_bytes(words: str) -> bytes:
    return words.encode("utf-8", "replace")  # half a letter, as a broken paste leaves it, must cost no word

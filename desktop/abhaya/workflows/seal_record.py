"""Seal a record so that it never changes, and correct it in a new version."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256

from abhaya.cases.audit_entry import Action
from abhaya.cases.departure import Departure
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.workflows.case_clocks import clocks_of, write_deadline
from abhaya.workflows.case_document import case_document
from abhaya.workflows.desk import Desk
from abhaya.workflows.empty_rows import drop_empty_rows
from abhaya.workflows.fill_form import Filling, open_record, read_record
from abhaya.workflows.sequence_guard import departures_told, keep_reasons
from abhaya_forms.engine.entry_state import Problem


def missing(filling: Filling) -> tuple[Problem, ...]:
    """Return what still keeps the record from being sealed, in form order."""
    return filling.entry.problems(to_seal=True)


Reasons = Callable[[Mapping[Departure, str]], Mapping[Departure, str]]
"""Gives the reasons for what a record tells out of order or late, shown those that a form holds already."""


def no_reasons(_told: Mapping[Departure, str]) -> Mapping[Departure, str]:
    """Leave it at what the forms say."""
    return {}


def seal(desk: Desk, filling: Filling, reasons: Reasons = no_reasons) -> Record:
    """Seal the record as it stands, without the empty rows of tables that may have none.

    Raises NOT_PERMITTED, RECORD_IS_SEALED, RECORD_HAS_PROBLEMS (nothing is written then), DISK_FULL.
    """
    desk.require(Deed.SEAL_RECORD)
    if filling.record.status is not RecordStatus.DRAFT:
        raise AbhayaError(Code.RECORD_IS_SEALED)
    drop_empty_rows(filling.entry)
    if problems := missing(filling):
        raise AbhayaError(Code.RECORD_HAS_PROBLEMS, count=len(problems))
    document = case_document(desk, filling.record.case_id, filling)
    told = departures_told(desk, document, filling.record)
    given = reasons(told)
    content, now = filling.entry.to_xml(), desk.clock()
    record = replace(
        filling.counted(),
        status=RecordStatus.SEALED,
        updated_at=now,
        sealed_at=now,
        sealed_by=desk.person_id,
        content_sha256=sha256(content).hexdigest(),
    )
    with desk.work(signed=True) as work:
        work.records.seal(record, filling.sealed(content))
        filling.write_case(work)
        keep_reasons(desk, work, record, {found: given.get(found, said) for found, said in told.items()})
        work.cases.touch(record.case_id, now)
        write_deadline(desk, work, record.case_id, clocks_of(desk, document))
        work.note(Action.RECORD_SEALED, record.id, record.content_sha256)
    filling.note_saved(record, content)
    return record


def correct_record(desk: Desk, record_id: str) -> Filling:
    """Begin the next version of a sealed record; the sealed one stays in force until this one is sealed.

    A correction already begun is gone on with.  Raises NOT_PERMITTED, RECORD_NOT_SEALED.
    """
    desk.require(Deed.FILL_FORM)
    sealed = desk.reader.records.get(record_id)
    if sealed.status is not RecordStatus.SEALED:
        raise AbhayaError(Code.RECORD_NOT_SEALED)
    for record in desk.reader.records.of_case(sealed.case_id):
        if record.corrects == record_id:
            return open_record(desk, record.id)
    content, now = read_record(desk, sealed).entry.to_xml(), desk.clock()
    draft = replace(
        sealed,
        id=secrets.token_hex(16),
        status=RecordStatus.DRAFT,
        version=sealed.version + 1,
        created_at=now,
        created_by=desk.person_id,
        updated_at=now,
        sealed_at=None,
        sealed_by="",
        content_sha256="",
        corrects=record_id,
    )
    with desk.work() as work:
        work.records.add(draft, desk.seal(Kind.RECORD, draft.case_id, draft.id, content))
        work.cases.touch(draft.case_id, now)
        work.note(Action.RECORD_CORRECTED, draft.id, record_id)
    return read_record(desk, draft)

"""What a record holds: its answers as they were kept, opened again with the form they answer."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind
from abhaya.workflows.desk import INDIA, Desk
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.form_entry import FormEntry


def read_content(desk: Desk, record: Record) -> bytes:
    """Return the content as kept; raises SEAL_BROKEN when a sealed one is not as it was sealed."""
    content = desk.unseal(Kind.RECORD, record.case_id, record.id, desk.reader.records.content_of(record.id))
    if record.content_sha256 and sha256(content).hexdigest() != record.content_sha256:
        raise AbhayaError(Code.SEAL_BROKEN)
    return content


def entry_of(desk: Desk, record: Record, content: bytes) -> FormEntry:
    """Return the content in its form; own words that the corrected version holds stay as they are.

    For a sealed record the clock stands still at its sealing, so that no rule that asks what day it is can
    ever show it otherwise than it was sealed.
    """
    sealed_at = record.sealed_at
    clock = desk.local_clock if sealed_at is None else lambda: sealed_at.astimezone(INDIA)
    definition = desk.forms.definition(record.form_sha256)
    return FormEntry(
        definition,
        clock=clock,
        language=record.language or None,
        content=content,
        locked=_sealed_words(desk, record),
    )


def _sealed_words(desk: Desk, record: Record) -> frozenset[tuple[str, str]]:
    """What people said in the version that a draft corrects, with the template paths of the questions."""
    if not record.corrects or record.status is not RecordStatus.DRAFT:
        return frozenset()
    before = desk.reader.records.get(record.corrects)
    sealed = entry_of(desk, before, read_content(desk, before))
    questions = ((v.element, v.path) for v in sealed.visits() if isinstance(v.element, Question))
    return frozenset(
        (question.path, sealed.state(path).value)
        for question, path in questions
        if question.marks.get("print") == "verbatim" and sealed.state(path).value
    )


def records_in_force(
    desk: Desk, case_id: str, besides: Record | None = None
) -> Iterator[tuple[Record, FormEntry]]:
    """Yield the records that count with their answers; a correction counts once it is sealed.

    ``besides`` is left out with what it corrects.  A damaged record tells nothing here: opening it says so.
    What was read is kept until the desk is locked or another case is looked at.
    """
    records = desk.reader.records.of_case(case_id)
    if not desk.entries.keys() <= {record.id for record in records}:
        desk.entries.clear()
    left_out = (besides.id, besides.corrects) if besides else ()
    for record in records:
        begun = record.status is RecordStatus.DRAFT and not record.corrects
        if record.id not in left_out and (begun or record.status is RecordStatus.SEALED):
            entry = _unless_spoilt(desk, record)
            if entry is not None:
                yield record, entry


def _unless_spoilt(desk: Desk, record: Record) -> FormEntry | None:
    at, entry = desk.entries.get(record.id, (None, None))
    if at == record.updated_at:
        return entry
    try:
        entry = entry_of(desk, record, read_content(desk, record))
    except AbhayaError as error:
        if error.code is not Code.SEAL_BROKEN:
            raise
        return None
    desk.entries[record.id] = record.updated_at, entry
    return entry

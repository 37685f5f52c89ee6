"""Find drafts begun already, and drop one in which nobody has written anything."""

from __future__ import annotations

from abhaya.cases.audit_entry import Action
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk
from abhaya.workflows.record_content import entry_of, read_content
from abhaya_forms.engine.form_entry import FormEntry


def begun_already(desk: Desk, case_id: str, form_id: str, subject: str) -> Record | None:
    """Return the newest draft of the same form about the same person, or about the whole case."""
    drafts = [
        record
        for record in desk.reader.records.of_case(case_id)
        if record.status is RecordStatus.DRAFT
        and not record.corrects
        and (record.form_id, record.subject) == (form_id, subject)
    ]
    return max(drafts, key=lambda record: record.updated_at, default=None)


def is_empty(desk: Desk, record: Record, entry: FormEntry) -> bool:
    """Whether a draft holds nothing but what the station put there, and no file was attached to it."""
    if record.status is not RecordStatus.DRAFT or record.corrects:
        return False
    attached = {attachment.record_id for attachment in desk.reader.attachments.of_case(record.case_id)}
    return record.id not in attached and not any(node.written for node in entry.nodes())


def drop_draft(desk: Desk, record_id: str) -> None:
    """Forget an empty draft; the trail keeps that it was there.

    Raises NOT_PERMITTED, NO_SUCH_RECORD, DRAFT_NOT_EMPTY.
    """
    desk.require(Deed.FILL_FORM)
    record = desk.reader.records.get(record_id)
    if not is_empty(desk, record, entry_of(desk, record, read_content(desk, record))):
        raise AbhayaError(Code.DRAFT_NOT_EMPTY)
    with desk.work() as work:
        work.people.replace(record.id, [])
        work.records.drop(record.id)
        work.cases.touch(record.case_id, desk.clock())
        work.note(Action.RECORD_DROPPED, record.id, record.case_id)

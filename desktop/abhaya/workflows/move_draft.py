"""Move a draft to the version of its form that is offered now."""

from __future__ import annotations

from dataclasses import replace

from abhaya.cases.audit_entry import Action
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import Filling, language_named, read_record
from abhaya.workflows.form_shelf import FormLine
from abhaya_forms.engine import FormEntry
from abhaya_forms.engine.draft_migration import Migration, migrate


def newer_version(desk: Desk, record: Record) -> FormLine | None:
    """Return the version that a draft can be moved to; None when it is of it, or may not be moved.

    A sealed record keeps its definition for ever, and so does the correction of one.
    """
    if record.status is not RecordStatus.DRAFT or record.corrects:
        return None
    offered = next((line for line in desk.forms.lines() if line.form_id == record.form_id), None)
    return offered if offered is not None and offered.sha256 != record.form_sha256 else None


def move_draft(desk: Desk, record_id: str) -> tuple[Filling, Migration]:
    """Write the draft with the answers in their new places, and tell what became of them.

    Raises NOT_PERMITTED, NO_SUCH_RECORD, NO_NEWER_VERSION, DISK_FULL.
    """
    desk.require(Deed.FILL_FORM)
    record = desk.reader.records.get(record_id)
    line = newer_version(desk, record)
    if line is None:
        raise AbhayaError(Code.NO_NEWER_VERSION)
    definition = desk.forms.definition(line.sha256)
    language = language_named(definition, record.language)
    entry = FormEntry(definition, clock=desk.local_clock, language=language)
    report = migrate(read_record(desk, record).entry, entry)
    moved = replace(record, form_version=line.version, form_sha256=line.sha256)
    filling = Filling(desk, moved, entry)
    content, moved = entry.to_xml(), filling.counted()
    with desk.work() as work:
        desk.forms.keep(work, line.sha256, desk.clock())
        work.records.save_draft(moved, filling.sealed(content))
        filling.write_case(work)
        work.cases.touch(moved.case_id, moved.updated_at)
        work.note(Action.RECORD_MOVED, moved.id, line.version)
    filling.note_saved(moved, content)
    return filling, report

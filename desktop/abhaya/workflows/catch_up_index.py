"""Bring the search index up to date with what the trail says has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from abhaya.cases.audit_entry import Action, AuditEntry
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind
from abhaya.storage.search_index import IndexEntry
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import read_record
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.form_entry import FormEntry

T = TypeVar("T")
_OF_CASES = {Action.CASE_OPENED, Action.CASE_CHANGED}
_OF_RECORDS = {
    Action.RECORD_STARTED,
    Action.RECORD_SAVED,
    Action.RECORD_MOVED,
    Action.RECORD_SEALED,
    Action.RECORD_CORRECTED,
}


def catch_up(desk: Desk) -> None:
    """Index every case and record that was written since the index last looked at the trail.

    The index is derived: when its file is lost or damaged, or knows more than the trail since an older copy
    of the database was put back, it starts at the first entry again.
    """
    if desk.index.mark > desk.reader.audit.head().count:
        desk.index.clear()
    while entries := desk.reader.audit.entries(desk.index.mark):
        dropped = [_nothing(entry) for entry in entries if entry.action is Action.RECORD_DROPPED]
        records = _subjects(entries, _OF_RECORDS)
        summaries = [_summary(desk, case_id) for case_id in _subjects(entries, _OF_CASES)]
        desk.index.put([*summaries, *_records(desk, records), *dropped], mark=entries[-1].number)


def _subjects(entries: list[AuditEntry], actions: set[Action]) -> list[str]:
    return list(dict.fromkeys(entry.subject for entry in entries if entry.action in actions))


def _nothing(dropped: AuditEntry) -> IndexEntry:
    return IndexEntry(dropped.detail, dropped.subject, dropped.at, "")


def _summary(desk: Desk, case_id: str) -> IndexEntry:
    case = desk.reader.cases.get(case_id)
    sealed = desk.reader.cases.summary_of(case_id)
    summary = _unless_spoilt(lambda: desk.unseal(Kind.SUMMARY, case_id, "", sealed).decode(), "")
    return IndexEntry(case_id, "", case.updated_at, f"{case.number} {case.fir_number} {summary}")


def _records(desk: Desk, record_ids: list[str]) -> Iterator[IndexEntry]:
    for record_id in record_ids:
        try:
            record = desk.reader.records.get(record_id)
        except AbhayaError:  # dropped since
            continue
        yield _record(desk, record)
        if record.corrects:  # it may be superseded now
            yield _record(desk, desk.reader.records.get(record.corrects))


def _record(desk: Desk, record: Record) -> IndexEntry:
    found: tuple[str, tuple[str, ...]] = "", ()
    if record.status is not RecordStatus.SUPERSEDED:
        found = _unless_spoilt(lambda: _words(read_record(desk, record).entry), found)
    return IndexEntry(record.case_id, record.id, record.updated_at, *found)


def _unless_spoilt(read: Callable[[], T], otherwise: T) -> T:
    """Return what ``read`` returns; what cannot be opened must not keep all the rest from being found."""
    try:
        return read()
    except AbhayaError as error:
        if error.code is not Code.SEAL_BROKEN:
            raise
        return otherwise


def _words(entry: FormEntry) -> tuple[str, tuple[str, ...]]:
    text: list[str] = []
    names: list[str] = []
    for visit in entry.visits():
        if isinstance(visit.element, Question) and (state := entry.state(visit.path)).value:
            text.append(state.display)
            if visit.element.marks.get("mask") == "identity":
                names.append(state.display)
    return "\n".join(text), tuple(names)

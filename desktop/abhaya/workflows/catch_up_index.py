"""Bring the search index up to date with what the trail says has changed."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.cases.audit_entry import Action, AuditEntry
from abhaya.cases.record import RecordStatus
from abhaya.security.case_keys import Kind
from abhaya.storage.search_index import IndexEntry
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import read_record
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.form_entry import FormEntry

_OF_CASES = {Action.CASE_OPENED, Action.CASE_CHANGED}
_OF_RECORDS = {Action.RECORD_STARTED, Action.RECORD_SAVED, Action.RECORD_SEALED, Action.RECORD_CORRECTED}


def catch_up(desk: Desk) -> None:
    """Index every case and record that was written since the index last looked at the trail.

    The index is derived: when its file is lost or damaged, it starts at the first entry again.
    """
    while entries := desk.reader.audit.entries(desk.index.mark):
        records = _subjects(entries, _OF_RECORDS)
        summaries = [_summary(desk, case_id) for case_id in _subjects(entries, _OF_CASES)]
        desk.index.put([*summaries, *_records(desk, records)], mark=entries[-1].number)


def _subjects(entries: list[AuditEntry], actions: set[Action]) -> list[str]:
    return list(dict.fromkeys(entry.subject for entry in entries if entry.action in actions))


def _summary(desk: Desk, case_id: str) -> IndexEntry:
    case = desk.reader.cases.get(case_id)
    summary = desk.unseal(Kind.SUMMARY, case_id, "", desk.reader.cases.summary_of(case_id)).decode()
    return IndexEntry(case_id, "", case.updated_at, f"{case.number} {case.fir_number} {summary}")


def _records(desk: Desk, record_ids: list[str]) -> Iterator[IndexEntry]:
    for record_id in record_ids:
        record = desk.reader.records.get(record_id)
        if record.status is RecordStatus.SUPERSEDED:
            yield IndexEntry(record.case_id, record_id, record.updated_at, "")
        else:
            text, names = _words(read_record(desk, record).entry)
            yield IndexEntry(record.case_id, record_id, record.updated_at, text, names)


def _words(entry: FormEntry) -> tuple[str, tuple[str, ...]]:
    text: list[str] = []
    names: list[str] = []
    for visit in entry.visits():
        if isinstance(visit.element, Question) and (state := entry.state(visit.path)).value:
            text.append(state.display)
            if visit.element.marks.get("mask") == "identity":
                names.append(state.display)
    return "\n".join(text), tuple(names)

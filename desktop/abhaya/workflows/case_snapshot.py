"""Take from the station what a bundle is printed from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from abhaya.cases.attachment import Attachment
from abhaya.cases.bundle import BundlePlan
from abhaya.cases.case_document import CaseDocument
from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.export.snapshot import (
    CaseSnapshot,
    LeftOutRecord,
    SnapshotAttachment,
    SnapshotDeparture,
    SnapshotRecord,
)
from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.attach_file import read_attachment
from abhaya.workflows.case_document import case_document
from abhaya.workflows.clock_words import ClockWords, departure_words
from abhaya.workflows.desk import INDIA, Desk
from abhaya.workflows.fill_form import read_record
from abhaya.workflows.sequence_guard import given_reasons, late_clock


def case_snapshot(desk: Desk, plan: BundlePlan) -> CaseSnapshot:
    """Return everything the plan names, as it stands now.

    Raises RECORD_NOT_SEALED for a draft or what a correction has replaced, NO_SUCH_RECORD and
    FILE_NOT_FOUND for what belongs to another case, SEAL_BROKEN.
    """
    reader, station = desk.reader, desk.station
    document = cache(lambda: case_document(desk, plan.case_id))  # put together only where a step was late
    return CaseSnapshot(
        station_name=station.name,
        district=station.district,
        state=station.state,
        case=reader.cases.get(plan.case_id),
        people=tuple(p for p in reader.people.of_case(plan.case_id) if p.record_id in plan.record_ids),
        records=tuple(_record(desk, plan, record_id, document) for record_id in plan.record_ids),
        attachments=tuple(_attachment(desk, plan, key) for key in plan.attachment_ids),
        audit_head=reader.audit.head(),
        printed_at=desk.clock().astimezone(INDIA),
        printed_by=desk.session.display_name,
        demo=station.demo,
        copy=plan.copy,
        language=plan.language,
        left_out=tuple(
            LeftOutRecord(record, desk.forms.titles().get(record.form_sha256, {}))
            for record in sealed_records(desk, plan.case_id)
            if record.id not in plan.record_ids
        ),
    )


def sealed_records(desk: Desk, case_id: str) -> list[Record]:
    """Return the records of a case that can be printed, in their order."""
    records = desk.reader.records.of_case(case_id)
    return [record for record in records if record.status is RecordStatus.SEALED]


def _record(
    desk: Desk, plan: BundlePlan, record_id: str, document: Callable[[], CaseDocument]
) -> SnapshotRecord:
    record: Record = desk.reader.records.get(record_id)
    if record.case_id != plan.case_id:
        raise AbhayaError(Code.NO_SUCH_RECORD)
    if record.status is not RecordStatus.SEALED:
        raise AbhayaError(Code.RECORD_NOT_SEALED)
    return SnapshotRecord(
        record,
        read_record(desk, record).entry,
        prepared_by=desk.name_of(record.created_by),
        sealed_by=desk.name_of(record.sealed_by),
        titles=desk.forms.titles().get(record.form_sha256, {}),
        departures=tuple(_departures(desk, record, document)),
    )


def _departures(
    desk: Desk, record: Record, document: Callable[[], CaseDocument]
) -> Iterator[SnapshotDeparture]:
    for given in given_reasons(desk, record.case_id, record.id):
        found, texts = given.departure, {language: Texts(language) for language in LANGUAGES}
        if clock := late_clock(desk, document(), found):
            timed = any(event.timed and event.at == clock.met_at for event in document().events)
            words = {
                name: ClockWords(said, desk.clock()).moments(clock, timed=timed)
                for name, said in texts.items()
            }
        else:
            words = {name: departure_words(found, said) for name, said in texts.items()}
        yield SnapshotDeparture(words, found.person, given.reason)


def _attachment(desk: Desk, plan: BundlePlan, attachment_id: str) -> SnapshotAttachment:
    attachment: Attachment = desk.reader.attachments.get(attachment_id)
    if attachment.case_id != plan.case_id:
        raise AbhayaError(Code.FILE_NOT_FOUND)
    return SnapshotAttachment(
        attachment,
        desk.attachment_label(attachment),
        tuple(
            replace(entry, by=desk.name_of(entry.by))
            for entry in desk.reader.attachments.custody(attachment.id)
        ),
        lambda: read_attachment(desk, attachment),
    )

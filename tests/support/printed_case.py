"""Case snapshots to print, made of the real rescue report and pictures drawn on the spot."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache
from random import Random

from abhaya.cases.attachment import Attachment, AttachmentLabel, CustodyEntry
from abhaya.cases.audit_entry import Action, AuditHead
from abhaya.cases.bundle import Copy
from abhaya.cases.case import Case, CaseStatus
from abhaya.cases.person import Person, PersonRole
from abhaya.cases.record import Record, RecordStatus
from abhaya.export.snapshot import CaseSnapshot, SnapshotAttachment, SnapshotRecord
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine import Control, FormDefinition, FormEntry, Question, load_form

INDIA = timezone(timedelta(hours=5, minutes=30))
MOMENT = datetime(2026, 11, 24, 4, 5, 6, tzinfo=UTC)
NAMES = {"en": "English (en)", "hi": "हिन्दी (hi)", "ne": "नेपाली (ne)"}

SAMPLES = {
    "en": "She said: “They took my phone & papers; ₹ 15,000 (fifteen thousand) were promised.” "
    "FIR No. 123/2026 – office, café; 100 % true. She crossed the border at night with two others.",
    "hi": "बचाव अभियान में द्वितीय क्षत्रिय श्रीमती राष्ट्रिय ने कहा कि वह हिन्दी और नेपाली बोलती हैं। "
    "उसने पर्‍यो, र्कि, ज्ञान, कर्त्तव्य, स्त्री, दुर्व्यापार, क़ानून, ज़िला, FIR No. 12/2026 लिखवाया।",
    "ne": "उनले भनिन्, “म काठमाडौँबाट आएँ, बाटोमा रात पर्‍यो र राष्ट्रिय राजमार्गमा बस रोकियो।” "
    "झापा, कर्णाली, द्वन्द्व, स्वास्थ्य, श्रीमती, ५ ८ ९ वर्ष, मिति २०८३।०८।०८।",
}
"""Invented sentences full of conjuncts, reph, ZWJ, nukta and mixed scripts."""


@cache
def rescue_report() -> FormDefinition:
    """Return the shipped rescue report."""
    return load_form(next(form for form in shipped_forms() if form.form_id == "rescue_report").xform())


def local_clock() -> datetime:
    """Return the moment all sample records are filled, in India."""
    return MOMENT.astimezone(INDIA)


def filled_entry(language: str, *, people: int = 2, text: str = "") -> FormEntry:
    """Return a rescue report with an answer to every relevant question."""
    entry = FormEntry(rescue_report(), clock=local_clock, language=NAMES[language], random=Random(7))
    for _ in range(people - 1):
        entry.add_repeat("/data/persons/rescued")
    text = text or SAMPLES[language]
    for _ in range(4):  # an answer may make further questions relevant
        for visit in list(entry.visits(relevant_only=True)):
            if isinstance(visit.element, Question) and not entry.state(visit.path).value:
                _answer(entry, visit.path, visit.element, text)
    return entry


def _answer(entry: FormEntry, path: str, question: Question, text: str) -> None:
    if question.name == "person_code":  # as the station gives them
        row = int(path.rpartition("[")[2].partition("]")[0])
        entry.give_answer(path, f"{question.marks['person'][0].upper()}-{row:03d}", "")
        return
    state = entry.state(path)
    if state.read_only or question.control is Control.NOTE:
        return
    values = {
        "date": "2026-11-20",
        "dateTime": "2026-11-20T09:30:00.000+05:30",
        "time": "09:30:00.000+05:30",
        "int": "2",
        "decimal": "2.5",
        "geopoint": "27.4712 83.4634 0 0",
    }
    if choices := entry.choices(path):
        value = choices[0].value
    else:
        value = values.get(
            question.data_type, text if "multiline" in question.appearances else text[:40].strip()
        )
    entry.set_answer(path, value)


def record(number: int, language: str, entry: FormEntry | None = None) -> SnapshotRecord:
    """Return a sealed rescue report."""
    entry = entry or filled_entry(language)
    definition = entry.definition
    kept = Record(
        id=f"record-{number}",
        case_id="case",
        number=number,
        form_id=definition.form_id,
        form_version=definition.version,
        form_sha256=definition.sha256,
        language=NAMES[language],
        status=RecordStatus.SEALED,
        version=1,
        created_at=MOMENT,
        created_by="p1",
        updated_at=MOMENT,
        sealed_at=MOMENT,
        sealed_by="p2",
        content_sha256=hashlib.sha256(entry.to_xml()).hexdigest(),
    )
    titles = next(form.titles for form in shipped_forms() if form.form_id == "rescue_report")
    return SnapshotRecord(kept, entry, "SI Anita (invented)", "Inspector Rao (invented)", titles)


def attachment(number: int, data: bytes, media_type: str, caption: str = "") -> SnapshotAttachment:
    """Return an attachment with these bytes."""
    kept = Attachment(
        id=f"attachment-{number}",
        case_id="case",
        code=f"A-{number}",
        media_type=media_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        pages=1,
        added_at=MOMENT,
        added_by="p1",
    )
    custody = tuple(
        CustodyEntry(kept.id, MOMENT, "SI Anita (invented)", action)
        for action in (Action.ATTACHMENT_ADDED, Action.BUNDLE_EXPORTED)
    )
    label = AttachmentLabel(f"IMG_{number}", caption)
    return SnapshotAttachment(kept, label, custody, lambda: io.BytesIO(data))


def snapshot(
    records: Iterable[SnapshotRecord] = (),
    attachments: Iterable[SnapshotAttachment] = (),
    *,
    language: str = "hi",
    demo: bool = False,
) -> CaseSnapshot:
    """Return a case of the invented station Sonauli."""
    case = Case(
        id="case",
        number="SNL/2026/0012",
        kind="commercial_sexual_exploitation",
        status=CaseStatus.OPEN,
        opened_at=MOMENT,
        opened_by="p1",
        updated_at=MOMENT,
        event_on=date(2026, 11, 20),
        district="Maharajganj",
        fir_number="0123/2026",
    )
    people = (
        Person("v1", "case", "V-001", PersonRole.VICTIM, True, "record-1", 1),
        Person("v2", "case", "V-002", PersonRole.VICTIM, False, "record-1", 2),
        Person("s1", "case", "S-001", PersonRole.SUSPECT, None, "record-1", 1),
    )
    return CaseSnapshot(
        station_name="थाना सोनौली",
        district="महराजगंज",
        state="उत्तर प्रदेश",
        case=case,
        people=people,
        records=tuple(records),
        attachments=tuple(attachments),
        audit_head=AuditHead(1234, "ab12cd34ef567890" * 4),
        printed_at=local_clock(),
        printed_by="SI Anita (invented)",
        demo=demo,
        copy=Copy.COURT,
        language=language,
    )

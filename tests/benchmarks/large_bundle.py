"""A case with many rescue reports: the sealed one of the demo, its long texts different each time."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from abhaya.cases.audit_entry import AuditHead
from abhaya.cases.bundle import Copy
from abhaya.demo.invented_cases import invented_cases
from abhaya.export.blocks import Block
from abhaya.export.bundle_plan import plan_items
from abhaya.export.printed_words import PrintedWords
from abhaya.export.snapshot import CaseSnapshot, SnapshotRecord
from abhaya.workflows.enter_answers import enter_answers
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine import FormEntry, load_form
from support.station_rows import a_case, a_record, sealed

LONG = 80
"""Characters from which an answer counts as a text of its own and is told differently in each report."""
AT = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)


def snapshot(number_of_reports: int) -> CaseSnapshot:
    """Return a case with that many sealed reports in Hindi."""
    form = next(form for form in shipped_forms() if form.form_id == "rescue_report")
    definition = load_form(form.xform())
    reports = (record for case in invented_cases() for record in case.records)
    told = next(record for record in reports if record.sealed and record.form_id == "rescue_report")
    language = next(name for name in definition.languages if name.endswith("(hi)"))
    kept = []
    for number in range(1, number_of_reports + 1):
        entry = FormEntry(definition, clock=lambda: AT, language=language)
        enter_answers(entry, {path: _told_anew(answer, number) for path, answer in told.answers.items()})
        record = replace(sealed(a_record(f"r-{number}", number=number, language=language)), sealed_at=AT)
        kept.append(SnapshotRecord(record, entry, "Officer (DEMO)", "Supervisor (DEMO)", form.titles))
    return CaseSnapshot(
        station_name="Sonauli (DEMO)",
        district="Maharajganj",
        state="Uttar Pradesh",
        case=a_case(),
        people=(),
        records=tuple(kept),
        attachments=(),
        audit_head=AuditHead(reports, "ab" * 32),
        printed_at=AT,
        printed_by="Supervisor (DEMO)",
        demo=True,
        copy=Copy.COURT,
        language="hi",
    )


def _told_anew(answer, number: int):
    if not isinstance(answer, str) or len(answer) < LONG:
        return answer
    words = answer.split()
    Random(number).shuffle(words)
    return " ".join(words)


def record_blocks(case: CaseSnapshot) -> list[Block]:
    """Return what the reports say, for other programs to print."""
    with ExitStack() as stack:
        items = plan_items(case, PrintedWords(case.language))
        return [block for item in items if item.kind == "record" for block in item.blocks(stack)]

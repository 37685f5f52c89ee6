"""Commands that write a case to a file outside the station."""

from __future__ import annotations

from dataclasses import asdict

from abhaya.cases.bundle import Copy
from abhaya.command_line.visit import Visit
from abhaya.workflows.export_bundle import plan_bundle, prepare, save_bundle
from abhaya.workflows.export_htcds import HTCDS, HtcdsExport, read_htcds, save_htcds
from abhaya.workflows.open_case import find_case
from abhaya_forms.htcds import STANDARD, htcds_fields


def export(visit: Visit) -> None:
    """``abhaya export CASE --copy court|htcds --out F [--all]``."""
    if visit.asked.copy == HTCDS:
        _htcds(visit)
    else:
        _court(visit, Copy(visit.asked.copy))


def _court(visit: Visit, copy: Copy) -> None:
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        plan = plan_bundle(desk, case.id, copy, visit.texts.language, whole=visit.asked.all)
        bundle = prepare(desk, plan)
        assert bundle is not None  # nobody could cancel
        save_bundle(desk, bundle, visit.asked.out)
    say, numbers = visit.texts.say, ", ".join(map(str, bundle.left_out))
    written = say("command_line.exported", out=visit.asked.out, pages=bundle.pages, hash=bundle.sha256)
    left_out = [say("command_line.left_out", numbers=numbers)] if bundle.left_out else []
    visit.terminal.answer(
        {
            "out": str(visit.asked.out),
            "pages": bundle.pages,
            "sha256": bundle.sha256,
            "audit_head": asdict(bundle.audit_head),
            "substitutes": bundle.substitutes,
            "left_out": bundle.left_out,
        },
        [written, *left_out],
    )


def _htcds(visit: Visit) -> None:
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        told = read_htcds(desk, case.id)
        digest = save_htcds(desk, told, visit.asked.out)
    visit.terminal.answer(
        {
            "out": str(visit.asked.out),
            "records": len(told.records),
            "refused": told.refused,
            "fields": told.filled(),
            "sha256": digest,
            "standard": STANDARD,
        },
        _htcds_lines(visit, told, digest),
    )


def _htcds_lines(visit: Visit, told: HtcdsExport, digest: str) -> list[str]:
    say, language = visit.texts.say, visit.texts.language
    filled = told.filled()
    labels = {field.name: field.term.labels[language] for field in htcds_fields()}
    written = say("command_line.htcds_exported", out=visit.asked.out, count=len(told.records), hash=digest)
    refused = [say("command_line.htcds_refused", count=told.refused)] if told.refused else []
    fields = [f"  {label}: {filled[name]}" for name, label in labels.items() if filled[name]]
    notes = [say("command_line.htcds_notice"), STANDARD]
    return [written, *refused, say("command_line.htcds_leaves"), *fields, *notes]

"""Print a case for court: choose, look at the very file, save it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from abhaya.cases.attachment import CustodyEntry
from abhaya.cases.audit_entry import Action, AuditHead
from abhaya.cases.bundle import BundlePlan, Copy
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.case_snapshot import case_snapshot, sealed_records
from abhaya.workflows.desk import Desk
from abhaya.workflows.leaving_file import write_leaving
from abhaya_forms.court_bundle import on_request

Progress = Callable[[int, int], bool]


@dataclass(frozen=True, slots=True)
class PreparedBundle:
    """A finished PDF in memory, not yet outside; ``substitutes`` counts unprintable characters.

    ``left_out`` are the numbers of the case's sealed records that are not in it.
    """

    plan: BundlePlan
    case_number: str
    data: bytes = field(repr=False)
    pages: int
    sha256: str
    audit_head: AuditHead
    substitutes: int
    left_out: tuple[int, ...]

    @property
    def file_name(self) -> str:
        """A name for the file that tells nobody's identity."""
        return f"{self.case_number.replace('/', '-')}-{self.plan.copy}.pdf"


def plan_bundle(desk: Desk, case_id: str, copy: Copy, language: str, *, whole: bool = False) -> BundlePlan:
    """Return the plan of what is printed unless somebody chooses otherwise: sealed records and attachments.

    ``whole``: also the records that a court is given only on request.  Raises NOT_PERMITTED and
    NOTHING_TO_EXPORT.
    """
    desk.require(Deed.EXPORT_BUNDLE)
    sealed = sealed_records(desk, case_id)
    if not sealed:
        raise AbhayaError(Code.NOTHING_TO_EXPORT)
    records = tuple(record.id for record in sealed if whole or not on_request(record.form_id))
    attachments = tuple(attachment.id for attachment in desk.reader.attachments.of_case(case_id))
    return BundlePlan(case_id, copy, language, records, attachments)


def prepare(desk: Desk, plan: BundlePlan, progress: Progress | None = None) -> PreparedBundle | None:
    """Lay out the bundle; None when ``progress(done, total)`` returned False.

    Raises NOT_PERMITTED, NOTHING_TO_EXPORT, RECORD_NOT_SEALED, SEAL_BROKEN, ATTACHMENT_DAMAGED, PDF_BROKEN,
    IMAGE_BROKEN.
    """
    from abhaya.export.bundle import (
        write_bundle,
    )  # the printing libraries take longer to load than the window

    desk.require(Deed.EXPORT_BUNDLE)
    if not plan.record_ids:
        raise AbhayaError(Code.NOTHING_TO_EXPORT)
    snapshot = case_snapshot(desk, plan)
    out = io.BytesIO()
    summary = write_bundle(snapshot, out, progress)
    if summary is None:
        return None
    with desk.work() as work:
        work.note(Action.BUNDLE_PREPARED, plan.case_id, summary.sha256)
    return PreparedBundle(
        plan,
        snapshot.case.number,
        out.getvalue(),
        summary.pages,
        summary.sha256,
        snapshot.audit_head,
        summary.substitutes,
        tuple(left_out.record.number for left_out in snapshot.left_out),
    )


def save_bundle(desk: Desk, bundle: PreparedBundle, path: Path, *, replace: bool = False) -> None:
    """Write the very bytes that were prepared; where they went is not on the trail, their SHA-256 is.

    It is on the trail before the file has its name, so that none leaves unnoted.
    Raises FILE_EXISTS, FILE_NOT_FOUND, DISK_FULL and READ_ONLY_FOLDER; nothing is left behind then.
    """
    desk.require(Deed.EXPORT_BUNDLE)
    if path.exists() and not replace:
        raise AbhayaError(Code.FILE_EXISTS)
    write_leaving(path, lambda out: out.write(bundle.data), lambda: _note(desk, bundle))


def _note(desk: Desk, bundle: PreparedBundle) -> None:
    now, by = desk.clock(), desk.person_id
    with desk.work(signed=True) as work:
        for attachment_id in bundle.plan.attachment_ids:
            work.attachments.add_custody(CustodyEntry(attachment_id, now, by, Action.BUNDLE_EXPORTED))
        work.note(Action.BUNDLE_EXPORTED, bundle.plan.case_id, f"{bundle.plan.copy} {bundle.sha256}")

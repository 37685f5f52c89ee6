"""Reads a bundle back and finds what is not as it was written; needs no station."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from abhaya.cases.audit_entry import AuditHead
from abhaya.errors import AbhayaError, Code
from abhaya.export.bundle_comparison import Difference, VerifiedItem, compare


@dataclass(frozen=True, slots=True)
class Verification:
    """What a bundle says of itself, and what differs.

    ``sha256`` of the whole file is to be compared with the audit entry of the export: only the station can
    tell a true copy from a forged file that fits together.
    """

    pages: int
    sha256: str
    case: str
    audit_head: AuditHead | None
    items: tuple[VerifiedItem, ...]
    problems: tuple[Difference, ...]


def verify_bundle(data: bytes) -> Verification:
    """Recompute every fingerprint in the file.

    Two nets: the seal at the end covers every byte, so that any change is found; the manifest covers what
    each page shows, so that after a change by another program it can be said which page was changed, moved,
    removed or added.  Raises PDF_BROKEN for a file that is no PDF or cannot be opened.
    """
    import pikepdf  # takes longer to load than the window

    from abhaya.export.bundle_reading import DAMAGE, is_sealed, read_file

    sealed = is_sealed(data)
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            found = read_file(pdf)
    except DAMAGE as error:
        raise AbhayaError(Code.PDF_BROKEN) from error
    items, problems = compare(found)
    return Verification(
        pages=len(found.pages),
        sha256=hashlib.sha256(data).hexdigest(),
        case=found.manifest.case if found.manifest else "",
        audit_head=found.manifest.audit_head if found.manifest else None,
        items=items,
        problems=problems if sealed else (Difference("bytes_changed", {}), *problems),
    )

"""Read and prove the trail of everything that was done at the station."""

from __future__ import annotations

import re

from abhaya.cases.audit_entry import AuditEntry, AuditHead
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.desk import Desk

_HEAD = re.compile(r"\s*([1-9][0-9]{0,17})\s*:\s*([0-9a-f]{16,64})\s*", re.IGNORECASE)


def verify_trail(desk: Desk, printed: AuditHead | None = None) -> AuditHead:
    """Walk the whole trail; ``printed`` is a head from a sheet of paper that must be on it.

    Raises NOT_PERMITTED and AUDIT_BROKEN with the ``number`` of the first entry that does not fit.
    """
    desk.require(Deed.READ_AUDIT_TRAIL)
    return desk.reader.audit.verify(desk.ring.signing_keys(), printed)


def entries(desk: Desk, after: int = 0, limit: int = 200) -> list[AuditEntry]:
    """Return the entries that follow number ``after``."""
    desk.require(Deed.READ_AUDIT_TRAIL)
    return desk.reader.audit.entries(after, limit)


def head_from_text(text: str) -> AuditHead:
    """Return the head written as ``count:hash``, as printed; raises USAGE."""
    found = _HEAD.fullmatch(text)
    if found is None:
        raise AbhayaError(Code.USAGE, ("COUNT:HASH",))
    return AuditHead(int(found[1]), found[2].lower())

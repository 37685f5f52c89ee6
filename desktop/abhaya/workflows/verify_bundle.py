"""Prove that an exported file is as Abhaya wrote it; needs no station and no passphrase."""

from __future__ import annotations

from pathlib import Path

from abhaya.errors import AbhayaError, Code
from abhaya.export.verification import Verification, verify_bundle


def verify(path: Path) -> Verification:
    """Return what the file says of itself and what differs.  Raises FILE_NOT_FOUND and PDF_BROKEN."""
    try:
        return verify_bundle(path.read_bytes())
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error

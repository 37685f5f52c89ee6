"""Fingerprints of pages and fonts: of what is drawn, whatever the file around it looks like."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def page_digest(parts: Iterable[bytes]) -> str:
    """SHA-256, in hex, over the SHA-256 hashes (32 bytes each) of the parts of a page.

    The parts are its content streams, decoded, in order; then the encoded data of every XObject it draws, in
    the order of their names, each preceded by the XObjects that it draws in turn.
    """
    return hashlib.sha256(b"".join(parts)).hexdigest()


def font_digest(program: bytes, to_unicode: bytes) -> str:
    """SHA-256, in hex, over the hashes of a font's program and of its map from codes to text."""
    return page_digest(hashlib.sha256(part).digest() for part in (program, to_unicode))

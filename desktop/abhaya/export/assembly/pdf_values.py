"""Values in PDF syntax."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime


def text_string(text: str) -> bytes:
    """A text string in UTF-16 (ISO 32000-1, 7.9.2.2)."""
    return b"<FEFF%s>" % text.encode("utf-16-be").hex().upper().encode()


def references(numbers: Iterable[int]) -> bytes:
    """An array of references to objects."""
    return b"[%s]" % b" ".join([b"%d 0 R" % number for number in numbers])


def box(values: Iterable[float]) -> bytes:
    """A rectangle in points."""
    return b"[%s]" % b" ".join([b"%.2f" % value for value in values])


def date_string(moment: datetime) -> bytes:
    """An aware time (ISO 32000-1, 7.9.4)."""
    offset = moment.strftime("%z")
    return f"(D:{moment:%Y%m%d%H%M%S}{offset[:3]}'{offset[3:5]}')".encode()

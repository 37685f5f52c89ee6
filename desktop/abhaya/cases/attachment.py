"""A file kept with a case, and the chain of hands it went through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A photo, scan or document; ``code`` is ``A-1``, ``A-2`` … within the case.

    ``size`` in bytes; ``sha256`` (hex) of the original bytes, taken before anything else was done with
    them; ``media_type`` by content, not by name; ``pages`` of a PDF, else 1.  The original file name and
    the caption are sealed (``AttachmentLabel``).
    """

    id: str
    case_id: str
    code: str
    media_type: str
    size: int
    sha256: str
    pages: int
    added_at: datetime
    added_by: str
    record_id: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentLabel:
    """What people call the file; sealed under the case key since it may name somebody."""

    original_name: str
    caption: str


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One step in the life of an attachment (Bharatiya Nagarik Suraksha Sanhita 2023, section 193(3)(i))."""

    attachment_id: str
    at: datetime
    by: str
    action: str

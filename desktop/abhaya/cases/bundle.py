"""What is printed for whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Copy(StrEnum):
    """Which of the copies a bundle is; later issues add masked, legal aid and referral."""

    COURT = "court"


@dataclass(frozen=True, slots=True)
class BundlePlan:
    """A chosen, ordered set of sealed records and attachments, printed as one PDF in ``language``."""

    case_id: str
    copy: Copy
    language: str
    record_ids: tuple[str, ...]
    attachment_ids: tuple[str, ...]

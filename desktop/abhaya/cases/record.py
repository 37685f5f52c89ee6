"""A filled form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecordStatus(StrEnum):
    """Life of a record: draft → sealed → superseded by a newer version."""

    DRAFT = "draft"
    SEALED = "sealed"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Record:
    """The part that stands in the clear; the answers are sealed under the case key.

    ``form_sha256`` pins the definition the record was filled with; ``content_sha256`` (hex, of the sealed
    instance XML in plain bytes) is empty while the record is a draft; ``number`` counts the records of
    a case from 1; ``version`` counts corrections from 1; ``corrects`` is the record this one replaces;
    ``subject`` is the code of the person it is about, empty when it is about the whole case.
    """

    id: str
    case_id: str
    number: int
    form_id: str
    form_version: str
    form_sha256: str
    language: str
    status: RecordStatus
    version: int
    created_at: datetime
    created_by: str
    updated_at: datetime
    sealed_at: datetime | None = None
    sealed_by: str = ""
    content_sha256: str = ""
    corrects: str = ""
    answered: int = 0
    questions: int = 0
    problems: int = 0
    subject: str = ""

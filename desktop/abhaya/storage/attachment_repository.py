"""Attachments and their chain of custody as rows; the files lie in the attachment store."""

from __future__ import annotations

from typing import Any

from abhaya.cases.attachment import Attachment, CustodyEntry
from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database
from abhaya.storage.moment import from_text, to_text

_COLUMNS = "id, case_id, code, media_type, size, sha256, pages, added_at, added_by, record_id"


class AttachmentRepository:
    """The attachments of the cases.  Methods that name one raise FILE_NOT_FOUND."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, attachment: Attachment, sealed_label: bytes, sealed_key: bytes) -> None:
        """Keep a new attachment for ever; its code must come from ``next_code``."""
        serial = int(attachment.code.removeprefix("A-"))
        self._database.change(
            f"insert into attachments ({_COLUMNS}, serial, sealed_label, sealed_key)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_row(attachment), serial, sealed_label, sealed_key),
        )

    def get(self, attachment_id: str) -> Attachment:
        """Return the attachment in the clear."""
        return _attachment(self._one(_COLUMNS, attachment_id))

    def label_of(self, attachment_id: str) -> bytes:
        """Return file name and caption as sealed under the case key."""
        return bytes(self._one("sealed_label", attachment_id)[0])

    def key_of(self, attachment_id: str) -> bytes:
        """Return the secret of the file as sealed under the case key."""
        return bytes(self._one("sealed_key", attachment_id)[0])

    def of_case(self, case_id: str) -> list[Attachment]:
        """Return the attachments of the case by code."""
        rows = self._database.query(
            f"select {_COLUMNS} from attachments where case_id = ? order by serial",
            (case_id,),
        )
        return [_attachment(row) for row in rows]

    def next_code(self, case_id: str) -> str:
        """Return the code of the next attachment of the case, for example ``A-1``."""
        rows = self._database.query(
            "select coalesce(max(serial), 0) + 1 from attachments where case_id = ?", (case_id,)
        )
        return f"A-{rows[0][0]}"

    def custody(self, attachment_id: str) -> list[CustodyEntry]:
        """Return the chain of custody from the first hand to the last."""
        rows = self._database.query(
            "select attachment_id, at, by, action from custody where attachment_id = ? order by number",
            (attachment_id,),
        )
        return [CustodyEntry(owner, from_text(at), by, action) for owner, at, by, action in rows]

    def add_custody(self, entry: CustodyEntry) -> None:
        """Add a step to the chain of custody."""
        self._database.change(
            "insert into custody (attachment_id, at, by, action) values (?, ?, ?, ?)",
            (entry.attachment_id, to_text(entry.at), entry.by, entry.action),
        )

    def _one(self, columns: str, attachment_id: str) -> tuple[Any, ...]:
        rows = self._database.query(f"select {columns} from attachments where id = ?", (attachment_id,))
        if not rows:
            raise AbhayaError(Code.FILE_NOT_FOUND)
        return rows[0]


def _row(attachment: Attachment) -> tuple[Any, ...]:
    return (
        *(attachment.id, attachment.case_id, attachment.code, attachment.media_type, attachment.size),
        *(attachment.sha256, attachment.pages, to_text(attachment.added_at), attachment.added_by),
        attachment.record_id or None,
    )


def _attachment(row: tuple[Any, ...]) -> Attachment:
    attachment_id, case_id, code, media_type, size, sha256, pages, added_at, added_by, record_id = row
    return Attachment(
        id=attachment_id,
        case_id=case_id,
        code=code,
        media_type=media_type,
        size=size,
        sha256=sha256,
        pages=pages,
        added_at=from_text(added_at),
        added_by=added_by,
        record_id=record_id or "",
    )

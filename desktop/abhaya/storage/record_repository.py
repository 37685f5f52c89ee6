"""Filled forms as rows; the answers stay sealed."""

from __future__ import annotations

from typing import Any

from abhaya.cases.record import Record, RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database
from abhaya.storage.moment import from_text, to_text

_COLUMNS = (
    "id, case_id, number, form_id, form_version, form_sha256, language, status, version,"
    " created_at, created_by, updated_at, sealed_at, sealed_by, content_sha256, corrects,"
    " answered, questions, problems, subject"
)


class RecordRepository:
    """The records of the cases.  Methods that name one record raise NO_SUCH_RECORD."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record: Record, sealed_content: bytes) -> None:
        """Keep a new record; the form it is filled with must be kept before (FormRepository.add)."""
        values = (*_row(record), sealed_content)
        marks = ", ".join("?" * len(values))
        self._database.change(
            f"insert into records ({_COLUMNS}, sealed_content) values ({marks})",
            values,
        )

    def get(self, record_id: str) -> Record:
        """Return the record in the clear."""
        return _record(self._one(_COLUMNS, record_id))

    def content_of(self, record_id: str) -> bytes:
        """Return the content as sealed under the case key."""
        return bytes(self._one("sealed_content", record_id)[0])

    def save_draft(self, record: Record, sealed_content: bytes) -> None:
        """Replace the content and the figures of a draft; raises RECORD_IS_SEALED."""
        self._replace(record, sealed_content)

    def seal(self, record: Record, sealed_content: bytes) -> None:
        """Keep a draft for ever as ``record`` says; the record it corrects becomes superseded.

        Raises RECORD_IS_SEALED.
        """
        self._replace(record, sealed_content)
        self._database.change(
            "update records set status = 'superseded' where id = ? and status = 'sealed'", (record.corrects,)
        )

    def drop(self, record_id: str) -> None:
        """Forget a draft in which nothing was told; the people written down in it must be gone before."""
        self._one("id", record_id)
        self._database.change("delete from records where id = ?", (record_id,))

    def of_case(self, case_id: str) -> list[Record]:
        """Return all records of the case by number, versions from old to new."""
        rows = self._database.query(
            f"select {_COLUMNS} from records where case_id = ? order by number, version",
            (case_id,),
        )
        return [_record(row) for row in rows]

    def next_number(self, case_id: str) -> int:
        """Return the number of the next new record of the case, from 1."""
        rows = self._database.query(
            "select coalesce(max(number), 0) + 1 from records where case_id = ?", (case_id,)
        )
        return int(rows[0][0])

    def _replace(self, record: Record, sealed_content: bytes) -> None:
        columns = f"({_COLUMNS}, sealed_content)"
        values = (*_row(record), sealed_content)
        changed = self._database.change(
            f"update records set {columns} = ({', '.join('?' * len(values))})"
            " where id = ? and status = 'draft'",
            (*values, record.id),
        )
        if not changed:
            self.get(record.id)
            raise AbhayaError(Code.RECORD_IS_SEALED)

    def _one(self, columns: str, record_id: str) -> tuple[Any, ...]:
        rows = self._database.query(f"select {columns} from records where id = ?", (record_id,))
        if not rows:
            raise AbhayaError(Code.NO_SUCH_RECORD)
        return rows[0]


def _row(record: Record) -> tuple[Any, ...]:
    sealed_at = to_text(record.sealed_at) if record.sealed_at else None
    return (
        *(record.id, record.case_id, record.number, record.form_id, record.form_version),
        *(record.form_sha256, record.language, record.status, record.version),
        *(to_text(record.created_at), record.created_by, to_text(record.updated_at)),
        *(sealed_at, record.sealed_by, record.content_sha256, record.corrects or None),
        *(record.answered, record.questions, record.problems, record.subject),
    )


def _record(row: tuple[Any, ...]) -> Record:
    record_id, case_id, number, form_id, form_version, form_sha256, language = row[:7]
    return Record(
        id=record_id,
        case_id=case_id,
        number=number,
        form_id=form_id,
        form_version=form_version,
        form_sha256=form_sha256,
        language=language,
        status=RecordStatus(row[7]),
        version=row[8],
        created_at=from_text(row[9]),
        created_by=row[10],
        updated_at=from_text(row[11]),
        sealed_at=from_text(row[12]) if row[12] else None,
        sealed_by=row[13],
        content_sha256=row[14],
        corrects=row[15] or "",
        answered=row[16],
        questions=row[17],
        problems=row[18],
        subject=row[19],
    )

"""Cases as rows: the list, one case, its sealed key and summary."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from abhaya.cases.case import Case, CaseFilter, CaseLine, CaseOrder, CaseStatus
from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database
from abhaya.storage.moment import from_text, to_text

_COLUMNS = "id, number, kind, status, opened_at, opened_by, updated_at, event_on, district, fir_number"
_COUNTS = "people, children, drafts, sealed, attachments, due_at"
_ORDERS = {
    CaseOrder.NUMBER: "year {0}, serial {0}",
    CaseOrder.KIND: "kind {0}, year {0}, serial {0}",
    CaseOrder.EVENT_ON: "event_on {0}, year {0}, serial {0}",
    CaseOrder.UPDATED_AT: "updated_at {0}, year {0}, serial {0}",
    CaseOrder.DUE_AT: "due_at is null {0}, due_at {0}, year {0}, serial {0}",
}


class CaseRepository:
    """The cases of the station.  Methods that name one case raise NO_SUCH_CASE."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, case: Case, wrapped_key: bytes, sealed_summary: bytes) -> None:
        """Keep a new case; its number must come from ``next_number``."""
        _, year, serial = case.number.rsplit("/", 2)
        values = (*_row(case), int(year), int(serial), wrapped_key, sealed_summary)
        marks = ", ".join("?" * len(values))
        self._database.change(
            f"insert into cases ({_COLUMNS}, year, serial, wrapped_key, sealed_summary) values ({marks})",
            values,
        )

    def get(self, case_id: str) -> Case:
        """Return the case in the clear."""
        return _case(self._one(_COLUMNS, case_id))

    def key_of(self, case_id: str) -> bytes:
        """Return the case key as wrapped for the identity key."""
        return bytes(self._one("wrapped_key", case_id)[0])

    def summary_of(self, case_id: str) -> bytes:
        """Return the summary as sealed under the case key."""
        return bytes(self._one("sealed_summary", case_id)[0])

    def set_summary(self, case_id: str, sealed_summary: bytes, when: datetime) -> None:
        """Replace the summary and mark the case as changed at ``when``."""
        self._change(
            "update cases set sealed_summary = ?, updated_at = ? where id = ?",
            (sealed_summary, to_text(when), case_id),
        )

    def set_fir_number(self, case_id: str, fir_number: str) -> None:
        """Replace the number of the FIR."""
        self._change("update cases set fir_number = ? where id = ?", (fir_number, case_id))

    def due_at(self, case_id: str) -> datetime | None:
        """Return the nearest deadline as it was noted last; None when there is none."""
        noted = self._one("due_at", case_id)[0]
        return from_text(noted) if noted else None

    def set_due_at(self, case_id: str, due_at: datetime | None) -> None:
        """Note the nearest deadline, so that the list shows it without opening the case."""
        noted = to_text(due_at) if due_at else None
        self._change("update cases set due_at = ? where id = ?", (noted, case_id))

    def touch(self, case_id: str, when: datetime) -> None:
        """Mark the case as changed at ``when``."""
        self._change("update cases set updated_at = ? where id = ?", (to_text(when), case_id))

    def list(self, case_filter: CaseFilter, offset: int, limit: int) -> list[CaseLine]:
        """Return the lines ``offset`` … ``offset + limit`` of the filtered, ordered list."""
        where, values = _where(case_filter)
        order = _ORDERS[case_filter.order].format("desc" if case_filter.descending else "asc")
        rows = self._database.query(
            f"select {_COLUMNS}, {_COUNTS} from cases{where} order by {order} limit ? offset ?",
            (*values, limit, offset),
        )
        return [_line(row) for row in rows]

    def count(self, case_filter: CaseFilter) -> int:
        """Return how many cases the filter lets through."""
        where, values = _where(case_filter)
        return int(self._database.query(f"select count(*) from cases{where}", values)[0][0])

    def next_number(self, station_code: str, year: int) -> str:
        """Return the first free number of the year, for example ``GKP/2026/0001``."""
        last = self._database.query("select coalesce(max(serial), 0) from cases where year = ?", (year,))
        return f"{station_code}/{year}/{last[0][0] + 1:04d}"

    def _one(self, columns: str, case_id: str) -> tuple[Any, ...]:
        rows = self._database.query(f"select {columns} from cases where id = ?", (case_id,))
        if not rows:
            raise AbhayaError(Code.NO_SUCH_CASE)
        return rows[0]

    def _change(self, statement: str, values: tuple[Any, ...]) -> None:
        if not self._database.change(statement, values):
            raise AbhayaError(Code.NO_SUCH_CASE)


def _where(case_filter: CaseFilter) -> tuple[str, tuple[Any, ...]]:
    parts = list(_conditions(case_filter))
    if not parts:
        return "", ()
    return " where " + " and ".join(text for text, _ in parts), tuple(v for _, vs in parts for v in vs)


def _conditions(case_filter: CaseFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if case_filter.status is not None:
        yield "status = ?", (case_filter.status,)
    if case_filter.has_drafts:
        yield "drafts > 0", ()
    if case_filter.number_contains:
        yield "instr(upper(number), ?)", (case_filter.number_contains.strip().upper(),)
    if case_filter.ids is not None:
        yield "id in (select value from json_each(?))", (json.dumps(case_filter.ids),)


def _row(case: Case) -> tuple[Any, ...]:
    event_on = case.event_on.isoformat() if case.event_on else None
    opened_at, updated_at = to_text(case.opened_at), to_text(case.updated_at)
    return (
        *(case.id, case.number, case.kind, case.status, opened_at, case.opened_by),
        *(updated_at, event_on, case.district, case.fir_number),
    )


def _line(row: tuple[Any, ...]) -> CaseLine:
    people, children, drafts, sealed, attachments, due_at = row[10:]
    due = from_text(due_at) if due_at else None
    return CaseLine(_case(row[:10]), people, children, drafts, sealed, attachments, due)


def _case(row: tuple[Any, ...]) -> Case:
    case_id, number, kind, status, opened_at, opened_by, updated_at, event_on, district, fir_number = row
    return Case(
        id=case_id,
        number=number,
        kind=kind,
        status=CaseStatus(status),
        opened_at=from_text(opened_at),
        opened_by=opened_by,
        updated_at=from_text(updated_at),
        event_on=date.fromisoformat(event_on) if event_on else None,
        district=district,
        fir_number=fir_number,
    )

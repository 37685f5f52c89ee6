"""Reasons given for what was done out of order; sealed, and kept for ever."""

from __future__ import annotations

from abhaya.cases.departure import Departure
from abhaya.storage.database import Database


class DepartureRepository:
    """The departures told by the sealed records of the cases."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, record_id: str, departure: Departure, sealed_reason: bytes) -> None:
        """Keep the reason given when the record was sealed."""
        values = (record_id, departure.rule, departure.person, departure.at, sealed_reason)
        self._database.change("insert into departures values (?, ?, ?, ?, ?)", values)

    def of_record(self, record_id: str) -> list[tuple[Departure, bytes]]:
        """Return the departures of a record by time, each with the reason as sealed."""
        rows = self._database.query(
            "select rule, person, at, sealed_reason from departures where record_id = ?"
            " order by at, rule, person",
            (record_id,),
        )
        return [(Departure(*row[:3]), bytes(row[3])) for row in rows]

    def of_case(self, case_id: str) -> set[Departure]:
        """Return those that a sealed record of the case, in force or superseded, gives a reason for."""
        rows = self._database.query(
            "select distinct rule, person, at from departures join records on records.id = record_id"
            " where case_id = ?",
            (case_id,),
        )
        return {Departure(*row) for row in rows}

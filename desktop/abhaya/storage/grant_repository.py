"""Case keys granted one by one to legal-aid staff."""

from __future__ import annotations

from abhaya.storage.database import Database


class GrantRepository:
    """Who besides the holders of the identity key may open which case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, case_id: str, person_id: str, sealed_key: bytes) -> None:
        """Keep the case key as sealed to that person, in place of an earlier grant."""
        self._database.change(
            "insert into grants (case_id, person_id, sealed_key) values (?, ?, ?)"
            " on conflict (case_id, person_id) do update set sealed_key = excluded.sealed_key",
            (case_id, person_id, sealed_key),
        )

    def of_person(self, person_id: str) -> dict[str, bytes]:
        """Return the sealed case keys granted to that person, by case id."""
        rows = self._database.query(
            "select case_id, sealed_key from grants where person_id = ?", (person_id,)
        )
        return {case_id: bytes(sealed_key) for case_id, sealed_key in rows}

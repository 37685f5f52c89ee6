"""What the clocks of the station go by besides what records tell."""

from __future__ import annotations

from datetime import datetime

from abhaya.storage.database import Database
from abhaya.storage.moment import to_text

_COUNT_FIRST_DAY = "count_first_day"


class ClockRepository:
    """How the station counts days, and what was decided about default bail in a case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count_first_day(self) -> bool:
        """Say whether the day of the first remand counts as the first day; no until somebody says yes."""
        rows = self._database.query("select value from readings where name = ?", (_COUNT_FIRST_DAY,))
        return rows == [("yes",)]

    def set_count_first_day(self, *, counts: bool) -> None:
        """Keep how the station counts."""
        self._database.change(
            "insert or replace into readings values (?, ?)", (_COUNT_FIRST_DAY, "yes" if counts else "no")
        )

    def bail_decisions(self, case_id: str) -> dict[str, tuple[int, bytes]]:
        """Return the days decided upon (60 or 90) and the reason as sealed under the case key.

        By the code of the accused, "" for all of the case.
        """
        rows = self._database.query(
            "select person, days, sealed_reason from bail_decisions where case_id = ?", (case_id,)
        )
        return {person: (days, bytes(reason)) for person, days, reason in rows}

    def decide_bail(
        self, case_id: str, person: str, days: int, sealed_reason: bytes, by: str, at: datetime
    ) -> None:
        """Keep a decision in place of any before it."""
        self._database.change(
            "insert or replace into bail_decisions values (?, ?, ?, ?, ?, ?)",
            (case_id, person, days, sealed_reason, by, to_text(at)),
        )

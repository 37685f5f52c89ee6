"""From the opened keys to the first page of a list of 100,000 cases."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from abhaya.cases.case import CaseFilter, CaseOrder
from abhaya.storage.database import open_database
from abhaya.storage.unit_of_work import Reader
from large_station import CASES, KEY, SALT, in_plain_sqlite, large_station
from measure import Row, show, typical

COLUMNS = (
    "id, number, kind, status, opened_at, updated_at, event_on, district, people, children, drafts, sealed"
)
PAGE = 200


def rows() -> Iterator[Row]:
    """Measure opening with the first page, and a page in the middle of another order."""
    with tempfile.TemporaryDirectory() as folder:
        database = large_station(Path(folder))
        plain = in_plain_sqlite(database, Path(folder))
        database.close()

        def unlocked() -> None:
            opened = open_database(Path(folder) / "station.db", KEY, SALT)
            reader = Reader(opened)
            assert reader.cases.count(CaseFilter()) == CASES
            assert len(reader.cases.list(CaseFilter(), 0, PAGE)) == PAGE
            opened.close()

        yield Row(f"unlocked → case list, {CASES:,} cases", typical(unlocked), 0.150)

        reader = Reader(database := open_database(Path(folder) / "station.db", KEY, SALT))
        by_kind = CaseFilter(order=CaseOrder.KIND)
        order = "kind desc, year desc, serial desc"
        for offset in (0, CASES // 2):
            statement = f"select {COLUMNS} from cases order by {order} limit {PAGE} offset {offset}"
            yield Row(
                f"page of {PAGE} cases by kind, from {offset:,}",
                typical(lambda: reader.cases.list(by_kind, offset, PAGE)),  # noqa: B023 - called at once
                others={"plain SQLite, rows only": typical(lambda: plain.execute(statement).fetchall())},  # noqa: B023
            )
        database.close()
        plain.close()


if __name__ == "__main__":
    show(rows())

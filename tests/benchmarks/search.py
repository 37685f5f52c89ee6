"""Searching 100,000 records, beside the same words in plain SQLite."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from abhaya.storage.search_index import SearchIndex
from large_station import KEY, SALT, entries
from measure import Row, show, times, worst

QUERIES = (
    "token77123",
    "hotel",
    "Sita Tamang",
    "सीता तामांग",
    "Lakshmi Gurung Rasuwa",
    "नौकरी",
    "GKP/2021",
    "nobody",
)
FIRST = 20
TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"


def plain_index(folder: Path) -> Callable[[str], object]:
    """Return a search over the same texts in an ordinary SQLite file, words only, newest first."""
    plain = sqlite3.connect(folder / "plain.db")
    plain.execute(f'create virtual table words using fts5(text, content="", tokenize="{TOKENIZER}")')
    texts = ((number, "\n".join((entry.text, *entry.names))) for number, entry in enumerate(entries()))
    plain.executemany("insert into words (rowid, text) values (?, ?)", texts)
    plain.commit()
    statement = f"select rowid from words where words match ? order by rowid desc limit {FIRST}"
    return lambda query: plain.execute(
        statement, (" ".join(f'"{word}"' for word in query.split()),)
    ).fetchall()


def rows() -> Iterator[Row]:
    """Measure each query; ours also looks for names that sound alike in either script."""
    with tempfile.TemporaryDirectory() as folder:
        index = SearchIndex(Path(folder) / "search.db", KEY, SALT)
        index.put(entries())
        plain = plain_index(Path(folder))
        for query in QUERIES:
            ours = times(lambda: index.find(query, FIRST), 100)  # noqa: B023 - called at once
            theirs = times(lambda: plain(query), 100)  # noqa: B023
            beside = {"plain SQLite, words only": worst(theirs, 0.99)}
            yield Row(f"search 100,000 records for “{query}”, p99", worst(ours, 0.99), 0.020, beside)
        index.close()


if __name__ == "__main__":
    show(rows())

"""Finds records by words and names, across scripts and spellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database, connect, create_file
from abhaya.storage.database_errors import named_errors
from abhaya.storage.moment import to_text
from abhaya.storage.name_key import name_key, name_sound
from abhaya.storage.search_query import alike, exact, likeness
from abhaya.storage.text_folding import fold, words

SCHEMA_VERSION = 1

SCHEMA = (
    "create table entries (id integer primary key, case_id text not null, record_id text not null,"
    " at text not null, sounds text not null, unique (case_id, record_id)) strict",
    # By default FTS5 takes Devanagari vowel signs and virama for separators.
    "create virtual table words using fts5(text, names, content='', contentless_delete=1,"
    " tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\")",
    "create table progress (mark integer not null) strict",
    "insert into progress values (0)",
    f"pragma user_version = {SCHEMA_VERSION}",
)

LONGEST_QUERY = 16
"""Words of a query that are looked for; further ones are left out."""

CANDIDATES = 200
"""The newest records with a name of the same key that are compared by sound."""

LIKELY = 60
"""Least likeness, of 100, of two names' sounds for a record to be shown."""

_Row = tuple[Any, ...]  # number, case, record, sounds of the names, time


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What is found: a record (or, with an empty ``record_id``, the case itself), its text and names.

    ``at`` is the record's ``updated_at``.
    """

    case_id: str
    record_id: str
    at: datetime
    text: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers a query."""

    case_id: str
    record_id: str


class IndexLostError(Exception):
    """The file was found damaged in use and was replaced by an empty one: fill it and ask again."""


class SearchIndex:
    """An encrypted index derived from the records.

    A file that does not open is replaced by an empty one; ``mark`` says from where on to put records in.
    Every method may raise IndexLostError.
    """

    def __init__(self, path: Path, identity_key: bytes, salt: bytes) -> None:
        self._path = path
        self._keys = identity_key, salt
        self._database = self._open()

    @property
    def mark(self) -> int:
        """The number of the audit entry up to which changes are indexed; 0 for an empty index."""
        with self._guarded():
            return int(self._database.query("select mark from progress")[0][0])

    def put(self, entries: Iterable[IndexEntry], mark: int | None = None) -> None:
        """Index the records as they are now, in place of what was indexed of them, and set the mark.

        A record without text and names is no longer found.
        Raises DISK_FULL, READ_ONLY_FOLDER; the records themselves are not touched.
        """
        with self._guarded(), self._database.transaction():
            for entry in entries:
                self._remove(entry.case_id, entry.record_id)
                self._insert(entry)
            if mark is not None:
                self._database.change("update progress set mark = ?", (mark,))

    def clear(self) -> None:
        """Forget everything; the mark is 0 again."""
        with self._guarded(), self._database.transaction():
            self._database.change("insert into words (words) values ('delete-all')")
            self._database.change("delete from entries")
            self._database.change("update progress set mark = 0")

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Return the records that hold all words of ``text``.

        First those with the very words or with names that sound the same, newest first; then those with
        similar names, the most similar first.  The last word may be unfinished, unless it is whole in
        enough records.  Any text may be asked; one without a letter or digit finds nothing.
        """
        asked = words(text)[:LONGEST_QUERY]
        if not asked:
            return []
        with self._guarded():
            literal, similar = self._candidates(asked, limit)
        found = {row[0] for row in literal}
        sounds = [name_sound(word) for word in asked]
        scored = [(likeness(sounds, row[3].split()), row) for row in similar if row[0] not in found]
        first = literal + [row for (mean, _), row in scored if mean == 100]
        then = [(mean, row) for (mean, best), row in scored if mean < 100 and best >= LIKELY]
        first.sort(key=lambda row: row[4], reverse=True)
        then.sort(key=lambda pair: (pair[0], pair[1][4]), reverse=True)
        return [Hit(row[1], row[2]) for row in (first + [row for _, row in then])[:limit]]

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _insert(self, entry: IndexEntry) -> None:
        parts = [part for name in entry.names for part in words(name)]
        self._database.change(
            "insert into entries (case_id, record_id, at, sounds) values (?, ?, ?, ?)",
            (entry.case_id, entry.record_id, to_text(entry.at), " ".join(map(name_sound, parts))),
        )
        self._database.change(
            "insert into words (rowid, text, names) values (last_insert_rowid(), ?, ?)",
            (fold("\n".join((entry.text, *entry.names))), " ".join(map(name_key, parts))),
        )

    def _remove(self, case_id: str, record_id: str) -> None:
        values = (case_id, record_id)
        self._database.change(
            "delete from words where rowid = (select id from entries where case_id = ? and record_id = ?)",
            values,
        )
        self._database.change("delete from entries where case_id = ? and record_id = ?", values)

    def _candidates(self, asked: list[str], limit: int) -> tuple[list[_Row], list[_Row]]:
        """Return the newest records with the very words, and those that may do as well."""
        unfinished = False
        literal = self._match(exact(asked, unfinished=unfinished), limit)
        if len(literal) < limit:  # looking for beginnings is slow where whole words are frequent
            unfinished = True
            literal = self._match(exact(asked, unfinished=unfinished), limit)
        return literal, self._match(alike(asked, unfinished=unfinished), max(limit, CANDIDATES))

    def _match(self, query: str, limit: int) -> list[_Row]:
        return self._database.query(
            "select id, case_id, record_id, sounds, at from entries join"
            " (select rowid as found from words where words match ? order by rowid desc limit ?)"
            " on id = found order by id desc",
            (query, limit),
        )

    def _open(self) -> Database:
        """Open the file, or put an empty one in the place of what is missing, damaged or outdated."""
        try:
            database = Database(self._connect(), self._path)
            if database.query("pragma user_version") == [(SCHEMA_VERSION,)]:
                return database
            database.close()
        except AbhayaError as error:
            if error.code is not Code.DATABASE_DAMAGED:
                raise
        for suffix in ("", "-wal", "-shm"):
            self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
        create_file(self._path)
        database = Database(self._connect(), self._path)
        with database.transaction():
            for statement in SCHEMA:
                database.change(statement)
        return database

    def _connect(self) -> Any:
        with named_errors(self._path):
            connection = connect(self._path, *self._keys, read_only=False)
            connection.execute("pragma journal_mode = wal")
            # What a power cut takes of the newest entries is put back after the next opening.
            connection.execute("pragma synchronous = normal")
            return connection

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except AbhayaError as error:
            if error.code is not Code.DATABASE_DAMAGED:
                raise
            self._database.close()
            self._path.unlink()
            self._database = self._open()
            raise IndexLostError from error

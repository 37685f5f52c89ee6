"""The one connection to an encrypted database."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from sqlcipher3 import dbapi2 as sql

from abhaya.errors import AbhayaError, Code
from abhaya.station.durable_file import disk_trouble
from abhaya.storage import migration
from abhaya.storage.database_errors import named_errors

PAGE_SIZE = 4096
"""Bytes; what SQLCipher takes by itself."""

PRAGMAS = (
    "foreign_keys = on",
    "recursive_triggers = on",  # or INSERT OR REPLACE deletes past the triggers
    "trusted_schema = off",
    "cell_size_check = on",
    "secure_delete = fast",
    "temp_store = memory",
    "busy_timeout = 10000",
    "cache_size = -65536",
)
"""64 MB of cache: a page in it is decrypted, so reading it again costs nothing."""

_PLAIN = b"SQLite format 3\0"


class Database:
    """Owner of one connection; any thread may use it, one at a time.

    Errors of SQLite come out as AbhayaError: DISK_FULL, READ_ONLY_FOLDER, DATABASE_DAMAGED,
    RECORD_IS_SEALED.
    """

    def __init__(self, connection: Any, path: Path) -> None:
        self._connection = connection
        self._path = path
        self._lock = RLock()

    def query(self, statement: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows of a reading statement."""
        with self._lock, named_errors(self._path):
            return list(self._connection.execute(statement, values))

    def change(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run a writing statement inside a transaction and return how many rows it changed."""
        with self._lock, named_errors(self._path):
            if not self._connection.in_transaction:
                raise RuntimeError("a change outside a transaction")
            return int(self._connection.execute(statement, values).rowcount)

    @property
    def changes(self) -> int:
        """How many rows this connection has changed since it was opened."""
        return int(self._connection.total_changes)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is kept, or on any exception nothing of it; other threads wait."""
        with self._lock, named_errors(self._path):
            self._connection.execute("begin immediate")
            try:
                yield
                self._connection.execute("commit")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("rollback")
                raise

    def check(self) -> None:
        """Read the whole database and raise DATABASE_DAMAGED if a page or a row is not as written.

        Takes about 1.5 s per 100 MB.
        """
        with self._lock, named_errors(self._path):
            # cipher_integrity_check reads the main file only: what is still in the log would be a false alarm
            self._connection.execute("pragma wal_checkpoint(truncate)").fetchall()
            bad_pages = self._connection.execute("pragma cipher_integrity_check").fetchall()
            if bad_pages or self._connection.execute("pragma quick_check").fetchall() != [("ok",)]:
                raise AbhayaError(Code.DATABASE_DAMAGED)

    def close(self) -> None:
        """Close the connection; SQLCipher wipes its copies of the key."""
        with self._lock:
            self._connection.close()


def create_database(path: Path, key: bytes, salt: bytes) -> Database:
    """Make a new, empty station database (0600) with the newest schema.

    ``key`` is 32 bytes, ``salt`` 16.  Raises FileExistsError, DISK_FULL, READ_ONLY_FOLDER.
    """
    create_file(path)
    return _opened(path, key, salt, read_only=False)


def create_file(path: Path) -> None:
    """Make an empty file only its owner may open; SQLite gives the same rights to the files beside it."""
    with disk_trouble():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def open_database(path: Path, key: bytes, salt: bytes, *, read_only: bool = False) -> Database:
    """Open the station database and bring its schema up to date.

    ``key`` is 32 bytes, ``salt`` 16.  Raises DATABASE_DAMAGED for a wrong key, a missing or a damaged
    file (which stays as it is), DATABASE_NEWER, DISK_FULL, READ_ONLY_FOLDER.
    """
    if path.is_file() and path.stat().st_size < PAGE_SIZE:
        raise AbhayaError(Code.DATABASE_DAMAGED)  # SQLite would take it for a new database
    return _opened(path, key, salt, read_only=read_only)


def _opened(path: Path, key: bytes, salt: bytes, *, read_only: bool) -> Database:
    with named_errors(path):
        connection = connect(path, key, salt, read_only=read_only)
        try:
            if not read_only:
                connection.execute("pragma journal_mode = wal")
                connection.execute("pragma synchronous = full")
            migration.migrate(connection, migration.steps())
        except BaseException:
            connection.close()
            raise
        return Database(connection, path)


def connect(path: Path, key: bytes, salt: bytes, *, read_only: bool) -> Any:
    """Return a connection to an existing encrypted file whose first page was read and found in order."""
    if not path.is_file() or _is_plain(path):
        raise AbhayaError(Code.DATABASE_DAMAGED)
    connection = sql.connect(
        f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        connection.execute("pragma cipher_log_level = none")
        # Not "pragma key": its text reaches trace callbacks and stays in memory.  With the salt given too,
        # the file still opens when its first 16 bytes are destroyed.
        connection.set_key(f"x'{key.hex()}{salt.hex()}'")
        if not connection.execute("pragma cipher_version").fetchone():
            raise RuntimeError("this SQLite cannot encrypt")
        connection.execute("select count(*) from sqlite_master").fetchone()
        for pragma in PRAGMAS:
            connection.execute(f"pragma {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


def _is_plain(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_PLAIN)) == _PLAIN

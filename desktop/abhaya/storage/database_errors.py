"""What the errors of SQLite mean to a person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from sqlcipher3 import dbapi2 as sql

from abhaya.errors import AbhayaError, Code
from abhaya.station.durable_file import disk_trouble

PROBE = 65536
"""Bytes that must fit beside the database: what SQLite takes for its shared index, twice."""

_CAUSES = (
    ("disk is full", Code.DISK_FULL),
    ("readonly database", Code.READ_ONLY_FOLDER),
    ("unable to open", Code.READ_ONLY_FOLDER),
    ("not a database", Code.DATABASE_DAMAGED),
    ("malformed", Code.DATABASE_DAMAGED),
    ("vtable constructor failed", Code.DATABASE_DAMAGED),
    ("record is sealed", Code.RECORD_IS_SEALED),
)
# This build of the driver gives no error numbers, only SQLite's own English texts.


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file at ``path`` into those a person is told about; others pass."""
    try:
        yield
    except sql.Error as error:
        text = str(error)
        code = next((code for words, code in _CAUSES if words in text), None)
        if "disk I/O error" in text:
            code = _disk_trouble_beside(path)
        if code is None:
            raise
        raise AbhayaError(code) from error


def _disk_trouble_beside(path: Path) -> Code:
    """Find out what "disk I/O error" was: on a full disk SQLite says so of some of its files only."""
    try:
        with disk_trouble(), TemporaryFile(dir=path.parent) as probe:
            probe.write(bytes(PROBE))
            probe.flush()
    except AbhayaError as trouble:
        return trouble.code
    return Code.DATABASE_DAMAGED

"""Brings a station database to the newest schema, one numbered step per transaction."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from sqlcipher3 import dbapi2 as sql

from abhaya.errors import AbhayaError, Code


@cache
def steps() -> tuple[str, ...]:
    """The scripts of ``migrations/NNNN_name.sql`` in order; the schema version is how many have run."""
    folder = files("abhaya.storage") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


def statements(script: str) -> Iterator[str]:
    """Cut a script into statements, each ending its line; a trigger's inner semicolons do not cut."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sql.complete_statement(statement):
            yield statement
            statement = ""


def migrate(connection: Any, scripts: tuple[str, ...]) -> None:
    """Run the scripts the database has not seen; a step that fails leaves nothing of itself behind.

    Raises DATABASE_NEWER when a newer program has written the database.
    """
    version = connection.execute("pragma user_version").fetchone()[0]
    if version > len(scripts):
        raise AbhayaError(Code.DATABASE_NEWER, found=version, known=len(scripts))
    for number in range(version, len(scripts)):
        connection.execute("begin immediate")
        try:
            # executescript would commit the transaction first
            for statement in statements(scripts[number]):
                connection.execute(statement)
            connection.execute(f"pragma user_version = {number + 1}")
            connection.execute("commit")
        except BaseException:
            if connection.in_transaction:
                connection.execute("rollback")
            raise

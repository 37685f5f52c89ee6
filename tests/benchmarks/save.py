"""Saving one answer: the sealed record, its audit entry, and the disk told to keep them."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.security.case_keys import Kind, context_of, new_case_key, seal
from abhaya.storage.database import create_database
from abhaya.storage.unit_of_work import UnitOfWork
from measure import Row, show, typical
from support.station_keys import KEY, SALT
from support.station_rows import Clock, a_record, keep_case, working

CONTENT = b"<answer>" * 4000
"""About what a rescue report with three victims weighs: 32 kB."""


def plain_save(path: Path):
    """Return the same write in ordinary SQLite: one row and one line of a log, kept on the disk."""
    plain = sqlite3.connect(path, isolation_level=None)
    plain.execute("pragma journal_mode = wal")
    plain.execute("pragma synchronous = full")
    plain.execute("create table records (id text primary key, content blob)")
    plain.execute("create table log (number integer primary key, text text)")
    plain.execute("insert into records values ('r-1', '')")

    def save() -> None:
        plain.execute("begin immediate")
        plain.execute("update records set content = ? where id = 'r-1'", (os.urandom(len(CONTENT)),))
        plain.execute("insert into log (text) values ('saved')")
        plain.execute("commit")

    return save


def rows() -> Iterator[Row]:
    """Measure a save as the window makes it."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as folder:  # unlike /tmp always a disk
        database, clock = create_database(Path(folder) / "station.db", KEY, SALT), Clock()
        keep_case(database)
        key, record = new_case_key(), a_record()
        with working(database) as work:
            work.records.add(record, b"")

        def save() -> None:
            sealed = seal(key, CONTENT, context_of(Kind.RECORD, record.case_id, record.id))
            with UnitOfWork(database, clock=clock, person_id="p-1") as work:
                work.records.save_draft(replace(record, updated_at=clock()), sealed)
                work.cases.touch(record.case_id, clock())
                work.note(Action.RECORD_SAVED, record.id)

        ours = typical(save, 100, clock=time.perf_counter)
        plain = typical(plain_save(Path(folder) / "plain.db"), 100, clock=time.perf_counter)
        yield Row("save an answer, kept on the disk", ours, 0.010, {"plain SQLite, nothing sealed": plain})
        database.close()


if __name__ == "__main__":
    show(rows())

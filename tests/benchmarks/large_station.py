"""A station with 100,000 invented cases, and the same rows in plain SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.cases.case import Case, CaseStatus
from abhaya.storage.database import Database, create_database
from abhaya.storage.search_index import IndexEntry
from abhaya.storage.unit_of_work import UnitOfWork

CASES = 100_000
KEY, SALT = bytes(32), bytes(16)
START = datetime(2020, 1, 1, tzinfo=UTC)
KINDS = ("forced_labour", "sexual_exploitation", "child_labour", "domestic_servitude", "forced_marriage")

GIVEN = ("Asha", "Bina", "Chandra", "Deepak", "Gita", "Hari", "Kamala", "Lakshmi", "Maya", "Sita")
FAMILY = ("Tamang", "Lama", "Gurung", "Rai", "Magar", "Thapa", "Chaudhary", "Yadav", "Mandal")
VILLAGES = ("Nuwakot", "Rasuwa", "Makwanpur", "Siraha", "Raxaul", "Jogbani", "Banbasa")


def cases() -> Iterator[Case]:
    """Yield the cases, oldest first."""
    for number in range(CASES):
        at = START + timedelta(minutes=30 * number)
        yield Case(
            id=f"{number:032x}",
            number=f"GKP/{at.year}/{number:06d}",
            kind=KINDS[number % len(KINDS)],
            status=CaseStatus.OPEN if number % 3 else CaseStatus.CLOSED,
            opened_at=at,
            opened_by="p-1",
            updated_at=at,
            event_on=date(2020, 1, 1) + timedelta(days=number % 2000),
            district=VILLAGES[number % 7],
        )


def entries() -> Iterator[IndexEntry]:
    """Yield what the search index holds of them: about thirty words and two names each."""
    for number, case in enumerate(cases()):
        name = f"{GIVEN[number % 10]} {FAMILY[number // 10 % 9]}"
        other = f"{GIVEN[number // 7 % 10]} {FAMILY[number // 3 % 9]}"
        text = (
            f"{case.number} {name} came from {VILLAGES[number % 7]} ward {number % 33} with {other}, who"
            " promised work in a hotel in Gorakhpur. पीड़िता ने बताया कि उसे नौकरी का वादा किया गया था।"
            f" token{number}"
        )
        yield IndexEntry(case.id, f"r{number}", case.updated_at, text, (name, other))


def large_station(folder: Path) -> Database:
    """Return the open database of the station."""
    database = create_database(folder / "station.db", KEY, SALT)
    with UnitOfWork(database, clock=lambda: START, person_id="p-1") as work:
        for case in cases():
            work.cases.add(case, bytes(60), bytes(300))
        work.note(Action.CASE_OPENED)
    return database


def in_plain_sqlite(database: Database, folder: Path) -> sqlite3.Connection:
    """Return the same table of cases with the same indexes in an ordinary SQLite file."""
    plain = sqlite3.connect(folder / "plain.db", isolation_level=None)
    plain.execute("pragma cache_size = -65536")
    schema = (
        "select sql from sqlite_master where tbl_name = 'cases' and type <> 'trigger' and sql is not null"
    )
    for (statement,) in database.query(schema):
        plain.execute(statement)
    rows = database.query("select * from cases")
    plain.execute("begin")
    plain.executemany(f"insert into cases values ({', '.join('?' * len(rows[0]))})", rows)
    plain.execute("commit")
    return plain

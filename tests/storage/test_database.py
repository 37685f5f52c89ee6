from __future__ import annotations

import os
import stat
import threading

import pytest
from sqlcipher3 import dbapi2 as sql

from abhaya.cases.case import CaseFilter
from abhaya.errors import Code
from abhaya.storage.database import create_database, open_database
from abhaya.storage.migration import steps
from abhaya.storage.unit_of_work import Reader
from support.plain_text_scan import plain_text_leaks
from support.refusal import refused
from support.station_keys import KEY, SALT
from support.station_rows import a_case, keep_case, working
from support.unprivileged import unprivileged

PAGE = 4096
CASES = 300


@pytest.fixture
def closed(path):
    """The path of a database of a few hundred cases that is not open."""
    database = create_database(path, KEY, SALT)
    with working(database) as work:
        for serial in range(1, CASES + 1):
            work.cases.add(a_case(f"GKP/2026/{serial:04d}"), b"wrapped key", bytes(700))
    database.close()
    return path


def use_fully(path):
    """Open, read every case, check every page."""
    database = open_database(path, KEY, SALT)
    try:
        Reader(database).cases.list(CaseFilter(), 0, CASES)
        database.check()
    finally:
        database.close()


def test_holds_what_was_kept(closed):
    database = open_database(closed, KEY, SALT)
    assert Reader(database).cases.count(CaseFilter()) == CASES
    database.check()
    database.close()


def test_is_encrypted_down_to_its_log(path, database):
    keep_case(database, a_case("NEEDLE/2026/0001"))
    files = [path, path.with_name("station.db-wal")]
    assert all(file.stat().st_size for file in files)
    readable = ["NEEDLE/2026/0001", "forced_labour", "create table", "SQLite format 3"]
    assert plain_text_leaks(path.parent, readable) == []


@pytest.mark.skipif(os.name != "posix", reason="rights are access lists there")
def test_only_its_owner_may_read_it(path, database):
    keep_case(database)
    rights = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert rights == {"station.db": 0o600, "station.db-wal": 0o600, "station.db-shm": 0o600}


@pytest.mark.parametrize("key", [bytes(32), KEY[::-1]])
def test_wrong_key_is_refused(closed, key):
    before = closed.read_bytes()
    with refused(Code.DATABASE_DAMAGED):
        open_database(closed, key, SALT)
    assert closed.read_bytes() == before


def test_missing_database_is_not_made_anew(path):
    with refused(Code.DATABASE_DAMAGED):
        open_database(path, KEY, SALT)
    assert not path.exists()


def test_existing_database_is_not_made_anew(closed):
    before = closed.read_bytes()
    with pytest.raises(FileExistsError):
        create_database(closed, KEY, SALT)
    assert closed.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"x", b"no database at all" * 1000], ids=["empty", "tiny", "text"])
def test_what_is_no_database_is_named_and_kept(path, content):
    path.write_bytes(content)
    with refused(Code.DATABASE_DAMAGED):
        open_database(path, KEY, SALT)
    assert path.read_bytes() == content


def test_plain_sqlite_is_refused_and_kept(path):
    plain = sql.connect(path)
    plain.execute("create table cases (id text)")
    plain.close()
    before = path.read_bytes()
    with refused(Code.DATABASE_DAMAGED):
        open_database(path, KEY, SALT)
    assert path.read_bytes() == before


@pytest.mark.parametrize("page", [0, 1, 2, 20, 60, -1])
@pytest.mark.parametrize("offset", [17, 2000, PAGE - 1])
def test_flipped_byte_is_named_and_nothing_overwritten(closed, capfd, page, offset):
    content = bytearray(closed.read_bytes())
    content[(page % (len(content) // PAGE)) * PAGE + offset] ^= 1
    closed.write_bytes(content)
    with refused(Code.DATABASE_DAMAGED):
        use_fully(closed)
    assert closed.read_bytes() == content
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("cut", [100, PAGE, 20 * PAGE])
def test_cut_database_is_named_and_nothing_overwritten(closed, cut):
    content = closed.read_bytes()[:-cut]
    closed.write_bytes(content)
    with refused(Code.DATABASE_DAMAGED):
        use_fully(closed)
    assert closed.read_bytes() == content


def test_destroyed_salt_does_no_harm(closed):
    content = bytearray(closed.read_bytes())
    content[:16] = bytes(16)
    closed.write_bytes(content)
    use_fully(closed)


def test_newer_database_is_refused_and_kept(path, database):
    with working(database):
        database.change("pragma user_version = 99")
    database.close()
    before = path.read_bytes()
    with refused(Code.DATABASE_NEWER, found=99, known=len(steps())):
        open_database(path, KEY, SALT)
    assert path.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="needs a second user")
def test_read_only_folder_is_named(closed):
    closed.chmod(0o644)
    with unprivileged(closed.parent):
        with refused(Code.READ_ONLY_FOLDER):
            open_database(closed, KEY, SALT)
        with refused(Code.READ_ONLY_FOLDER):
            create_database(closed.with_name("new.db"), KEY, SALT)
    use_fully(closed)


def test_opened_for_reading_it_cannot_be_written(closed):
    database = open_database(closed, KEY, SALT, read_only=True)
    assert Reader(database).cases.count(CaseFilter()) == CASES
    with refused(Code.READ_ONLY_FOLDER):
        keep_case(database, a_case("GKP/2026/9999"))
    database.close()


def test_other_threads_may_use_it(database):
    def keep(serial):
        keep_case(database, a_case(f"GKP/2026/{serial:04d}"))
        Reader(database).cases.list(CaseFilter(), 0, 5)

    threads = [threading.Thread(target=keep, args=(serial,)) for serial in range(1, 21)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Reader(database).cases.count(CaseFilter()) == 20
    assert Reader(database).audit.verify({}).count == 20


def test_change_needs_a_transaction(database):
    with pytest.raises(RuntimeError, match="outside a transaction"):
        Reader(database).grants.add("case", "person", b"key")


def test_defects_of_the_program_are_not_dressed_up(database):
    with pytest.raises(sql.OperationalError, match="no such table"):
        database.query("select * from no_table")

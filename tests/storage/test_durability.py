"""What was acknowledged is there, after a killed process and after a full disk."""

from __future__ import annotations

import contextlib
import random
import sys
from pathlib import Path

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import create_database, open_database
from abhaya.storage.unit_of_work import Reader, UnitOfWork
from support.child import start_child
from support.refusal import refused
from support.small_disk import fill, small_disk
from support.station_keys import KEY, SALT
from support.station_rows import Clock, a_record, keep_case, working


def save(database, number):
    """Write ``number`` into the draft and into the trail, in one transaction."""
    with UnitOfWork(database, clock=Clock(), person_id="p-1") as work:
        work.records.save_draft(a_record(answered=number), str(number).encode() * 1000)
        work.note(Action.RECORD_SAVED, "r-1", str(number))


def save_for_ever(path):
    """Save one number after the other and print each once it is kept."""
    database = open_database(Path(path), KEY, SALT)
    number = Reader(database).records.get("r-1").answered
    while True:
        number += 1
        save(database, number)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


@pytest.fixture
def draft(path):
    """The path of a closed database with one draft in it."""
    database = create_database(path, KEY, SALT)
    keep_draft(database)
    database.close()
    return path


def keep_draft(database):
    keep_case(database)
    with working(database) as work:
        work.records.add(a_record(), b"content")


@pytest.mark.parametrize("kills", [3, pytest.param(300, marks=[pytest.mark.slow, pytest.mark.timeout(1800)])])
def test_killed_while_saving_it_loses_nothing_acknowledged(draft, kills):
    chance = random.Random(kills)
    before = 0
    for _ in range(kills):
        acknowledged = kill_while_saving(draft, chance.randrange(1, 40))
        database = open_database(draft, KEY, SALT)
        number = whole(database)
        assert number >= acknowledged > before
        before = number
        database.close()


def kill_while_saving(path, after):
    """Kill the saving process once it has acknowledged so many saves; return the last it acknowledged."""
    with start_child(save_for_ever, str(path)) as child:
        numbers = [child.stdout.readline() for _ in range(after)]
        child.kill()
        rest = child.stdout.read()
    lines = [line for line in ("".join(numbers) + rest).splitlines(keepends=True) if line.endswith("\n")]
    return int(lines[-1])


def whole(database):
    """Check every page and the trail; return the number that draft and trail agree on."""
    database.check()
    reader = Reader(database)
    reader.audit.verify({})
    number = reader.records.get("r-1").answered
    assert reader.records.content_of("r-1") in (str(number).encode() * 1000, b"content")
    last = reader.audit.entries(reader.audit.head().count - 1, 1)[0].detail
    assert last == (str(number) if number else "")
    return number


def test_full_disk_refuses_the_save_and_keeps_what_was_there(tmp_path):
    with small_disk(tmp_path, 2_000_000) as folder:
        database = create_database(folder / "station.db", KEY, SALT)
        keep_draft(database)
        number = 0
        with refused(Code.DISK_FULL), contextlib.suppress(KeyboardInterrupt):
            while True:
                save(database, number + 1)
                number += 1
        assert number > 0
        with refused(Code.DISK_FULL):
            save(database, number + 1)
        assert Reader(database).records.get("r-1").answered == number
        database.close()


def test_saving_goes_on_once_there_is_space_again(tmp_path):
    with small_disk(tmp_path, 2_000_000) as folder:
        database = create_database(folder / "station.db", KEY, SALT)
        keep_draft(database)
        save(database, 1)
        filler = fill(folder)
        with refused(Code.DISK_FULL):
            for number in range(2, 100):
                save(database, number)
        number = Reader(database).records.get("r-1").answered
        filler.unlink()
        save(database, number + 1)
        assert whole(database) == number + 1
        database.close()


def test_full_disk_at_opening_is_told_from_damage(tmp_path):
    with small_disk(tmp_path, 2_000_000) as folder:
        path = folder / "station.db"
        database = create_database(path, KEY, SALT)
        keep_draft(database)
        database.close()
        filler = fill(folder)
        with refused(Code.DISK_FULL):
            open_database(path, KEY, SALT)
        filler.unlink()
        database = open_database(path, KEY, SALT)
        assert whole(database) == 0
        database.close()


def test_new_station_on_a_full_disk_is_refused(tmp_path):
    with small_disk(tmp_path, 100_000) as folder:
        with pytest.raises(AbhayaError) as caught:
            create_database(folder / "station.db", KEY, SALT)
        assert caught.value.code is Code.DISK_FULL

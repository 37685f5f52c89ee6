"""One writer per station, also between processes, and a dead one holds nothing."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager

import pytest

from abhaya.errors import Code
from abhaya.station import create_folder, file_lock, writer_lock
from support.refusal import refused

HOLD = """
import sys
from pathlib import Path
from abhaya.station import Station, writer_lock
with writer_lock(Station(Path(sys.argv[1])), "SI आशा"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def station(tmp_path):
    return create_folder(tmp_path / "station", code="GKP", name="x", district="x", state="x")


def take_and_leave(station):
    with writer_lock(station, "SI Uma"):
        assert station.lock.read_text(encoding="utf-8")


@contextmanager
def second_process(station):
    command = [sys.executable, "-c", HOLD, str(station.folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process


def test_the_second_comer_learns_who_is_there(station):
    with second_process(station), refused(Code.STATION_IN_USE, holder="SI आशा"):
        take_and_leave(station)


def test_a_second_window_of_the_same_process_is_refused_too(station):
    with writer_lock(station, "SI Ravi"), refused(Code.STATION_IN_USE, holder="SI Ravi"):
        take_and_leave(station)


def test_the_lock_of_a_killed_process_is_taken_over(station):
    with second_process(station) as process:
        process.kill()
        process.wait()
        assert "SI" in station.lock.read_text(encoding="utf-8")
        with writer_lock(station, "SI Ravi"):
            assert "Ravi" in station.lock.read_text(encoding="utf-8")


def test_leaving_frees_the_station_and_forgets_the_name(station):
    with pytest.raises(ZeroDivisionError), writer_lock(station, "SI Ravi"):
        _ = 1 / 0
    assert station.lock.read_text(encoding="utf-8") == ""
    take_and_leave(station)


def test_a_holder_whose_name_cannot_be_read_is_still_a_holder(station):
    with writer_lock(station, "SI Ravi"):
        station.lock.write_bytes(b"\xff")
        with refused(Code.STATION_IN_USE, holder="?"):
            take_and_leave(station)


def test_taking_the_lock_closes_the_folder_again(station):
    station.folder.chmod(0o755)
    with writer_lock(station, "SI Ravi"):
        assert station.folder.stat().st_mode & 0o777 == 0o700


def test_a_file_lock_is_held_by_one_at_a_time(station):
    with file_lock(station.keys_lock):
        probe = (
            "import fcntl, sys\n"
            "try: fcntl.flock(open(sys.argv[1]), fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
            "except OSError: print('busy')"
        )
        told = subprocess.run(
            [sys.executable, "-c", probe, str(station.keys_lock)], capture_output=True, text=True, check=True
        )
    assert told.stdout == "busy\n"

"""A station's folder is private, says who it is, and is never made over something else."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from abhaya.errors import Code
from abhaya.station import Station, create_folder
from support.file_limit import no_file_longer_than
from support.refusal import refused
from support.unprivileged import unprivileged

CARD = {"code": "GKP", "name": "कोतवाली", "district": "Gorakhpur", "state": "Uttar Pradesh"}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_card_is_read_back(tmp_path):
    made = create_folder(tmp_path / "station", **CARD, demo=True, random_bytes=lambda n: bytes(range(n)))
    read = Station(tmp_path / "station")
    assert (read.code, read.name, read.district, read.state) == tuple(CARD.values())
    assert read.id == made.id == "000102030405060708090a0b0c0d0e0f"
    assert read.demo is True


def test_two_stations_have_two_ids(tmp_path):
    assert create_folder(tmp_path / "a", **CARD).id != create_folder(tmp_path / "b", **CARD).id


def test_nobody_else_may_enter(tmp_path):
    (tmp_path / "station").mkdir(mode=0o755)
    before = os.umask(0)
    try:
        station = create_folder(tmp_path / "station", **CARD)
    finally:
        os.umask(before)
    assert (mode(station.folder), mode(station.attachments)) == (0o700, 0o700)
    assert mode(station.folder / "station.json") == 0o600


@pytest.mark.parametrize("name", ["station.json", "holiday.jpg"])
def test_a_folder_with_something_in_it_is_refused(tmp_path, name):
    (tmp_path / name).write_text("kept", encoding="utf-8")
    with refused(Code.STATION_EXISTS):
        create_folder(tmp_path, **CARD)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [(name, "kept")]


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "station").write_text("kept", encoding="utf-8")
    with refused(Code.STATION_EXISTS):
        create_folder(tmp_path / "station", **CARD)


def test_a_read_only_place_is_named_as_such(tmp_path):
    with unprivileged(tmp_path), refused(Code.READ_ONLY_FOLDER):
        create_folder(tmp_path / "station", **CARD)


def test_after_a_full_disk_the_same_folder_can_be_chosen_again(tmp_path):
    with no_file_longer_than(10), refused(Code.DISK_FULL):
        create_folder(tmp_path / "station", **CARD)
    assert create_folder(tmp_path / "station", **CARD).code == "GKP"


def damaged(**changes: object) -> str:
    return json.dumps({"schema": 1, "id": "0" * 32, "demo": False, **CARD, **changes})


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[" * 99_999,
        "null",
        "[]",
        "{}",
        "\x00\x01",
        damaged(schema=2),
        damaged(demo="no"),
        damaged(name=7),
    ],
)
def test_a_damaged_card_is_no_station(tmp_path, content):
    (tmp_path / "station.json").write_text(content, encoding="utf-8")
    with refused(Code.NOT_A_STATION):
        Station(tmp_path)


def test_a_folder_without_a_card_is_no_station(tmp_path):
    with refused(Code.NOT_A_STATION):
        Station(tmp_path / "nowhere")

"""A station is there whole or not at all."""

from __future__ import annotations

import pytest

from abhaya.errors import Code
from abhaya.workflows import create_station as workflow
from abhaya.workflows.list_people import list_people
from support.desks import desk_of, new_station
from support.refusal import refused


def test_a_new_station_has_its_supervisor_and_opens(tmp_path, clock):
    folder = new_station(tmp_path / "station", clock)
    assert [person.display_name for person in list_people(folder)] == ["Supervisor (DEMO)"]
    with desk_of(folder, clock) as desk:
        assert desk.reader.audit.head().count == 2


def test_what_a_power_cut_left_does_not_hinder(tmp_path, clock):
    half = tmp_path / ".station.new"
    half.mkdir()
    (half / "station.json").write_text("{")
    new_station(tmp_path / "station", clock)
    assert [path.name for path in tmp_path.iterdir()] == ["station"]


def test_an_empty_folder_may_be_chosen_and_a_full_one_not(tmp_path, clock):
    (tmp_path / "empty").mkdir()
    new_station(tmp_path / "empty", clock)
    before = sorted(path.name for path in (tmp_path / "empty").iterdir())
    with refused(Code.STATION_EXISTS):
        new_station(tmp_path / "empty", clock)
    assert sorted(path.name for path in (tmp_path / "empty").iterdir()) == before


def test_trouble_on_the_way_leaves_nothing(tmp_path, clock, monkeypatch):
    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(workflow, "create_database", broken)
    with pytest.raises(RuntimeError):
        new_station(tmp_path / "station", clock)
    assert list(tmp_path.iterdir()) == []

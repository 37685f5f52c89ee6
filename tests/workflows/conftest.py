"""A station of one supervisor, unlocked."""

from __future__ import annotations

import pytest

from support.desks import Clock, desk_of, new_station


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def folder(tmp_path, clock):
    return new_station(tmp_path / "station", clock)


@pytest.fixture
def desk(folder, clock):
    with desk_of(folder, clock) as desk:
        yield desk

"""A station with one person of each office, made once and copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from abhaya.station import Station
from support.station_people import People, staff


@pytest.fixture(scope="session")
def staffed(tmp_path_factory) -> People:
    """Make the station that ``people`` copies."""
    return staff(tmp_path_factory.mktemp("staff") / "station")


@pytest.fixture
def people(staffed, tmp_path) -> People:
    """Give a station whose files a test may do anything to; sessions are shared, so none may be closed."""
    shutil.copytree(staffed.station.folder, tmp_path / "station")
    return replace(staffed, station=Station(tmp_path / "station"))

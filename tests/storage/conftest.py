"""A station database for each test."""

from __future__ import annotations

import pytest

from abhaya.storage.database import create_database
from support.station_keys import KEY, SALT


@pytest.fixture
def path(tmp_path):
    return tmp_path / "station.db"


@pytest.fixture
def database(path):
    database = create_database(path, KEY, SALT)
    yield database
    database.close()

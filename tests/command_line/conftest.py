"""A terminal, and a station made from it."""

from __future__ import annotations

import pytest

from abhaya.cases.role import Role
from support.command import Commands
from support.station_people import PASSPHRASES

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"


@pytest.fixture
def commands(tmp_path, monkeypatch):
    return Commands(tmp_path, monkeypatch)


@pytest.fixture
def station(commands):
    words = ["--code", "GKP", "--name", "Kotwali", "--district", "Gorakhpur", "--state", "Uttar Pradesh"]
    commands.json(
        "station", "create", str(commands.station), *words, "--supervisor", "SHO (DEMO)", stdin=PASSPHRASE
    )
    return commands

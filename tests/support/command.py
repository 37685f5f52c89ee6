"""Runs commands of the program in this process, as a terminal would."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from abhaya.command_line.program import run
from abhaya.settings import Settings
from support.station_people import CHEAP


@dataclass(frozen=True)
class Outcome:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON it printed."""
        return json.loads(self.out)


class Commands:
    """``commands("case", "list", stdin="…")``; ``home`` stands for the user's own folder."""

    def __init__(self, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.home = home
        self.station = home / "station"
        self._patch = monkeypatch

    def __call__(self, *words: str, stdin: str = "") -> Outcome:
        out, err = io.StringIO(), io.StringIO()
        for name, stream in (("stdin", io.StringIO(stdin)), ("stdout", out), ("stderr", err)):
            self._patch.setattr(f"sys.{name}", stream)
        settings = Settings(station=str(self.station))
        return Outcome(run(words, settings, self.home, None, CHEAP), out.getvalue(), err.getvalue())

    def json(self, *words: str, stdin: str = "") -> Any:
        """Run with ``--json`` and a passphrase from standard input; return what it answered."""
        outcome = self("--json", "--passphrase-stdin", *words, stdin=stdin)
        assert outcome.code == 0, outcome.out + outcome.err
        return outcome.data

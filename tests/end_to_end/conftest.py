"""The program on a screen of its own, with a demo station that each test may spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from abhaya.demo.demo_station import demo_station
from abhaya.demo.invented_cases import InventedCase, invented_cases
from abhaya.demo.people import PASSPHRASE
from abhaya.workflows.desk import Desk
from abhaya.workflows.list_people import list_people
from abhaya.workflows.unlock_station import unlock
from end_to_end.officer import INVESTIGATOR, Officer
from end_to_end.program import running
from end_to_end.virtual_screen import PROGRAMS, VirtualScreen, virtual_screen
from support.station_people import CHEAP

FIRST_NAME = "/data/persons/rescued[1]/full_name"
SHOTS = "ABHAYA_SHOTS"
"""Names a folder in which the pictures of the screen are kept after the tests."""


@pytest.fixture(scope="session", autouse=True)
def programs():
    """Skip where nobody can show and operate a window."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    if missing:
        pytest.skip(f"no screen to work on: {', '.join(missing)} not on the path")


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A demo station that tests copy and never open: two forms of each case, and last a report just begun."""
    folder = tmp_path_factory.mktemp("demo") / "station"
    begun = [replace(case, records=case.records[:2]) for case in invented_cases()]
    return demo_station(folder, lambda: datetime.now(UTC), CHEAP, [*begun, just_begun()]).folder


def just_begun() -> InventedCase:
    """A case whose only form is a draft in which the first rescued person has no name yet."""
    reports = ((case, record) for case in invented_cases() for record in case.records)
    case, report = next(found for found in reports if found[1].form_id == "rescue_report")
    told = {path: answer for path, answer in report.answers.items() if path != FIRST_NAME}
    return replace(case, records=(replace(report, sealed=False, answers=told),))


@pytest.fixture
def station(built, tmp_path) -> Path:
    """A demo station."""
    return Path(shutil.copytree(built, tmp_path / "station"))


@pytest.fixture(scope="module")
def screen(tmp_path_factory) -> Iterator[VirtualScreen]:
    """A screen of 1366 × 768, the smallest that a station's computer has."""
    with virtual_screen(tmp_path_factory.mktemp("screen")) as screen:
        yield screen


@pytest.fixture
def home(tmp_path) -> Path:
    """The empty home folder of whoever uses the computer."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def begin(screen, home, tmp_path) -> Callable[..., AbstractContextManager[Officer]]:
    """Start the program with a command: ``with begin("demo") as officer``."""
    shots = Path(os.environ.get(SHOTS) or tmp_path)
    shots.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def run(*command: str) -> Iterator[Officer]:
        with running(screen, home, *command) as program:
            yield Officer(screen, program, shots)

    return run


@pytest.fixture
def start(begin, station) -> Callable[[], AbstractContextManager[Officer]]:
    """Start the program on the demo station: ``with start() as officer``."""
    return lambda: begin("demo", "--station", str(station))


@pytest.fixture
def desk(station) -> Iterator[Callable[[], Desk]]:
    """Look into the station behind the window's back, once the program has ended."""
    opened: list[Desk] = []

    def look() -> Desk:
        person = next(line for line in list_people(station) if line.display_name.startswith(INVESTIGATOR))
        opened.append(unlock(station, person.person_id, PASSPHRASE, clock=lambda: datetime.now(UTC)))
        return opened[-1]

    yield look
    for found in opened:
        found.close()

"""A station with a case in it and people at its desk, over the real workflows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from abhaya.cases.case import Case
from abhaya.cases.role import Role
from abhaya.workflows.create_station import create_station
from abhaya.workflows.desk import Desk
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import Filling, start_record
from abhaya.workflows.form_shelf import FormLine
from abhaya.workflows.import_form import import_form
from abhaya.workflows.list_people import list_people
from abhaya.workflows.open_case import new_case
from abhaya.workflows.unlock_station import unlock
from abhaya_forms.compile import compile_form
from abhaya_forms.source import read_source
from support.small_form import ANSWERS, SMALL_FORM, write_small_form
from support.station_people import CHEAP, PASSPHRASES

SUMMARY = "A girl and a woman were stopped at the gate with a man who said he was an uncle."


class Clock:
    """A clock that moves by ``step`` at each look, from a morning in March 2026."""

    def __init__(self, step: timedelta = timedelta(seconds=1)) -> None:
        self.now = datetime(2026, 3, 14, 4, 30, tzinfo=UTC)
        self.step = step

    def __call__(self) -> datetime:
        self.now += self.step
        return self.now


def new_station(folder: Path, clock: Clock) -> Path:
    """Create an invented station with a supervisor."""
    create_station(
        folder,
        code="GKP",
        name="Gorakhpur Kotwali",
        district="Gorakhpur",
        state="Uttar Pradesh",
        supervisor="Supervisor (DEMO)",
        passphrase=PASSPHRASES[Role.SUPERVISOR],
        clock=clock,
        demo=True,
        policy=CHEAP,
    )
    return folder


@contextmanager
def desk_of(folder: Path, clock: Clock, role: Role = Role.SUPERVISOR) -> Iterator[Desk]:
    """Unlock the station as the person of that office, and lock it on leaving."""
    person = next(person for person in list_people(folder) if person.role is role)
    desk = unlock(folder, person.person_id, PASSPHRASES[role], clock=clock, policy=CHEAP)
    try:
        yield desk
    finally:
        desk.close()


def begin_case(desk: Desk, summary: str = SUMMARY) -> Case:
    """Open an invented case."""
    return new_case(
        desk, kind="forced_labour", summary=summary, event_on=date(2026, 3, 13), district="Gorakhpur"
    )


def bring_in(desk: Desk, path: Path) -> FormLine:
    """Import a form without trying it first."""
    return import_form(desk, compile_form(read_source(path)), "Demo prosecutor")


def fill_small_form(desk: Desk, case: Case, scratch: Path, source: str = SMALL_FORM) -> Filling:
    """Import the small form and fill it with invented answers; saved, not sealed."""
    form = bring_in(desk, write_small_form(scratch, source))
    filling = start_record(desk, case.id, form.form_id, "en")
    enter_answers(filling.entry, ANSWERS)
    filling.save()
    return filling

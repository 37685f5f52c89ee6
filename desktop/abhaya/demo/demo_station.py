"""Makes the demo station and prints its finished case."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from abhaya.cases.bundle import Copy
from abhaya.cases.case import Case, CaseFilter
from abhaya.cases.role import Role
from abhaya.demo.invented_cases import InventedCase, invented_cases
from abhaya.demo.people import PASSPHRASE, PEOPLE, SUPERVISOR
from abhaya.demo.pictures import demo_photo, demo_scan
from abhaya.errors import AbhayaError, Code
from abhaya.security.passphrase import USUAL_COST, KdfPolicy
from abhaya.station import Station
from abhaya.workflows.attach_file import attach
from abhaya.workflows.create_station import create_station
from abhaya.workflows.desk import Desk
from abhaya.workflows.enter_answers import enter_and_fill_in
from abhaya.workflows.export_bundle import PreparedBundle, plan_bundle, prepare
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.list_people import list_people
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.open_case import new_case
from abhaya.workflows.seal_record import seal
from abhaya.workflows.unlock_station import unlock

_DRAWN = {"border-gate.jpg": demo_photo, "seizure-list.pdf": demo_scan}


def demo_station(
    folder: Path,
    clock: Callable[[], datetime],
    policy: KdfPolicy = USUAL_COST,
    cases: Sequence[InventedCase] = (),
) -> Station:
    """Return the demo station in ``folder``, making it first when it is not there.

    It holds ``cases``, all invented ones when none are named, which takes up to a minute.  It is built
    beside the place and moved there whole, so that a power cut leaves no half station.
    Raises STATION_EXISTS when the folder holds something else, DISK_FULL, READ_ONLY_FOLDER.
    """
    if (folder / "station.json").exists():
        station = Station(folder)
        if not station.demo:
            raise AbhayaError(Code.STATION_EXISTS)
        return station
    if folder.exists() and any(folder.iterdir()):
        raise AbhayaError(Code.STATION_EXISTS)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=".demo-") as scratch:
        built = Path(scratch) / "station"
        create_station(
            built,
            code="DEMO",
            name="Practice station Sonauli (DEMO)",
            district="Maharajganj",
            state="Uttar Pradesh",
            supervisor=SUPERVISOR,
            passphrase=PASSPHRASE,
            clock=clock,
            demo=True,
            policy=policy,
        )
        _fill(built, Path(scratch), clock, policy, cases or invented_cases())
        if folder.exists():
            folder.rmdir()
        built.rename(folder)
    return Station(folder)


def court_bundle(
    folder: Path, clock: Callable[[], datetime], language: str, policy: KdfPolicy = USUAL_COST
) -> PreparedBundle:
    """Print the first case of the demo station, the finished one."""
    desk = _supervisor_desk(folder, clock, policy)
    try:
        finished = min((line.case for line in list_cases(desk, CaseFilter())), key=lambda case: case.number)
        bundle = prepare(desk, plan_bundle(desk, finished.id, Copy.COURT, language))
        assert bundle is not None  # nobody could cancel
        return bundle
    finally:
        desk.close()


def _supervisor_desk(folder: Path, clock: Callable[[], datetime], policy: KdfPolicy) -> Desk:
    supervisor = next(person for person in list_people(folder) if person.role is Role.SUPERVISOR)
    return unlock(folder, supervisor.person_id, PASSPHRASE, clock=clock, policy=policy)


def _fill(
    folder: Path,
    scratch: Path,
    clock: Callable[[], datetime],
    policy: KdfPolicy,
    cases: Sequence[InventedCase],
) -> None:
    desk = _supervisor_desk(folder, clock, policy)
    try:
        staff = {role: add_person(desk, name, role, PASSPHRASE) for name, role in PEOPLE}
        finished, *_others = [_write_down(desk, invented, scratch) for invented in cases]
        grant_case(desk, finished.id, staff[Role.LEGAL_AID])
    finally:
        desk.close()


def _write_down(desk: Desk, invented: InventedCase, scratch: Path) -> Case:
    case = new_case(
        desk,
        kind=invented.kind,
        summary=invented.summary,
        event_on=invented.event_on,
        district=invented.district,
    )
    for record in invented.records:
        filling = start_record(desk, case.id, record.form_id, invented.language, record.about)
        enter_and_fill_in(filling, record.answers)
        filling.save()
        if record.sealed:
            seal(desk, filling)
    for name, caption in invented.annexures.items():
        file = scratch / name
        file.write_bytes(_DRAWN[name]())
        attach(desk, case.id, file, caption)
    return case

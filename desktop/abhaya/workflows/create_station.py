"""Set up a new station with its first supervisor."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.security.key_ring import KeyRing
from abhaya.security.passphrase import USUAL_COST, KdfPolicy, check_strength
from abhaya.station import Station, create_folder, disk_trouble
from abhaya.storage.database import create_database
from abhaya.storage.unit_of_work import UnitOfWork


def create_station(
    folder: Path,
    *,
    code: str,
    name: str,
    district: str,
    state: str,
    supervisor: str,
    passphrase: str,
    clock: Callable[[], datetime],
    demo: bool = False,
    policy: KdfPolicy = USUAL_COST,
) -> Station:
    """Make the folder, the keys and the empty database; everybody else is added by the supervisor.

    Raises WEAK_PASSPHRASE, STATION_EXISTS, DISK_FULL, READ_ONLY_FOLDER; nothing is left behind then.
    """
    check_strength(passphrase, (supervisor, name, code, district, state))  # before anything is made
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise AbhayaError(Code.STATION_EXISTS)
    building = folder.with_name(f".{folder.name}.new")  # moved whole: a power cut leaves no half station
    with disk_trouble():
        shutil.rmtree(building, ignore_errors=True)
        try:
            station = create_folder(building, code=code, name=name, district=district, state=state, demo=demo)
            _furnish(station, supervisor, passphrase, clock, policy)
            if folder.exists():
                folder.rmdir()
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
    return Station(folder)


def _furnish(
    station: Station, supervisor: str, passphrase: str, clock: Callable[[], datetime], policy: KdfPolicy
) -> None:
    ring, session = KeyRing.create(station, supervisor, passphrase, policy)
    try:
        database = create_database(station.database, session.station_key, ring.database_salt)
        try:
            with UnitOfWork(
                database, clock=clock, person_id=session.person_id, sign=session.signing_key.sign
            ) as work:
                work.note(Action.STATION_CREATED, station.id)
        finally:
            database.close()
    finally:
        session.close()

"""Set up a new station with its first supervisor."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.security.key_ring import KeyRing
from abhaya.security.passphrase import USUAL_COST, KdfPolicy, check_strength
from abhaya.station import Station, create_folder
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
    station = create_folder(folder, code=code, name=name, district=district, state=state, demo=demo)
    try:
        ring, session = KeyRing.create(station, supervisor, passphrase, policy)
        database = create_database(station.database, session.station_key, ring.database_salt)
        try:
            with UnitOfWork(
                database, clock=clock, person_id=session.person_id, sign=session.signing_key.sign
            ) as work:
                work.note(Action.STATION_CREATED, station.id)
        finally:
            database.close()
            session.close()
    except BaseException:
        shutil.rmtree(folder)  # it was empty before
        raise
    return station

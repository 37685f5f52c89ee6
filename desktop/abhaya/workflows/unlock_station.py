"""Come to the desk and leave it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.security.key_ring import KeyRing
from abhaya.security.passphrase import USUAL_COST, KdfPolicy
from abhaya.station import Station
from abhaya.storage import attachment_store
from abhaya.workflows.desk import Desk


def unlock(
    folder: Path,
    person_id: str,
    passphrase: str,
    *,
    clock: Callable[[], datetime],
    policy: KdfPolicy = USUAL_COST,
) -> Desk:
    """Open the station for one person.

    Raises NOT_A_STATION, KEYS_DAMAGED, KEYS_ALTERED, NO_SUCH_PERSON, WRONG_PASSPHRASE, WAIT_BEFORE_RETRY,
    STATION_IN_USE, DATABASE_DAMAGED, DATABASE_NEWER, DISK_FULL, READ_ONLY_FOLDER.
    """
    station = Station(folder)
    ring = KeyRing(station, policy)
    desk = Desk(station, ring, ring.unlock(person_id, passphrase, clock()), clock)
    try:
        with desk.work() as work:
            work.note(Action.UNLOCKED)
        attachment_store.sweep(station.attachments)
    except BaseException:
        desk.close()
        raise
    return desk


def change_passphrase(desk: Desk, old: str, new: str) -> None:
    """Give the person at the desk a new passphrase; raises WRONG_PASSPHRASE, WEAK_PASSPHRASE, DISK_FULL."""

    def note() -> None:
        with desk.work() as work:
            work.note(Action.PASSPHRASE_CHANGED, desk.person_id)

    desk.ring.change_passphrase(desk.person_id, old, new, desk.clock(), note)

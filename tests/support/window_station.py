"""A station with one person of each office, as the window finds it on the disk."""

from __future__ import annotations

from pathlib import Path

from abhaya.cases.role import Role
from abhaya.workflows.manage_people import add_person
from support.desks import Clock, desk_of, new_station
from support.station_people import PASSPHRASES


def staffed_station(folder: Path, clock: Clock) -> Path:
    """Create the station and add an investigator, legal aid and an administrator."""
    new_station(folder, clock)
    with desk_of(folder, clock) as desk:
        for role in (Role.INVESTIGATOR, Role.LEGAL_AID, Role.ADMINISTRATOR):
            add_person(desk, f"Demo {role.value}", role, PASSPHRASES[role])
    return folder

"""Who can unlock a station; light, since the window asks it before anything else is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from abhaya.cases.role import Role
from abhaya.security.key_ring import KeyRing
from abhaya.station import Station


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who can unlock the station."""

    person_id: str
    display_name: str
    role: Role


def list_people(folder: Path) -> tuple[PersonLine, ...]:
    """Return who can unlock the station; needs no passphrase, and names officers only."""
    ring = KeyRing(Station(folder))
    return tuple(PersonLine(card.person_id, card.display_name, card.role) for card in ring.people())

"""A station with one person of each office, whose passphrases are quick to derive a key from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from abhaya.cases.role import Role
from abhaya.security.key_ring import KeyRing
from abhaya.security.passphrase import Kdf, KdfPolicy
from abhaya.security.session import Session
from abhaya.station import Station, create_folder

NOW = datetime(2026, 3, 14, 10, 30, tzinfo=UTC)
CHEAP = KdfPolicy(floor=Kdf(memory=64, passes=1, lanes=1), raised=Kdf(memory=64, passes=1, lanes=1))
"""Argon2id in a fraction of a millisecond; only a test may ask for it."""
PASSPHRASES = {
    Role.SUPERVISOR: "kettle orbit walnut seven",
    Role.ADMINISTRATOR: "brass monsoon ladder cup",
    Role.INVESTIGATOR: "tractor biscuit quiet lake",
    Role.LEGAL_AID: "saffron window nine drums",
}


@dataclass(frozen=True)
class People:
    """The invented staff of a demo station; ``ids`` and opened ``sessions`` by role."""

    station: Station
    ids: dict[Role, str]
    sessions: dict[Role, Session]

    def ring(self) -> KeyRing:
        """Read the keys from disk, as a fresh start of the program does."""
        return KeyRing(self.station, CHEAP)

    def unlock(self, role: Role) -> Session:
        """Unlock with the person's own passphrase."""
        return self.ring().unlock(self.ids[role], PASSPHRASES[role], NOW)


def staff(folder: Path) -> People:
    """Create a station in ``folder`` with one person of each office."""
    station = create_folder(folder, code="DMO", name="Demo", district="Demo", state="Demo", demo=True)
    ring, supervisor = KeyRing.create(station, "Demo Supervisor", PASSPHRASES[Role.SUPERVISOR], CHEAP)
    ids = {Role.SUPERVISOR: supervisor.person_id}
    for role in (Role.ADMINISTRATOR, Role.INVESTIGATOR, Role.LEGAL_AID):
        ids[role] = ring.enrol(supervisor, f"Demo {role}", role, PASSPHRASES[role]).person_id
    sessions = {role: ring.unlock(person_id, PASSPHRASES[role], NOW) for role, person_id in ids.items()}
    return People(station, ids, sessions)

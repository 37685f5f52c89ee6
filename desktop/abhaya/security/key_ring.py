"""The keys of a station: who can unlock it, and how people come and go."""

from __future__ import annotations

import contextlib
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.failed_attempts import FailedAttempts
from abhaya.security.key_file import Keys, read_keys, write_keys
from abhaya.security.key_slots import Card, KeySlot, PrivateKeys, close_slot, new_slot, open_slot
from abhaya.security.membership import Member, believe, vouch
from abhaya.security.passphrase import USUAL_COST, KdfPolicy, check_strength
from abhaya.security.permissions import may_enrol
from abhaya.security.session import Session
from abhaya.security.vault_keys import HELD_BY, Vault, grant, new_vault_keys, take
from abhaya.station import Station, file_lock


class KeyRing:
    """What ``keys.json`` of a station holds, and every change to it.

    Nothing here asks for the writer's lock: each change waits for a short lock of its own and rereads the
    file, so that no change is lost.  Reading raises KEYS_DAMAGED, changing DISK_FULL and READ_ONLY_FOLDER.
    """

    def __init__(self, station: Station, policy: KdfPolicy = USUAL_COST) -> None:
        self._station = station
        self._policy = policy
        self._keys = read_keys(station.keys)
        if self._keys.station_id != station.id:
            raise AbhayaError(Code.KEYS_DAMAGED)

    @classmethod
    def create(
        cls, station: Station, display_name: str, passphrase: str, policy: KdfPolicy = USUAL_COST
    ) -> tuple[KeyRing, Session]:
        """Make the keys of a new station together with its first supervisor, who vouches for all others.

        Raises WEAK_PASSPHRASE, DISK_FULL and READ_ONLY_FOLDER.
        """
        check_strength(passphrase, _own_words(station, display_name))
        slot, private = new_slot(station.id, display_name, Role.SUPERVISOR, passphrase, kdf=policy.floor)
        session = Session(slot.card, private, new_vault_keys())
        member = _member(slot, session, epoch=1)
        keys = Keys(station.id, secrets.token_bytes(16), 1, {slot.card.person_id: member})
        write_keys(station.keys, keys)
        return cls(station, policy), session

    @property
    def database_salt(self) -> bytes:
        """SQLCipher's salt for the station's files, 16 bytes; kept here in case their first page is lost."""
        return self._keys.database_salt

    def people(self) -> tuple[Card, ...]:
        """Everybody who can unlock the station, by name; not yet believed."""
        present = [member.card for member in self._keys.members.values() if member.slot]
        return tuple(sorted(present, key=lambda card: (card.display_name.casefold(), card.person_id)))

    def person(self, person_id: str) -> Card:
        """One person, also one who was removed.  Raises NO_SUCH_PERSON."""
        return _member_of(self._keys, person_id).card

    def signing_keys(self) -> dict[str, bytes]:
        """The public signing key of everybody who works or worked here, by person id."""
        return {key: member.card.ed25519_public for key, member in self._keys.members.items()}

    def believed(self, session: Session, person_id: str) -> Card:
        """The card of somebody to whom ``session`` may seal a key.  Raises NO_SUCH_PERSON, KEYS_ALTERED."""
        _slot_of(self._keys, person_id)
        return believe(person_id, self._keys.members, session.anchor)

    def unlock(self, person_id: str, passphrase: str, now: datetime) -> Session:
        """Open a person's slot; afterwards the slot costs as much to guess as this computer allows.

        Raises NO_SUCH_PERSON, WAIT_BEFORE_RETRY, WRONG_PASSPHRASE, and KEYS_ALTERED when the person, the
        office or a vault key was not given by somebody who may.
        """
        started = self._policy.timer()
        slot, private = self._open(person_id, passphrase, now)
        cost = self._policy.calibrate(slot.kdf, self._policy.timer() - started)
        session = _session(self._keys, slot.card, private)
        if cost != slot.kdf:
            with contextlib.suppress(AbhayaError, MemoryError):  # the next unlock tries again
                self._replace_slot(close_slot(slot.card, private, passphrase, cost))
        return session

    def change_passphrase(
        self, person_id: str, old: str, new: str, now: datetime, note: Callable[[], None] | None = None
    ) -> None:
        """Rewrite one slot; no vault key is touched.  Raises as ``unlock``, and WEAK_PASSPHRASE.

        ``note`` puts the change on the trail just before it counts; if it raises, nothing has changed.
        """
        check_strength(new, _own_words(self._station, self.person(person_id).display_name))
        slot, private = self._open(person_id, old, now)
        self._replace_slot(close_slot(slot.card, private, new, slot.kdf), note)

    def enrol(
        self,
        session: Session,
        display_name: str,
        role: Role,
        passphrase: str,
        note: Callable[[str], None] | None = None,
    ) -> Card:
        """Add a person, with every vault key the office holds; the person types the passphrase at this desk.

        ``note`` gets the person's id and puts the change on the trail just before it counts; if it raises,
        nobody was added.  Raises NOT_PERMITTED (an administrator enrols administrators only),
        WEAK_PASSPHRASE, PERSON_EXISTS.
        """
        if not may_enrol(session.role, role):
            raise AbhayaError(Code.NOT_PERMITTED)
        check_strength(passphrase, _own_words(self._station, display_name))
        slot, _ = new_slot(
            self._station.id, display_name, role, passphrase, kdf=self._policy.floor, anchor=session.anchor
        )
        noted = note and partial(note, slot.card.person_id)
        with self._changing(noted) as members:
            if any(member.slot and _same_name(member.card, display_name) for member in members.values()):
                raise AbhayaError(Code.PERSON_EXISTS)
            members[slot.card.person_id] = _member(slot, session, self._keys.epoch)
        return slot.card

    def remove(self, session: Session, person_id: str) -> None:
        """Drop a person's slot and grants; the card stays for the names on old records.

        The vault keys stay the same: what the person copied before remains readable to that person.
        Raises NO_SUCH_PERSON, NOT_PERMITTED and LAST_SUPERVISOR.
        """
        with self._changing() as members:
            member = _member_of(self._keys, person_id)
            if not may_enrol(session.role, member.card.role):
                raise AbhayaError(Code.NOT_PERMITTED)
            members[person_id] = replace(member, slot=None, grants=())
            if not any(left.slot and left.card.role is Role.SUPERVISOR for left in members.values()):
                raise AbhayaError(Code.LAST_SUPERVISOR)

    def _open(self, person_id: str, passphrase: str, now: datetime) -> tuple[KeySlot, PrivateKeys]:
        slot = _slot_of(self._keys, person_id)
        attempts = FailedAttempts(self._station.attempts)
        attempts.begin(person_id, now)
        private = open_slot(slot, passphrase)
        attempts.forget(person_id)
        return slot, private

    def _replace_slot(self, slot: KeySlot, note: Callable[[], None] | None = None) -> None:
        person_id = slot.card.person_id
        with self._changing(note) as members:
            _slot_of(self._keys, person_id)  # somebody removed meanwhile stays removed
            members[person_id] = replace(members[person_id], slot=slot)

    @contextlib.contextmanager
    def _changing(self, note: Callable[[], None] | None = None) -> Iterator[dict[str, Member]]:
        with file_lock(self._station.keys_lock):
            self._keys = read_keys(self._station.keys)
            members = dict(self._keys.members)
            yield members
            changed = replace(self._keys, members=members)
            write_keys(self._station.keys, changed, note)
            self._keys = changed


def _session(keys: Keys, card: Card, private: PrivateKeys) -> Session:
    believe(card.person_id, keys.members, private.anchor)
    grants = {
        given.vault: given for given in keys.members[card.person_id].grants if given.epoch == keys.epoch
    }
    vault_keys: dict[Vault, bytes] = {}
    for vault in HELD_BY[card.role]:
        given = grants.get(vault)
        if given is None:
            raise AbhayaError(Code.KEYS_ALTERED)
        giver = believe(given.by, keys.members, private.anchor)
        if not may_enrol(giver.role, card.role):
            raise AbhayaError(Code.KEYS_ALTERED)
        vault_keys[vault] = take(given, card, private.exchange, giver)
    return Session(card, private, vault_keys)


def _member(slot: KeySlot, giver: Session, epoch: int) -> Member:
    card, by, signing = slot.card, giver.person_id, giver.signing_key
    held = {Vault.STATION: giver.station_key, Vault.IDENTITY: giver.identity_key}
    grants = tuple(
        grant(card, vault, epoch, key, by=by, signing=signing)
        for vault in HELD_BY[card.role]
        if (key := held[vault]) is not None
    )
    return Member(card, vouch(card, by=by, signing=signing), slot, grants)


def _own_words(station: Station, display_name: str) -> tuple[str, ...]:
    return display_name, station.code, station.name, station.district


def _member_of(keys: Keys, person_id: str) -> Member:
    if person_id not in keys.members:
        raise AbhayaError(Code.NO_SUCH_PERSON)
    return keys.members[person_id]


def _slot_of(keys: Keys, person_id: str) -> KeySlot:
    slot = _member_of(keys, person_id).slot
    if slot is None:
        raise AbhayaError(Code.NO_SUCH_PERSON)
    return slot


def _same_name(card: Card, display_name: str) -> bool:
    return _folded(card.display_name) == _folded(display_name)


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())

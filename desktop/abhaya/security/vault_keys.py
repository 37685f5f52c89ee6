"""The keys shared by everybody of an office, each sealed to each person who holds it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from enum import StrEnum

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.envelope import open_envelope, seal_to
from abhaya.security.key_slots import Card


class Vault(StrEnum):
    """What a vault key opens: the station's database, or who the people in its cases are."""

    STATION = "station"
    IDENTITY = "identity"


HELD_BY: dict[Role, tuple[Vault, ...]] = {
    Role.INVESTIGATOR: (Vault.STATION, Vault.IDENTITY),
    Role.SUPERVISOR: (Vault.STATION, Vault.IDENTITY),
    Role.LEGAL_AID: (Vault.STATION,),
    Role.ADMINISTRATOR: (Vault.STATION,),
}
"""An administrator never holds the identity key; legal aid gets case keys (``case_keys.grant_case``)."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A vault key sealed to one person and signed by the one who gave it (person id in ``by``).

    The signature keeps somebody who can write in the folder from slipping in a vault key of their own,
    under which new cases would then be opened.
    """

    vault: Vault
    epoch: int
    sealed: bytes
    by: str
    signature: bytes


def new_vault_keys() -> dict[Vault, bytes]:
    """Make the keys of a new station, 32 bytes each."""
    return {vault: secrets.token_bytes(32) for vault in Vault}


def grant(card: Card, vault: Vault, epoch: int, key: bytes, *, by: str, signing: Ed25519PrivateKey) -> Grant:
    """Seal a vault key to the person of ``card``."""
    sealed = seal_to(card.x25519_public, key, _purpose(card, vault, epoch))
    return Grant(vault, epoch, sealed, by, signing.sign(_signed(card, vault, epoch, sealed)))


def take(given: Grant, card: Card, exchange: X25519PrivateKey, giver: Card) -> bytes:
    """Return the vault key given to the person of ``card``.

    ``giver`` must already be believed (``membership.believe``).  Raises KEYS_ALTERED when the grant is
    another person's, of another vault, station or epoch, or not signed by ``giver``.
    """
    signed = _signed(card, given.vault, given.epoch, given.sealed)
    try:
        Ed25519PublicKey.from_public_bytes(giver.ed25519_public).verify(given.signature, signed)
    except (InvalidSignature, ValueError) as trouble:
        raise AbhayaError(Code.KEYS_ALTERED) from trouble
    return open_envelope(exchange, given.sealed, _purpose(card, given.vault, given.epoch))


def _purpose(card: Card, vault: Vault, epoch: int) -> bytes:
    return card.spelled("vault key", vault=vault, epoch=epoch)


def _signed(card: Card, vault: Vault, epoch: int, sealed: bytes) -> bytes:
    return card.spelled("grant", vault=vault, epoch=epoch, sealed=sealed.hex())

"""Who belongs to the station: everybody is vouched for by somebody who may, back to the first supervisor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from abhaya.errors import AbhayaError, Code
from abhaya.security.key_slots import Card, KeySlot
from abhaya.security.permissions import may_enrol
from abhaya.security.vault_keys import Grant


@dataclass(frozen=True, slots=True)
class Voucher:
    """The signature of the person ``by`` under another person's card."""

    by: str
    signature: bytes


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the station.

    A person who was removed stays as a card, for names and signatures on old records; slot and grants
    are gone.
    """

    card: Card
    voucher: Voucher
    slot: KeySlot | None
    grants: tuple[Grant, ...]


def vouch(card: Card, *, by: str, signing: Ed25519PrivateKey) -> Voucher:
    """Sign a card: this person, in this office, holds these keys."""
    return Voucher(by, signing.sign(card.spelled("voucher")))


def believe(person_id: str, members: Mapping[str, Member], anchor: bytes) -> Card:
    """Return a person's card once its vouchers lead to ``anchor`` (``PrivateKeys.anchor``).

    Raises KEYS_ALTERED when somebody wrote a person, an office or a public key into the file.
    """
    chain = [person_id]
    while True:
        member = members.get(chain[-1])
        voucher = members.get(member.voucher.by) if member else None
        if not member or not voucher or not _is_vouched(member, voucher.card):
            raise AbhayaError(Code.KEYS_ALTERED)
        if voucher.card.ed25519_public == anchor:
            return members[person_id].card
        if voucher.card.person_id in chain:
            raise AbhayaError(Code.KEYS_ALTERED)
        chain.append(voucher.card.person_id)


def _is_vouched(member: Member, voucher: Card) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(voucher.ed25519_public).verify(
            member.voucher.signature, member.card.spelled("voucher")
        )
    except (InvalidSignature, ValueError):
        return False
    return may_enrol(voucher.role, member.card.role)

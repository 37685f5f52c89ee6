"""A person's key slot: the passphrase opens the box that holds that person's private keys."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.passphrase import Kdf, derive_key
from abhaya.security.statement import statement

_NONCE = 12
_KEY = 32


@dataclass(frozen=True, slots=True)
class Card:
    """Who a person is to the station, with the public keys; stands in the clear and names an officer only."""

    station_id: str
    person_id: str
    display_name: str
    role: Role
    x25519_public: bytes
    ed25519_public: bytes

    def spelled(self, purpose: str, **more: str | int) -> bytes:
        """Return the bytes to which boxes, vouchers and grants of this person are bound."""
        return statement(
            purpose,
            station=self.station_id,
            person=self.person_id,
            name=self.display_name,
            role=self.role,
            x25519=self.x25519_public.hex(),
            ed25519=self.ed25519_public.hex(),
            **more,
        )


@dataclass(frozen=True, slots=True)
class KeySlot:
    """A card and its box; the box opens only with this very card, salt and cost beside it."""

    card: Card
    salt: bytes
    kdf: Kdf
    box: bytes


@dataclass(frozen=True, slots=True)
class PrivateKeys:
    """What a slot guards.

    ``anchor`` is the signing key (public half) of the station's first supervisor: from it alone this
    person's program believes who else belongs to the station.
    """

    exchange: X25519PrivateKey = field(repr=False)
    signing: Ed25519PrivateKey = field(repr=False)
    anchor: bytes


def new_slot(
    station_id: str,
    display_name: str,
    role: Role,
    passphrase: str,
    *,
    kdf: Kdf,
    anchor: bytes | None = None,
) -> tuple[KeySlot, PrivateKeys]:
    """Make a person with fresh keys; without an ``anchor`` the person is the station's first supervisor."""
    exchange, signing = X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    signing_public = signing.public_key().public_bytes_raw()
    keys = PrivateKeys(exchange, signing, anchor or signing_public)
    card = Card(
        station_id=station_id,
        person_id=secrets.token_hex(16),
        display_name=display_name,
        role=role,
        x25519_public=exchange.public_key().public_bytes_raw(),
        ed25519_public=signing_public,
    )
    return close_slot(card, keys, passphrase, kdf), keys


def close_slot(card: Card, keys: PrivateKeys, passphrase: str, kdf: Kdf) -> KeySlot:
    """Put private keys into a box that ``passphrase`` opens."""
    slot = KeySlot(card, salt=secrets.token_bytes(16), kdf=kdf, box=b"")
    nonce = secrets.token_bytes(_NONCE)
    plain = keys.exchange.private_bytes_raw() + keys.signing.private_bytes_raw() + keys.anchor
    sealed = AESGCM(derive_key(passphrase, slot.salt, kdf)).encrypt(nonce, plain, _head(slot))
    return replace(slot, box=nonce + sealed)


def open_slot(slot: KeySlot, passphrase: str) -> PrivateKeys:
    """Return the private keys.  Raises WRONG_PASSPHRASE, also when card, salt or cost were edited."""
    cipher = AESGCM(derive_key(passphrase, slot.salt, slot.kdf))
    try:
        plain = cipher.decrypt(slot.box[:_NONCE], slot.box[_NONCE:], _head(slot))
    except (InvalidTag, ValueError) as trouble:
        raise AbhayaError(Code.WRONG_PASSPHRASE) from trouble
    return PrivateKeys(
        X25519PrivateKey.from_private_bytes(plain[:_KEY]),
        Ed25519PrivateKey.from_private_bytes(plain[_KEY : 2 * _KEY]),
        plain[2 * _KEY :],
    )


def _head(slot: KeySlot) -> bytes:
    kdf = slot.kdf
    return slot.card.spelled(
        "slot", salt=slot.salt.hex(), kdf="argon2id", memory=kdf.memory, passes=kdf.passes, lanes=kdf.lanes
    )

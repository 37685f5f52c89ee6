"""The key of one case, and the sealing of what the case holds."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Callable
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from abhaya.errors import AbhayaError, Code
from abhaya.security.envelope import open_envelope, seal_to
from abhaya.security.key_slots import Card
from abhaya.security.statement import statement

_NONCE = 12
_SMALLEST = 256
"""Bytes; shorter plaintexts all look alike."""


class Kind(StrEnum):
    """What is sealed under a case key; the value is part of the binding and is for ever."""

    SUMMARY = "summary"
    RECORD = "record"
    IDENTITY = "identity"
    ATTACHMENT_LABEL = "attachment_label"
    ATTACHMENT_KEY = "attachment_key"
    BAIL_REASON = "bail_reason"
    DEPARTURE = "departure"


def context_of(kind: Kind, case_id: str, item_id: str = "") -> str:
    """Return what sealed bytes are bound to, so that none can be moved to another case, item or column."""
    return statement("case content", kind=kind, case=case_id, item=item_id).decode()


def new_case_key(random_bytes: Callable[[int], bytes] = secrets.token_bytes) -> bytes:
    """Make the 32-byte key of a new case."""
    return random_bytes(32)


def wrap_for_identity(case_key: bytes, identity_key: bytes, case_id: str) -> bytes:
    """Seal a case key so that everybody who holds the identity key can open the case."""
    return _encrypt(_wrapping_key(identity_key), case_key, statement("case key", case=case_id))


def unwrap_with_identity(wrapped: bytes, identity_key: bytes, case_id: str) -> bytes:
    """Return the case key.  Raises SEAL_BROKEN for another case's or altered bytes."""
    return _decrypt(_wrapping_key(identity_key), wrapped, statement("case key", case=case_id))


def grant_case(case_key: bytes, card: Card, case_id: str) -> bytes:
    """Seal one case key to one person (legal aid); ``card`` must be believed (``KeyRing.believed``)."""
    return seal_to(card.x25519_public, case_key, card.spelled("case grant", case=case_id))


def take_case(sealed: bytes, card: Card, exchange: X25519PrivateKey, case_id: str) -> bytes:
    """Return the case key granted to the person of ``card``.  Raises KEYS_ALTERED for any other grant."""
    return open_envelope(exchange, sealed, card.spelled("case grant", case=case_id))


def seal(case_key: bytes, plain: bytes, context: str) -> bytes:
    """Seal ``plain`` under a case key (AES-256-GCM, fresh nonce), bound to ``context``, length blurred."""
    return _encrypt(case_key, _padded(plain), context.encode())


def unseal(case_key: bytes, sealed: bytes, context: str) -> bytes:
    """Return what was sealed.  Raises SEAL_BROKEN when key, context or bytes differ."""
    padded = _decrypt(case_key, sealed, context.encode())
    return padded[4 : 4 + int.from_bytes(padded[:4], "big")]


def _padded(plain: bytes) -> bytes:
    # Steps of about an eighth of the size: eight lengths for each doubling, at most 12.5 % wasted.
    framed = len(plain).to_bytes(4, "big") + plain
    step = max(_SMALLEST, 1 << max(0, len(framed).bit_length() - 4))
    return framed + bytes(-len(framed) % step)


def _wrapping_key(identity_key: bytes) -> bytes:
    # The identity key itself opens the search index; one key is never used in two ways.
    return hmac.digest(identity_key, b"abhaya:case key wrapping:1", hashlib.sha256)


def _encrypt(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def _decrypt(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], bound_to)
    except (InvalidTag, ValueError) as trouble:
        raise AbhayaError(Code.SEAL_BROKEN) from trouble

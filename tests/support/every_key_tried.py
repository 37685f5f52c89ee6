"""Somebody who tries every key they have on everything that lies in a station, with no program in the way."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from contextlib import suppress
from itertools import product

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from abhaya.security.session import Session

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def held_by(session: Session) -> set[bytes]:
    """Return every secret in a person's memory, 32 bytes each."""
    held = {
        session.exchange_key.private_bytes_raw(),
        session.signing_key.private_bytes_raw(),
        session.station_key,
        session.anchor,
    }
    return held | ({session.identity_key} if session.identity_key else set())


def opened(held: set[bytes], lying: set[bytes], bindings: set[bytes]) -> set[bytes]:
    """Return all that comes open, trying each key that is found on everything once more.

    ``lying`` are the ciphertexts of the station, ``bindings`` all that any of them may be bound to.
    """
    tried: set[bytes] = set()
    found: set[bytes] = set()
    while keys := {plain for plain in held | found if len(plain) == 32} - tried:
        tried |= keys
        for key, sealed in product(keys, lying):
            found.update(_opened_with(key, sealed, bindings))
    return found


def _opened_with(key: bytes, sealed: bytes, bindings: set[bytes]) -> Iterator[bytes]:
    ciphers = [AESGCM(key), AESGCM(hmac.digest(key, b"abhaya:case key wrapping:1", hashlib.sha256))]
    private = X25519PrivateKey.from_private_bytes(key)
    for binding in bindings:
        for cipher in ciphers:
            with suppress(InvalidTag, ValueError):
                yield cipher.decrypt(sealed[:12], sealed[12:], binding)
        with suppress(InvalidTag, ValueError):
            yield SUITE.decrypt(sealed, private, info=binding)

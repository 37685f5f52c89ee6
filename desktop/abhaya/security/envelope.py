"""Bytes sealed to one person's public key (HPKE, RFC 9180), bound to what they are for."""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from abhaya.errors import AbhayaError, Code

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def seal_to(exchange_public: bytes, plain: bytes, purpose: bytes) -> bytes:
    """Seal ``plain`` so that only the holder of the private half opens it, for ``purpose`` alone."""
    return _SUITE.encrypt(plain, X25519PublicKey.from_public_bytes(exchange_public), info=purpose)


def open_envelope(exchange_key: X25519PrivateKey, sealed: bytes, purpose: bytes) -> bytes:
    """Open what was sealed to this person for ``purpose``.  Raises KEYS_ALTERED for anything else."""
    try:
        return _SUITE.decrypt(sealed, exchange_key, info=purpose)
    except (InvalidTag, ValueError) as trouble:
        raise AbhayaError(Code.KEYS_ALTERED) from trouble

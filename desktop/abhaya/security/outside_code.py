"""The code under which a person of a case is known outside the station."""

from __future__ import annotations

import base64
import hashlib
import hmac

_BYTES = 10
"""80 bits: no two people of a country share a code by chance, and it can still be read out."""


def outside_code(identity_key: bytes, case_id: str, code: str) -> str:
    """Return the same code for the same person each time; it tells nothing without the station's key.

    ``code`` is the person's in the case (``V-001``).  Whoever holds the identity key, and nobody else, can
    say whose code it is.
    """
    # The identity key itself opens the search index; one key is never used in two ways.
    key = hmac.digest(identity_key, b"abhaya:outside code:1", hashlib.sha256)
    return base64.b32encode(hmac.digest(key, f"{case_id}:{code}".encode(), hashlib.sha256)[:_BYTES]).decode()

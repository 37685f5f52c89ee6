"""What a key or a signature is bound to, as bytes that have only one spelling."""

from __future__ import annotations

import json


def statement(purpose: str, **fields: str | int) -> bytes:
    """Return canonical JSON of ``fields`` under a purpose, so that no two uses share the same bytes."""
    spelled = {"purpose": f"abhaya:{purpose}:1", **fields}
    return json.dumps(spelled, sort_keys=True, separators=(",", ":")).encode()

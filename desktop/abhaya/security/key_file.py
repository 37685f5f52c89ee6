"""``keys.json``: everything about keys that stands on disk, and nothing in it that opens by itself."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.key_slots import Card, KeySlot
from abhaya.security.membership import Member, Voucher
from abhaya.security.passphrase import Kdf
from abhaya.security.statement import statement
from abhaya.security.vault_keys import Grant, Vault
from abhaya.station import write_json

FORMAT = 1
_DEAREST = Kdf(memory=2 * 1024 * 1024, passes=16, lanes=16)
"""RFC 9106's first choice; a file that asks for more wants to choke the computer."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The file's content; ``database_salt`` is SQLCipher's, 16 bytes; ``epoch`` numbers the vault keys."""

    station_id: str
    database_salt: bytes
    epoch: int
    members: Mapping[str, Member]


def write_keys(path: Path, keys: Keys, before: Callable[[], None] | None = None) -> None:
    """Replace the file, ``before`` run just before it counts.  Raises DISK_FULL and READ_ONLY_FOLDER."""
    ring: dict[str, object] = {
        "station_id": keys.station_id,
        "database_salt": _text(keys.database_salt),
        "epoch": keys.epoch,
        "members": [_member_out(member) for member in keys.members.values()],
    }
    write_json(path, {"format": FORMAT, "ring": ring, "sha256": _checksum(ring)}, before)


def read_keys(path: Path) -> Keys:
    """Read the file.  Raises KEYS_DAMAGED when it is missing, torn or not in the form written here."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        ring = content["ring"]
        if content["format"] != FORMAT or content["sha256"] != _checksum(ring):
            raise ValueError("not as it was written")
        station_id = _string(ring["station_id"])
        members = [_member_in(station_id, member) for member in ring["members"]]
        by_id = {member.card.person_id: member for member in members}
        if len(by_id) != len(members):
            raise ValueError("one person twice")
        return Keys(station_id, _bytes(ring["database_salt"], 16), _number(ring["epoch"]), by_id)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as trouble:
        raise AbhayaError(Code.KEYS_DAMAGED) from trouble


def _checksum(ring: object) -> str:
    # It tells a damaged file from a wrong passphrase; against people there are boxes and signatures.
    return hashlib.sha256(statement("key file", ring=json.dumps(ring, sort_keys=True))).hexdigest()


def _member_out(member: Member) -> dict[str, object]:
    card, slot = member.card, member.slot
    return {
        "person_id": card.person_id,
        "display_name": card.display_name,
        "role": card.role,
        "x25519_public": _text(card.x25519_public),
        "ed25519_public": _text(card.ed25519_public),
        "voucher": {"by": member.voucher.by, "signature": _text(member.voucher.signature)},
        "slot": slot and _slot_out(slot),
        "grants": [_grant_out(given) for given in member.grants],
    }


def _slot_out(slot: KeySlot) -> dict[str, object]:
    kdf = {"memory": slot.kdf.memory, "passes": slot.kdf.passes, "lanes": slot.kdf.lanes}
    return {"salt": _text(slot.salt), "argon2id": kdf, "box": _text(slot.box)}


def _grant_out(given: Grant) -> dict[str, object]:
    sealed, signature = _text(given.sealed), _text(given.signature)
    return {
        "vault": given.vault,
        "epoch": given.epoch,
        "sealed": sealed,
        "by": given.by,
        "signature": signature,
    }


def _member_in(station_id: str, told: dict[str, Any]) -> Member:
    card = Card(
        station_id=station_id,
        person_id=_string(told["person_id"]),
        display_name=_string(told["display_name"]),
        role=Role(told["role"]),
        x25519_public=_bytes(told["x25519_public"], 32),
        ed25519_public=_bytes(told["ed25519_public"], 32),
    )
    voucher = Voucher(_string(told["voucher"]["by"]), _bytes(told["voucher"]["signature"]))
    slot = None if told["slot"] is None else _slot_in(card, told["slot"])
    return Member(card, voucher, slot, tuple(_grant_in(given) for given in told["grants"]))


def _slot_in(card: Card, told: dict[str, Any]) -> KeySlot:
    kdf = Kdf(**{name: _number(value) for name, value in told["argon2id"].items()})
    if kdf.memory > _DEAREST.memory or kdf.passes > _DEAREST.passes or kdf.lanes > _DEAREST.lanes:
        raise ValueError("too dear")
    if kdf.memory < 8 * kdf.lanes:
        raise ValueError("no Argon2id")  # RFC 9106, section 3.1
    return KeySlot(card, _bytes(told["salt"], 16), kdf, _bytes(told["box"]))


def _grant_in(told: dict[str, Any]) -> Grant:
    return Grant(
        vault=Vault(told["vault"]),
        epoch=_number(told["epoch"]),
        sealed=_bytes(told["sealed"]),
        by=_string(told["by"]),
        signature=_bytes(told["signature"]),
    )


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: object, length: int | None = None) -> bytes:
    raw = base64.b64decode(_string(value), validate=True)
    if length is not None and len(raw) != length:
        raise ValueError("wrong length")
    return raw


def _string(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise TypeError("not a counting number")
    return value

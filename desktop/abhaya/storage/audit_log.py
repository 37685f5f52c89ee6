"""The tamper-evident trail: a hash chain, a Merkle tree over it, and signed checkpoints."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from abhaya.cases.audit_entry import Action, AuditEntry, AuditHead
from abhaya.errors import AbhayaError, Code
from abhaya.storage.audit_tree import AuditTree, leaf_hash
from abhaya.storage.database import Database
from abhaya.storage.moment import from_text, to_text

START = bytes(32)
"""What the first entry names as the entry before it."""

PAGE = 1000

_AFTER = (
    "select number, at, by, action, subject, detail, previous, hash from audit"
    " where number > ? order by number limit ?"
)


class AuditLog:
    """Entries of the trail in order; the database refuses to change or drop one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, at: datetime, by: str, action: Action, subject: str, detail: str) -> None:
        """Add an entry that names the one before it."""
        head = self.head()
        previous = bytes.fromhex(head.hash)
        fields = (head.count + 1, to_text(at), by, str(action), subject, detail)
        digest = entry_hash(*fields, previous)
        self._database.change(
            "insert into audit (number, at, by, action, subject, detail, previous, hash)"
            " values (?, ?, ?, ?, ?, ?, ?, ?)",
            (*fields, previous, digest),
        )
        subtree = AuditTree(head.count, self._subtrees()).add(digest)
        self._database.change("insert or replace into audit_subtree values (?, ?)", subtree)

    def head(self) -> AuditHead:
        """Return how many entries there are and the hash of the newest."""
        rows = self._database.query("select number, hash from audit order by number desc limit 1")
        return AuditHead(rows[0][0], rows[0][1].hex()) if rows else AuditHead(0, START.hex())

    def entries(self, after: int = 0, limit: int = PAGE) -> list[AuditEntry]:
        """Return up to ``limit`` entries following number ``after``."""
        return [_entry(row) for row in self._database.query(_AFTER, (after, limit))]

    def root(self) -> bytes:
        """Return the RFC 6962 Merkle tree hash of all entries."""
        return AuditTree(self.head().count, self._subtrees()).root()

    def checkpoint(self, at: datetime, by: str, sign: Callable[[bytes], bytes]) -> None:
        """Keep the root of the tree as it stands, signed by that person (Ed25519)."""
        count, root, when = self.head().count, self.root(), to_text(at)
        signature = sign(checkpoint_text(count, root, when, by))
        self._database.change(
            "insert or ignore into audit_checkpoint values (?, ?, ?, ?, ?)",
            (count, root, when, by, signature),
        )

    def verify(self, public_keys: Mapping[str, bytes], printed: AuditHead | None = None) -> AuditHead:
        """Walk the whole trail and return its head.

        ``public_keys`` are the Ed25519 keys of everybody who ever signed, by person id.  ``printed`` is a
        head from paper; its hash may be the short one.  Raises AUDIT_BROKEN with ``number``, the first
        entry that is not as it was written.
        """
        signed = iter(self._checkpoints())
        checkpoint = next(signed, None)
        tree, previous = AuditTree(), START
        for row in self._rows():
            number = tree.count + 1
            if row[0] != number or row[6] != previous or row[7] != entry_hash(*row[:7]):
                raise _broken(number)
            previous = row[7]
            tree.add(previous)
            if printed and printed.count == number and not previous.hex().startswith(printed.hash):
                raise _broken(number)
            if checkpoint and checkpoint[0] == number:
                if checkpoint[1] != tree.root() or not _is_signed(checkpoint, public_keys):
                    raise _broken(number)
                checkpoint = next(signed, None)
        expected = max(printed.count if printed else 0, checkpoint[0] if checkpoint else 0)
        if expected > tree.count:
            raise _broken(tree.count + 1)
        return AuditHead(tree.count, previous.hex())

    def _rows(self) -> Iterator[tuple[Any, ...]]:
        after = 0
        while rows := self._database.query(_AFTER, (after, PAGE)):
            yield from rows
            after = rows[-1][0]

    def _checkpoints(self) -> list[tuple[Any, ...]]:
        return self._database.query(
            "select count, root, at, by, signature from audit_checkpoint order by count"
        )

    def _subtrees(self) -> dict[int, bytes]:
        return dict(self._database.query("select level, hash from audit_subtree"))


def entry_hash(
    number: int, at: str, by: str, action: str, subject: str, detail: str, previous: bytes
) -> bytes:
    """Return the hash of an entry: RFC 6962 leaf hash of its fields as canonical JSON."""
    return leaf_hash(_canonical([number, at, by, action, subject, detail, previous.hex()]))


def checkpoint_text(count: int, root: bytes, at: str, by: str) -> bytes:
    """Return what a checkpoint's signature covers."""
    return _canonical(["abhaya audit checkpoint 1", count, root.hex(), at, by])


def _is_signed(checkpoint: tuple[Any, ...], public_keys: Mapping[str, bytes]) -> bool:
    count, root, at, by, signature = checkpoint
    if by not in public_keys:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(public_keys[by]).verify(
            signature, checkpoint_text(count, root, at, by)
        )
    except InvalidSignature:
        return False
    return True


def _broken(number: int) -> AbhayaError:
    return AbhayaError(Code.AUDIT_BROKEN, number=number)


def _canonical(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _entry(row: tuple[Any, ...]) -> AuditEntry:
    number, at, by, action, subject, detail, previous, digest = row
    return AuditEntry(
        number, from_text(at), by, Action(action), subject, detail, previous.hex(), digest.hex()
    )

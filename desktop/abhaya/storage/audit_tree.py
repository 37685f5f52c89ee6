"""The Merkle tree of RFC 6962, grown leaf by leaf from the roots of its complete subtrees."""

from __future__ import annotations

from hashlib import sha256


class AuditTree:
    """A tree of ``count`` leaves; ``subtrees`` holds the root at each level whose bit of ``count`` is set."""

    def __init__(self, count: int = 0, subtrees: dict[int, bytes] | None = None) -> None:
        self.count = count
        self._subtrees = subtrees or {}

    def add(self, leaf: bytes) -> tuple[int, bytes]:
        """Add the hash of a leaf; return the level and the root of the subtree it completes."""
        level = 0
        root = leaf
        while self.count >> level & 1:
            root = _node_hash(self._subtrees[level], root)
            level += 1
        self._subtrees[level] = root
        self.count += 1
        return level, root

    def root(self) -> bytes:
        """Return the Merkle tree hash of all leaves (RFC 6962, section 2.1)."""
        roots = [self._subtrees[level] for level in range(self.count.bit_length()) if self.count >> level & 1]
        if not roots:
            return sha256().digest()
        result = roots[0]
        for root in roots[1:]:
            result = _node_hash(root, result)
        return result


def leaf_hash(data: bytes) -> bytes:
    """Return the hash of a leaf (RFC 6962, section 2.1)."""
    return sha256(b"\0" + data).digest()


def _node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\1" + left + right).digest()

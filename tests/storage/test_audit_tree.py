from __future__ import annotations

from hashlib import sha256

import pytest

from abhaya.storage.audit_tree import AuditTree, leaf_hash

LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
"""The tree heads that implementations of RFC 6962 are tested with, for 0 to 8 of the leaves."""


def tree_hash(leaves):
    """RFC 6962, section 2.1, word by word."""
    if len(leaves) <= 1:
        return leaves[0] if leaves else sha256().digest()
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + tree_hash(leaves[:split]) + tree_hash(leaves[split:])).digest()


@pytest.mark.parametrize("count", range(9))
def test_roots_are_those_of_certificate_transparency(count):
    tree = AuditTree()
    for leaf in LEAVES[:count]:
        tree.add(leaf_hash(leaf))
    assert tree.root().hex() == ROOTS[count]


def test_root_is_that_of_the_definition_at_every_size():
    leaves = [leaf_hash(bytes([number])) for number in range(130)]
    tree = AuditTree()
    for count, leaf in enumerate(leaves, 1):
        tree.add(leaf)
        assert tree.root() == tree_hash(leaves[:count])


def test_tree_goes_on_from_its_kept_subtrees():
    kept = {}
    for count in range(50):
        level, root = AuditTree(count, dict(kept)).add(leaf_hash(bytes([count])))
        kept[level] = root
    assert AuditTree(50, kept).root() == tree_hash([leaf_hash(bytes([number])) for number in range(50)])

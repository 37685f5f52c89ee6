"""Lets a test run as somebody who may read a folder and not write in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def unprivileged(folder: Path) -> Iterator[None]:
    """Take away the right to write in ``folder``; root, whom rights do not bind, becomes nobody meanwhile."""
    is_root = os.geteuid() == 0
    opened = [parent for parent in (folder, *folder.parents) if is_root and not parent.stat().st_mode & 0o005]
    rights = {parent: parent.stat().st_mode for parent in (folder, *opened)}
    for parent in opened:
        parent.chmod(0o755)
    folder.chmod(0o555)
    try:
        if is_root:
            os.seteuid(NOBODY)
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for parent, mode in rights.items():
            parent.chmod(mode)

"""Small files that are either wholly the old one or wholly the new one, even when the power fails."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from abhaya.errors import AbhayaError, Code

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def disk_trouble() -> Iterator[None]:
    """Turn a full disk into DISK_FULL and a folder one may not write in into READ_ONLY_FOLDER."""
    try:
        yield
    except OSError as trouble:
        if trouble.errno in _DISK_FULL:
            raise AbhayaError(Code.DISK_FULL) from trouble
        if trouble.errno in _READ_ONLY:
            raise AbhayaError(Code.READ_ONLY_FOLDER) from trouble
        raise


def write_json(path: Path, content: Mapping[str, object], before: Callable[[], None] | None = None) -> None:
    """Replace ``path`` by ``content``, readable by its owner alone; on any trouble the old file stays.

    ``before`` is run when the new content is safe on disk and does not count yet; if it raises, it never
    will.
    Raises DISK_FULL and READ_ONLY_FOLDER.
    """
    part = path.with_name(path.name + ".part")
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    with disk_trouble():
        try:
            with open(  # noqa: PTH123 - Path.open cannot set the permissions
                os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
            ) as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            if before is not None:
                before()
            part.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make names that were given, changed or removed in the folder last through a power cut."""
    if sys.platform == "win32":  # a rename there is durable once it returns, and a folder cannot be opened
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

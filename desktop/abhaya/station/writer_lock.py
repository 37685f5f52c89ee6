"""One writer per station, known by name to whoever comes second."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from abhaya.errors import AbhayaError, Code
from abhaya.station.durable_file import disk_trouble
from abhaya.station.folder import Station

_LOCKED_BYTE = 1 << 30  # far behind the text: Windows forbids others to read a locked byte


@contextlib.contextmanager
def writer_lock(station: Station, holder_name: str) -> Iterator[None]:
    """Hold the station for writing; the lock of a process that died is free by itself.

    Raises STATION_IN_USE with ``holder``, DISK_FULL and READ_ONLY_FOLDER.
    """
    with _opened(station.lock) as descriptor:
        if not _lock(descriptor, wait=False):
            raise AbhayaError(Code.STATION_IN_USE, holder=_holder(station.lock))
        with disk_trouble():
            station.folder.chmod(0o700)  # somebody may have opened it up since
            _rewrite(descriptor, json.dumps({"holder": holder_name}).encode())
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                _rewrite(descriptor, b"")


@contextlib.contextmanager
def file_lock(path: Path) -> Iterator[None]:
    """Wait for, then hold, an exclusive lock on ``path`` while a file beside it is read and rewritten.

    Raises STATION_IN_USE when another process does not let go, DISK_FULL and READ_ONLY_FOLDER.
    """
    with _opened(path) as descriptor:
        if not _lock(descriptor, wait=True):  # Windows gives up after ten seconds
            raise AbhayaError(Code.STATION_IN_USE, holder=_holder(path))
        yield


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    with disk_trouble():
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield descriptor
    finally:
        os.close(descriptor)  # gives the lock back


def _lock(descriptor: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _LOCKED_BYTE, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


def _rewrite(descriptor: int, content: bytes) -> None:
    os.lseek(descriptor, 0, os.SEEK_SET)
    os.truncate(descriptor, 0)
    os.write(descriptor, content)


def _holder(path: Path) -> str:
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["holder"])
    except (OSError, ValueError, TypeError, KeyError):
        return "?"

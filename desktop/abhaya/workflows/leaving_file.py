"""Writes a file that leaves the station: wholly or not at all, and never unnoted."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from abhaya.errors import AbhayaError, Code
from abhaya.station import disk_trouble


def write_leaving(path: Path, write: Callable[[BinaryIO], object], note: Callable[[], None]) -> None:
    """Let ``write`` fill a file beside the place, then ``note`` it on the trail, then give it its name.

    Raises FILE_NOT_FOUND, DISK_FULL, READ_ONLY_FOLDER and what the two raise; nothing is left behind then.
    """
    part = path.with_name(path.name + ".part")
    try:
        with disk_trouble():
            with part.open("wb") as out:
                write(out)
                out.flush()
                os.fsync(out.fileno())
            note()
            part.replace(path)
    except BaseException as trouble:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        if isinstance(trouble, OSError):  # a folder that is not there, a stick pulled out
            raise AbhayaError(Code.FILE_NOT_FOUND) from trouble
        raise

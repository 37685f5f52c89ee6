"""An ordinary user of the computer, also where the tests run as root, to whom folders can be closed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = 65534


@contextmanager
def read_only_folder(copied_from: Path | None = None) -> Iterator[Path]:
    """Give a folder that this user may read but not write in; with what lies in ``copied_from``."""
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    user = os.geteuid()
    try:
        if copied_from:
            shutil.copytree(copied_from, folder, dirs_exist_ok=True)
        for path in [folder, *folder.rglob("*")]:
            os.chown(path, NOBODY if user == 0 else user, -1)
            path.chmod(0o500 if path.is_dir() else 0o400)
        if user == 0:
            os.seteuid(NOBODY)
        yield folder
    finally:
        os.seteuid(user)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o700)
        shutil.rmtree(folder)

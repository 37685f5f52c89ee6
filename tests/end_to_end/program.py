"""The program as its users start it: a process of its own, with a home folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from end_to_end.virtual_screen import VirtualScreen


@contextmanager
def running(screen: VirtualScreen, home: Path, *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program on ``screen``; whatever is left of it is killed when the ``with`` block ends."""
    environment = {
        **os.environ,
        "DISPLAY": screen.display,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "QT_QPA_PLATFORM": "xcb",
    }
    with (
        (home / "output.log").open("ab") as output,
        subprocess.Popen(
            (sys.executable, "-m", "abhaya", *command), env=environment, stdout=output, stderr=output
        ) as program,
    ):
        try:
            yield program
        finally:
            program.kill()

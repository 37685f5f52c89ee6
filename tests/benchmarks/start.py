"""From starting the program to the painted unlock screen, beside an empty Qt window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from measure import Row, show
from support.station_people import staff

PAINT_AND_LEAVE = """
import time
from PySide6.QtWidgets import QApplication

def paint_and_leave(*_):
    for _ in range(3):
        QApplication.processEvents()
    print(time.monotonic(), flush=True)
    return 0

QApplication.exec = staticmethod(paint_and_leave)
"""
UNLOCK_SCREEN = PAINT_AND_LEAVE + "from abhaya.app import start\nstart([])"
EMPTY_WINDOW = PAINT_AND_LEAVE + (
    "from PySide6.QtWidgets import QMainWindow\n"
    "application, window = QApplication([]), QMainWindow()\nwindow.show()\nQApplication.exec()"
)


def seconds_to_paint(script: str, home: Path) -> float:
    """Start Python with the script and return the time until its window was painted."""
    environment = {**os.environ, "XDG_CONFIG_HOME": str(home)}
    began = time.monotonic()
    told = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    return float(told.stdout.split()[-1]) - began


def rows() -> Iterator[Row]:
    """Measure five starts of each, in turn, after one that only warms up."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        staff(home / "station")
        (home / "abhaya").mkdir()
        (home / "abhaya/settings.json").write_text(json.dumps({"station": str(home / "station")}))
        pairs = [
            (seconds_to_paint(UNLOCK_SCREEN, home), seconds_to_paint(EMPTY_WINDOW, home)) for _ in range(6)
        ][1:]
        ours, bare = (median(taken) for taken in zip(*pairs, strict=True))
        yield Row("start → unlock screen painted (warm)", ours, 1.0, {"empty Qt window": bare})


if __name__ == "__main__":
    show(rows())

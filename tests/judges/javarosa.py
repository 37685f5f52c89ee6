"""The referee of forms: JavaRosa 5.1, from the jar inside pyxform's wheel."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest

from judges.jvm import run

_SOURCE = Path(__file__).with_name("JavaRosaJudge.java")

Nodes = dict[str, tuple[bool, bool, str]]
"""Relevance, whether the answer fits its constraint, and value, by path."""


def judge(xform: bytes, script: Iterable[tuple[str, ...]], folder: Path) -> list[Nodes]:
    """Fill the form by the script; return how the nodes stand at each ``TELL``."""
    (folder / "form.xml").write_bytes(xform)
    (folder / "script.tsv").write_text("\n".join("\t".join(line) for line in script), encoding="utf-8")
    told = run(_SOURCE, _jar(), str(folder / "form.xml"), str(folder / "script.tsv"))
    return [_nodes(block) for block in told.split("\n\n") if block]


def _nodes(block: str) -> Nodes:
    lines = (line.split("\t") for line in block.splitlines())
    return {
        path: (relevant == "R", fits == "F", value.replace("\\n", "\n"))
        for path, relevant, fits, value in lines
    }


def _jar() -> Path:
    package = find_spec("pyxform")
    jar = (
        package
        and package.origin
        and Path(package.origin).parent / "validators/odk_validate/bin/ODK_Validate.jar"
    )
    if not jar or not jar.exists():
        pytest.skip("judge JavaRosa: this pyxform brings no ODK_Validate.jar")
    return jar

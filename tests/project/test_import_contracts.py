"""The layers hold, and import-linter sees it when any one of its contracts is broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from support.source_tree import CHECKOUT

LINTER = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = [contract["name"] for contract in PROJECT["tool"]["importlinter"]["contracts"]]
SOURCE_ROOTS = ("desktop", "forms", "resources")
LEFT_OUT = shutil.ignore_patterns("*.ttf", "__pycache__")

BREACHES = {
    "Layers point down": ("desktop/abhaya/cases/case.py", "import abhaya.workflows"),
    "Only the window knows Qt": ("desktop/abhaya/workflows/__init__.py", "import PySide6"),
    "Only storage knows SQLCipher": ("desktop/abhaya/export/__init__.py", "import sqlcipher3"),
    "Only export knows how PDFs are written": ("desktop/abhaya/workflows/__init__.py", "import pikepdf"),
    "The window reaches the case only through workflows": (
        "desktop/abhaya/gui/__init__.py",
        "import abhaya.storage",
    ),
}
"""For each contract, an import that breaks it and no other."""


def verdicts(checkout: Path) -> dict[str, str]:
    """Return KEPT or BROKEN for each contract of a checkout."""
    path = os.pathsep.join(str(checkout / root) for root in SOURCE_ROOTS)
    told = subprocess.run(
        [sys.executable, "-c", LINTER],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = told.stdout.splitlines()
    found = {name: line.split()[-1] for name in CONTRACTS for line in lines if line.startswith(f"{name} ")}
    assert len(found) == len(CONTRACTS), told.stdout + told.stderr
    return found


def test_every_contract_is_kept():
    assert verdicts(CHECKOUT) == dict.fromkeys(BREACHES, "KEPT")


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_breach_is_seen(contract, tmp_path):
    for root in SOURCE_ROOTS:
        shutil.copytree(
            CHECKOUT / root, tmp_path / root, ignore=shutil.ignore_patterns("*.ttf", "__pycache__")
        )
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    file, statement = BREACHES[contract]
    module = tmp_path / file
    module.write_text(f"{module.read_text(encoding='utf-8')}\n{statement}\n", encoding="utf-8")
    assert [name for name, verdict in verdicts(tmp_path).items() if verdict != "KEPT"] == [contract]

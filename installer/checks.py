"""Runs every check of the project: lint, types, import contracts and the whole suite."""

from __future__ import annotations

import subprocess
from pathlib import Path

CHECKS = {
    "Lint": ("ruff", "check"),
    "Format": ("ruff", "format", "--check"),
    "Types": ("mypy",),
    "Import contracts": ("lint-imports", "--no-logo"),
    "Suite": ("pytest", "-n", "auto", "--cov", "--cov-fail-under=90"),
}
"""What each check is called, and the program of ``.venv`` that makes it, with its arguments."""


def run_checks(checkout: Path, python: Path) -> int:
    """Run each check, all of them even after one failed; return 0 when all passed, else 1."""
    failed = []
    for name, command in CHECKS.items():
        print(f"\n== {name}: {' '.join(command)}", flush=True)
        if subprocess.call([str(python.parent / command[0]), *command[1:]], cwd=checkout) != 0:
            failed.append(name)
    if failed:
        print(f"\nFailed: {', '.join(failed)}.")
    return 1 if failed else 0

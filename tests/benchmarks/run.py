"""Measures the speed budget: each benchmark in a process of its own, all in one table."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

BENCHMARKS = ("start", "case_list", "search", "save", "form", "engine", "bundle")


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all; return 1 if one failed."""
    print("| what | Abhaya | budget | beside it in the same run |\n|---|---|---|---|", flush=True)
    folder = Path(__file__).resolve().parent
    environment = {**os.environ, "PYTHONPATH": str(folder.parent), "QT_QPA_PLATFORM": "offscreen"}
    environment["QT_LOGGING_RULES"] = "default.warning=false"  # the offscreen screen tells what it cannot do
    programs = [[sys.executable, str(folder / f"{name}.py")] for name in names or BENCHMARKS]
    codes = [subprocess.call(program, env=environment) for program in programs]
    return int(any(codes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Runs a function of a test module in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent

CALL = """
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location("child", sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
getattr(module, sys.argv[2])(*json.loads(sys.argv[3]))
"""


def start_child(function: Callable[..., None], *arguments: str | int) -> subprocess.Popen[str]:
    """Start ``function(*arguments)`` in a new process; what it prints can be read from ``stdout``."""
    import json

    file = sys.modules[function.__module__].__file__
    return subprocess.Popen(
        [sys.executable, "-c", CALL, str(file), function.__name__, json.dumps(arguments)],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        stdout=subprocess.PIPE,
        text=True,
    )


def run_child(function: Callable[..., None], *arguments: str | int) -> str:
    """Run ``function(*arguments)`` in a new process to its end and return what it printed."""
    with start_child(function, *arguments) as child:
        printed, _ = child.communicate()
    assert child.returncode == 0
    return printed

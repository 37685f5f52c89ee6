"""The window starts without loading what only printing and compiling forms need."""

from __future__ import annotations

import subprocess
import sys

LATER = {"reportlab", "pikepdf", "fontTools", "uharfbuzz", "pyxform", "openpyxl", "pypdfium2", "PIL", "numpy"}


def test_heavy_libraries_wait_until_they_are_wanted():
    script = "import sys, abhaya.app, abhaya.gui.main_window; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = {module.split(".")[0] for module in told.stdout.split()}
    assert "PySide6" in loaded
    assert sorted(loaded & LATER) == []

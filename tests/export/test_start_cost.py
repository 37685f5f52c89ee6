"""What the window needs of the export at its start brings no printing library with it."""

from __future__ import annotations

import subprocess
import sys

import pytest

PRINTING = ("reportlab", "pikepdf", "uharfbuzz", "PIL", "pypdfium2")


@pytest.mark.parametrize("module", ["snapshot", "annexure_check", "verification"])
def test_printing_libraries_are_not_loaded(module):
    script = f"import sys, abhaya.export.{module}; print([m for m in {PRINTING} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"

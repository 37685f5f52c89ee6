"""A hardened process leaves no core, shows its memory to nobody and makes private files."""

from __future__ import annotations

import subprocess
import sys

import pytest

LOOK = """
import ctypes, os, resource
from abhaya.station import harden_process
harden_process()
open("new", "w").close()
print(oct(os.stat("new").st_mode & 0o777), resource.getrlimit(resource.RLIMIT_CORE),
      ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it knows about the process")
def test_the_system_confirms_it(tmp_path):
    told = subprocess.run(
        [sys.executable, "-c", LOOK], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert told.stdout == "0o600 (0, 0) 0\n"

"""Keep other people on the same computer out of this process and its files."""

from __future__ import annotations

import os
import sys

_PR_SET_DUMPABLE = 4  # <linux/prctl.h>


def harden_process() -> None:
    """Make new files private, and forbid core dumps and looking into this process's memory.

    On Windows and macOS only what exists there is done; the folder then relies on the user's profile.
    """
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)

"""Makes and mends the folder ``.venv`` with exactly the packages of a lock file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

from progress import Progress, SetUpError

SOURCE_ROOTS = ("desktop", "forms", "resources")
ATTEMPTS = 3


class VirtualEnvironment:
    """The checkout's own Python, its packages, and a stamp of what was set up there."""

    def __init__(self, checkout: Path) -> None:
        self.folder = checkout / ".venv"
        self.python = self.folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
        self.packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(self.folder)}))
        self._checkout = checkout
        self._stamp = self.folder / "set-up.json"
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        self._made_by = {"python": f"{sys.base_prefix} {version}", "folder": str(self.folder)}

    def stamp(self) -> dict[str, str]:
        """Return what was set up so far; empty when nothing was, or by another Python, or elsewhere."""
        try:
            stamp: dict[str, str] = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if self._made_by.items() <= stamp.items() and self.python.exists() else {}

    def note(self, **done: str) -> None:
        """Add finished work to the stamp, whole or not at all."""
        part = self._stamp.with_suffix(".part")
        part.write_text(json.dumps({**self.stamp(), **done, **self._made_by}, indent=1), encoding="utf-8")
        part.replace(self._stamp)

    def make(self) -> None:
        """Create the environment anew unless a working one stands there."""
        if not self.stamp() or not self._has_pip():
            self._create()

    def install(self, lock: Path, progress: Progress) -> None:
        """Install the lock's packages, each checked by its hash; after a broken download, try again.

        Raises SetUpError after the last attempt, which started from nothing and trusted no cache.
        """
        if self.stamp().get("unfinished"):  # stopped halfway, it may hold a package that only looks whole
            self._create()
        for attempt in range(1, ATTEMPTS):
            try:
                self._pip(lock, progress)
                break
            except SetUpError:
                progress.note(f"      a download broke; trying again ({attempt + 1} of {ATTEMPTS})")
        else:
            self._create()
            self._pip(lock, progress, "--no-cache-dir")
        roots = [str(self._checkout / root) for root in SOURCE_ROOTS]
        (self.packages / "abhaya.pth").write_text("\n".join(roots) + "\n", encoding="utf-8")

    def _create(self) -> None:
        venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(self.folder)
        self.note()

    def _has_pip(self) -> bool:
        told = subprocess.run([self.python, "-m", "pip", "--version"], capture_output=True, check=False)
        return told.returncode == 0

    def _pip(self, lock: Path, progress: Progress, *options: str) -> None:
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
        command = [*pip, "install", "--no-deps", "--require-hashes", "--only-binary", ":all:", *options]
        self.note(unfinished=lock.name)
        progress.follow([*command, "-r", str(lock)], r"^\s*((?:Collecting|Downloading|Installing) \S+)")
        self.note(unfinished="")

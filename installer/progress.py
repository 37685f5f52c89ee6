"""Tells the person at the terminal how far set-up has come."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import time


class SetUpError(Exception):
    """Set-up cannot go on; the message says what happened and what to do next."""


class Progress:
    """Numbered steps on standard output, with a moving line below them on a real terminal."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._done = 0
        self._moving = sys.stdout.isatty() and sys.platform != "win32"  # not every console there can

    def step(self, title: str) -> None:
        """Begin the next of the announced steps."""
        self._done += 1
        self.note(f"[{self._done}/{self._steps}] {title}")

    def note(self, text: str) -> None:
        """Print a line that stays."""
        self._clear()
        print(text, flush=True)

    def follow(self, command: list[str], pattern: str) -> str:
        """Run ``command`` and show what ``pattern`` picks (its group 1) from each line it prints.

        Returns all it printed; raises SetUpError with the end of that when the command fails.
        """
        began = time.monotonic()
        picked, lines = re.compile(pattern), []
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as running:
            assert running.stdout is not None
            for line in running.stdout:
                lines.append(line)
                if found := picked.search(line):
                    self._show(f"    {len(lines)}: {found[1]}")
        if running.returncode != 0:
            raise SetUpError(f"{''.join(lines[-25:])}\nThis failed: {' '.join(command)}")
        self.note(f"      done in {time.monotonic() - began:.0f} s")
        return "".join(lines)

    def _show(self, text: str) -> None:
        if self._moving:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\033[K{text[:width]}", end="", flush=True)

    def _clear(self) -> None:
        if self._moving:
            print("\r\033[K", end="")

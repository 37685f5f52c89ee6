"""A person in front of the program: reads the screen, types, presses keys, clicks, and waits."""

from __future__ import annotations

import os
import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from end_to_end.sight import Area, amount, differ, primary_button
from end_to_end.virtual_screen import VirtualScreen

PATIENCE = 30.0
"""Seconds after which a person gives up."""
MOMENT = 0.03
"""Seconds between two looks."""
CALM = 6
"""So many looks in a row must see the same before the screen counts as being at rest."""
MAIN = "^(Abhaya|अभय)"
"""What the title of the main window begins with."""


class Person:
    """``shots`` is the folder for the pictures that are kept."""

    def __init__(self, screen: VirtualScreen, program: subprocess.Popen[bytes], shots: Path) -> None:
        self.screen = screen
        self.program = program
        self._shots = shots

    # -- hands

    def press(self, *keys: str) -> None:
        """Press keys one after the other, named as xdotool names them: ``ctrl+l``, ``Tab``."""
        self._xdotool("key", "--delay", "4", *keys)

    def write(self, text: str) -> None:
        """Type text, on the InScript keyboard where it is Devanagari."""
        self._xdotool("type", "--delay", "4", "--", text)

    def click(self, x: int, y: int) -> None:
        """Click on a point of the screen."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def click_primary(self, area: Area) -> None:
        """Click on the primary button of a part of the screen as soon as it can be pressed."""
        self.wait_for_primary(area)
        x, y = primary_button(self.look(area))
        self.click(area[0] + x, area[1] + y)

    def turn_to(self, title: str = MAIN) -> None:
        """Give the keyboard to the window whose title matches, as a window manager would."""
        self._xdotool("windowfocus", "--sync", self.wait_for_window(title))

    def fill_screen(self) -> None:
        """Make the main window as large as the screen."""
        self._xdotool("windowsize", self.wait_for_window(MAIN), "100%", "100%")
        self.wait_until_calm()

    # -- eyes

    def look(self, area: Area) -> Image.Image:
        """Return what a part of the screen shows now."""
        return self.screen.picture().crop(area)

    def sees(self, colour: str, area: Area) -> bool:
        """Whether a colour of the palette is in a part of the screen."""
        return amount(self.look(area), colour) > 0

    def windows(self, title: str = ".") -> list[str]:
        """Ids of the visible windows whose title matches, the newest last."""
        while "X Error" in (told := self._ask("search", "--onlyvisible", "--name", title)).stderr:
            pass  # a window went while xdotool looked at it
        return sorted(told.stdout.split(), key=int)

    def keep_picture(self, name: str) -> None:
        """Keep what is on the screen as ``name.png``."""
        self.screen.picture().save(self._shots / f"{name}.png")

    # -- patience

    def wait_until(self, what: str, condition: Callable[[], object]) -> None:
        """Look again and again until ``condition`` holds; fails when the program ends or patience does."""
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                self.keep_picture("waited-in-vain")
                raise AssertionError(f"waited in vain for {what}; windows: {self._titles()}")
            try:
                code = self.program.wait(MOMENT)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"the program ended with {code} while a person waited for {what}")

    def wait_for_window(self, title: str) -> str:
        """Return the id of the window with that title once it is there."""
        found: list[str] = []
        self.wait_until(f"a window {title!r}", lambda: found.extend(self.windows(title)) or found)
        return found[-1]

    def wait_until_gone(self, title: str) -> None:
        """Wait until no window has that title; the keyboard then goes back to the main window."""
        self.wait_until(f"the end of window {title!r}", lambda: not self.windows(title))
        self.turn_to()

    def wait_for_primary(self, area: Area) -> None:
        """Wait for a primary button that can be pressed."""
        self.wait_until("a primary button", lambda: primary_button(self.look(area)))

    def wait_until_calm(self) -> Image.Image:
        """Return what is on the screen once it stays so."""
        seen: deque[Image.Image] = deque(maxlen=CALM)

        def calm() -> bool:
            seen.append(self.screen.picture())
            return len(seen) == CALM and not any(differ(seen[-1], picture) for picture in seen)

        self.wait_until("a screen at rest", calm)
        return seen[-1]

    @contextmanager
    def awaiting_change(self) -> Iterator[None]:
        """Do something, and go on when the screen has changed and come to rest."""
        before = self.wait_until_calm()
        yield
        self.wait_until("a change on the screen", lambda: differ(before, self.screen.picture()))
        self.wait_until_calm()

    # -- inside

    def _titles(self) -> list[str]:
        return [self._ask("getwindowname", window).stdout.strip() for window in self.windows()]

    def _xdotool(self, *arguments: str) -> None:
        told = self._ask(*arguments)
        assert told.returncode == 0, f"xdotool {arguments}: {told.stderr}"

    def _ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "DISPLAY": self.screen.display}
        return subprocess.run(
            ("xdotool", *arguments), env=environment, capture_output=True, text=True, check=False
        )

"""What officers do at a station, key by key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from abhaya.demo.people import PASSPHRASE
from abhaya.texts import Texts
from end_to_end.person import MAIN, Person

INVESTIGATOR = "Arvind"
SUPERVISOR = "Meera"
DESK = f"{MAIN}.* – "
"""Title of the main window while the station is unlocked."""


class Officer(Person):
    """Works with an English window, and answers in Hindi."""

    say = staticmethod(Texts("en").say)

    def unlock(self, name: str = INVESTIGATOR, passphrase: str = PASSPHRASE) -> None:
        """Choose oneself by the first letters, and unlock."""
        self.turn_to()
        self.fill_screen()
        self.press("shift+Tab")
        self.write(name)
        self.press("Return")
        self.write(passphrase)
        self.press("Return")
        self.wait_for_window(DESK)
        self.wait_until_calm()

    def lock(self) -> None:
        """Lock at once."""
        self.press("ctrl+l")
        self.wait_for_window(self._lock_title)
        self.wait_until_calm()

    def unlock_again(self) -> None:
        """Go on behind the lock."""
        self.write(PASSPHRASE)
        self.press("Return")
        self.wait_until_gone(self._lock_title)

    def hand_over(self) -> None:
        """Lock, and let somebody else come to the unlock screen."""
        self.lock()
        self.press("shift+Tab", "Return")
        self.wait_until_gone(DESK)

    def close(self) -> None:
        """Close the program at once; it must end by itself."""
        self.press("ctrl+q")
        assert self.program.wait(30) == 0

    def begin_case(self, summary: str) -> None:
        """Open a new case of domestic servitude."""
        self.open_dialog("ctrl+n", "case_list.new_case.title")
        self.write("Domestic")
        self.press("Tab")
        self.write("01/03/2026")
        self.press("Tab", "Tab", "Tab")
        self.write(summary)
        self.press("Tab", "Tab")
        self.close_dialog("Return", "case_list.new_case.title")

    def begin_form(self, title: str) -> None:
        """Begin to fill a form, with its questions in Hindi."""
        self.open_dialog("ctrl+shift+n", "case_page.form_choice.title")
        self.write(title)
        self.press("Tab", "Down", "shift+Tab")
        self.close_dialog("Return", "case_page.form_choice.title")

    def go_on(self, *keys: str) -> None:
        """Press keys that change the screen, and wait for what comes."""
        with self.awaiting_change():
            self.press(*keys)

    def open_dialog(self, key: str, title: str) -> None:
        """Press ``key`` and wait for the dialog whose title has that text key."""
        self.press(key)
        self.wait_for_window(f"^{self.say(title)}")
        self.wait_until_calm()

    def close_dialog(self, key: str, title: str) -> None:
        """Press ``key`` and wait for the end of the dialog."""
        self.press(key)
        self.wait_until_gone(f"^{self.say(title)}")
        self.wait_until_calm()

    @contextmanager
    def awaiting_writing(self, station: Path) -> Iterator[None]:
        """Do something, and go on when it is on the disk of the station."""
        log = station / "station.db-wal"
        before = log.stat().st_mtime_ns
        yield
        self.wait_until("writing", lambda: log.stat().st_mtime_ns != before)
        self.wait_until_calm()

    @property
    def _lock_title(self) -> str:
        return f"^{self.say('window.title_closed')}$"

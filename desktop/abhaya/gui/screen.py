"""What every screen of the window has in common."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from abhaya.gui.background import Background
from abhaya.gui.dialogs import Dialogs
from abhaya.texts import Texts

if TYPE_CHECKING:
    from abhaya.workflows.desk import Desk


@dataclass(slots=True)
class Surroundings:
    """What a screen finds around it; ``texts`` is replaced when the language changes."""

    desk: Desk
    texts: Texts
    background: Background
    dialogs: Dialogs
    clock: Callable[[], datetime]


class Spoken:
    """Anything with sentences: each is bound to its key once and said again when the language changes."""

    def bind(self, setter: Callable[[str], object], key: str) -> None:
        """Remember that ``setter`` shows the sentence ``key``; ``retranslate`` fills it."""
        self.__dict__.setdefault("_bound", []).append((setter, key))

    def retranslate(self, texts: Texts) -> None:
        """Say everything again in the language of ``texts``; extend for sentences with values."""
        for setter, key in self.__dict__.get("_bound", []):
            setter(texts.say(key))


class Writing:
    """Anything in which a person writes; mixed in before the Qt class."""

    @property
    def unsaved(self) -> bool:
        """Whether words are in here only, because they are not written yet or could not be."""
        return False


class Screen(Writing, QWidget, Spoken):
    """One page of the window.  The window calls ``retranslate`` once after construction, then ``arrive``."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.around = around
        self.setObjectName("screen")

    def arrive(self) -> None:
        """Called each time the screen is shown: read again what may have changed, put the focus."""

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        """What the shortcuts of ``actions.SHORTCUTS`` do on this screen, by name."""
        return {"save": self.save_now}

    def leave(self) -> bool:
        """Called before another screen is shown; False keeps the person here (after a question)."""
        return True

    def save_now(self) -> None:
        """Called before locking and on Ctrl+S: write what is unsaved, without asking anything."""

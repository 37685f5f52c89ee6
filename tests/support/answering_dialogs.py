"""Stands in for a person in front of boxes: keeps what was asked, answers as told."""

from __future__ import annotations

from abhaya.errors import AbhayaError
from abhaya.gui.dialogs import Dialogs
from abhaya.texts import Texts


class AnsweringDialogs(Dialogs):
    """``yes`` is the answer to every question; ``asked`` and ``explained`` keep what was said."""

    def __init__(self, texts: Texts, *, yes: bool = True) -> None:
        super().__init__(texts)
        self.yes = yes
        self.asked: list[str] = []
        self.explained: list[AbhayaError] = []

    def inform(self, parent, title, text, icon="info"):
        self.asked.append(title)

    def explain(self, parent, error):
        self.explained.append(error)

    interrupt = explain

    def ask(self, parent, title, text, yes, no="", icon="circle-help"):
        self.asked.append(title)
        return self.yes

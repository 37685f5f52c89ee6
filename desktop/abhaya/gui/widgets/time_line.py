"""A time of day, alone or with its date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.dated_line import DatedLine
from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.written_date import moment_from, moment_parts, moment_shown, time_from, time_shown
from abhaya.texts import Texts
from abhaya_forms.engine import Question

INDIA = "+05:30"
"""Stations stand in India, which has one zone; dateTimes are written in it."""


class TimeLine(TextLine):
    """Hours and minutes, 24 hours."""

    short = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)

    def speak(self, texts: Texts) -> None:
        self.setPlaceholderText(texts.say("widgets.time"))

    def read(self, text: str) -> str:
        return time_from(text)

    def write(self, value: str) -> str:
        return time_shown(value)


class MomentLine(DatedLine):
    """A date and a time of day in one line."""

    def speak(self, texts: Texts) -> None:
        super().speak(texts)
        self.setPlaceholderText(texts.say("widgets.moment"))

    def understood(self, text: str, *, finished: bool) -> str:
        return moment_from(text, INDIA, self.reader, finished=finished)

    def day_written(self) -> str:
        return moment_parts(self.text())[0]

    def write(self, value: str) -> str:
        return moment_shown(value)

"""A line with a date in it, typed in either calendar; the other calendar's day is told beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.other_calendar import other_calendar
from abhaya.gui.widgets.text_line import TextLine
from abhaya.texts import Texts
from abhaya_forms.engine import Question


class DatedLine(TextLine):
    """``today`` tells what today is for the form; who constructs the line sets it."""

    short = True
    fineness = "day"
    today: Callable[[], date]

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.texts = Texts()
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)

    def speak(self, texts: Texts) -> None:
        self.texts = texts

    @property
    def reader(self) -> DateReader:
        """Reads what is typed here."""
        return DateReader(self.today(), self.question.past, self.fineness)

    def understood(self, text: str, *, finished: bool) -> str:
        """Return the XForms text form of what is typed; two digits of a year count only when finished."""
        raise NotImplementedError

    def read(self, text: str) -> str:
        return self.understood(text, finished=False)

    def hand_over(self) -> None:
        self.answered.emit(self.understood(self.text(), finished=True))

    def day_written(self) -> str:
        """The part of the line that is the date."""
        return self.text()

    def told_beside(self) -> str:
        return other_calendar(self.day_written(), self.reader, self.texts, finished=not self.typing)

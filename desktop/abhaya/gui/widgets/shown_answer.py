"""An answer that can be read and not changed here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from abhaya.bikram_words import bikram_words
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.written_date import date_shown, moment_shown, time_shown
from abhaya.gui.widgets.written_place import place_shown
from abhaya.texts import Texts
from abhaya_forms.engine import Control, Question, QuestionState
from abhaya_forms.engine.answer_text import paragraphs

_SHOWN = {"time": time_shown, "dateTime": moment_shown, "geopoint": place_shown}

_SHORT = ("int", "decimal", "date", "time", "dateTime")


def _writer(question: Question) -> Callable[[str], str]:
    """How a person reads an answer; own words have the numbers by which others refer to them."""
    if question.data_type == "date":
        return partial(date_shown, fineness=question.fineness)
    if question.marks.get("print") in ("verbatim", "translation"):
        return lambda text: "\n".join(f"{n}. {line}" for n, line in enumerate(paragraphs(text), 1))
    return _SHOWN.get(question.data_type, str)


class ShownAnswer(AnswerWidget, QLabel):
    """Calculated, read-only and sealed answers; the text can be marked and copied."""

    answered = Signal(str)
    settled = Signal()
    answerable = False

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._fineness = question.fineness
        self._write = _writer(question)
        self.short = question.data_type in _SHORT or question.control == Control.SELECT_ONE
        self._texts, self._value = Texts(), ""
        self._dated = question.data_type in ("date", "dateTime")
        self.setObjectName("shown_answer")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        both = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(both)

    def show_answer(self, state: QuestionState) -> None:
        self._value = state.value
        shown = self._write(state.display) or state.as_typed or "—"
        if shown != self.text():
            self.setText(shown)

    def speak(self, texts: Texts) -> None:
        self._texts = texts

    def told_beside(self) -> str:
        return bikram_words(self._value, self._texts, self._fineness) if self._dated else ""

    def name_controls(self, name: str, description: str) -> None:
        super().name_controls(f"{name}: {self.text()}", description)

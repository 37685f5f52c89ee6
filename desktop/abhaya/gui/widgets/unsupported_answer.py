"""A kind of question that this program cannot ask."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.shown_answer import ShownAnswer
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState


class UnsupportedAnswer(ShownAnswer):
    """Says so plainly; an answer that came with the record is shown and kept."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self._reason = self._value = ""

    def speak(self, texts: Texts) -> None:
        self._reason = texts.say("widgets.unsupported")
        self._show()

    def show_answer(self, state: QuestionState) -> None:
        self._value = state.value
        self._show()

    def _show(self) -> None:
        self.setText(f"{self._value}\n{self._reason}".strip())

"""Something to be confirmed by a tick."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState

DONE = "OK"
"""What a ticked trigger stores (ODK XForms)."""


class Acknowledgement(AnswerWidget, QCheckBox):
    """A ticked box is the answer ``OK``."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.toggled.connect(lambda ticked: self.answered.emit(DONE if ticked else ""))

    def speak(self, texts: Texts) -> None:
        self.setText(texts.say("widgets.acknowledged"))

    def show_answer(self, state: QuestionState) -> None:
        with QSignalBlocker(self):
            self.setChecked(state.value == DONE)

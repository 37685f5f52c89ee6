"""A dozen choices in a drop-down list, one of which may be taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from abhaya.gui.widgets.answer_widget import AnswerWidget, fit_half_a_card
from abhaya.texts import Texts
from abhaya_forms.engine import Choice, Question, QuestionState


class SelectOneCombo(AnswerWidget, QComboBox):
    """The first line of the list takes no choice; so does Delete."""

    answered = Signal(str)
    settled = Signal()
    short = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self.addItem("", "")
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._on_activated)

    def speak(self, texts: Texts) -> None:
        self.setItemText(0, texts.say("widgets.select"))

    def show_answer(self, state: QuestionState) -> None:
        self._offer(state.choices)
        value = state.value or state.as_typed
        position = self.findData(value)
        if position < 0:  # an answer from a list that has since become shorter stays readable
            self.addItem(state.display or value, value)
            position = self.count() - 1
        if position != self.currentIndex():
            self.setCurrentIndex(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setCurrentIndex(0)
            self.answered.emit("")
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # turning the wheel scrolls the page, it never changes an answer

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        if choices == self._choices and self.count() == len(choices) + 1:
            return
        while self.count() > 1:
            self.removeItem(1)
        for choice in choices:
            self.addItem(choice.label, choice.value)
        self._choices = choices
        self.short = fit_half_a_card(choices)

    def _on_activated(self, position: int) -> None:
        self.answered.emit(self.itemData(position))

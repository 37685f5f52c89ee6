"""Choices to be put in order."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from abhaya.gui.icons import icon
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState


class _OrderList(QListWidget):
    """A list view would take Alt+Up and Alt+Down for moving the mark."""

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        vertical = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        if vertical and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class RankList(AnswerWidget, QWidget):
    """Buttons or Alt+Up and Alt+Down move the chosen line; an untouched order is no answer."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._order: list[str] = []
        self.list = _OrderList(self)
        self.list.moved.connect(self._move)
        self.list.setObjectName("choices")
        self.up = QPushButton(icon("arrow-up"), "", self)
        self.down = QPushButton(icon("arrow-down"), "", self)
        self.accept = QPushButton(icon("check"), "", self)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.accept.clicked.connect(self._say)
        buttons = QVBoxLayout()
        for button in (self.up, self.down, self.accept):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    def speak(self, texts: Texts) -> None:
        self.up.setText(texts.say("widgets.rank.up"))
        self.down.setText(texts.say("widgets.rank.down"))
        self.accept.setText(texts.say("widgets.rank.accept"))

    def show_answer(self, state: QuestionState) -> None:
        labels = {choice.value: choice.label for choice in state.choices}
        ranked = [value for value in state.value.split() if value in labels]
        self._order = ranked + [value for value in labels if value not in ranked]
        row = max(self.list.currentRow(), 0)
        self.list.clear()
        for place, value in enumerate(self._order, 1):
            self.list.addItem(f"{place}. {labels[value]}" if ranked else labels[value])
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setFixedHeight((len(labels) + 1) * (self.fontMetrics().lineSpacing() + 10))

    def focus_target(self) -> QWidget:
        return self.list

    def stops(self) -> list[QWidget]:
        return [self.list, self.up, self.down, self.accept]

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        if not 0 <= row + step < len(self._order):
            return
        self._order[row], self._order[row + step] = self._order[row + step], self._order[row]
        self.list.setCurrentRow(row + step)
        self._say()

    def _say(self) -> None:
        self.answered.emit(" ".join(self._order))

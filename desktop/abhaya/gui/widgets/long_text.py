"""Text of any length that grows with what is written."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.typed_answer import TypedAnswer
from abhaya_forms.engine import Question, QuestionState

_LINES = (3, 14)
"""Least and most lines shown; beyond that the text scrolls inside."""

_PAUSE = 150  # milliseconds without a key before the words go to the entry


class LongText(TypedAnswer, QPlainTextEdit):
    """Tab moves on, Ctrl+Tab writes a tab."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        keep_private(self)
        self.setTabChangesFocus(True)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.hand_over)
        self.textChanged.connect(self._on_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self._on_grown()

    def show_answer(self, state: QuestionState) -> None:
        if self.typing or state.value == self.toPlainText():
            return
        with QSignalBlocker(self):
            if self.document().isUndoAvailable():
                cursor = self.textCursor()
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(state.value)  # unlike setPlainText, this can be undone
            else:
                self.setPlainText(state.value)

    def hand_over(self) -> None:
        self._pause.stop()
        self.answered.emit(self.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Tab and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.insertPlainText("\t")
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        self.typing = True
        self._pause.start()

    def _on_grown(self) -> None:
        lines = round(self.document().size().height())  # a QPlainTextDocumentLayout counts lines
        shown = min(max(lines, _LINES[0]), _LINES[1])
        height = shown * self.fontMetrics().lineSpacing() + 20
        if height != self.minimumHeight():
            self.setFixedHeight(height)

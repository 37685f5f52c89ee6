"""A line of text, and the base of everything else typed into one line."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.typed_answer import TypedAnswer
from abhaya_forms.engine import Question, QuestionState


class TextLine(TypedAnswer, QLineEdit):
    """Subclasses say by ``read`` and ``write`` how the typed text and the XForms text form relate."""

    answered = Signal(str)
    settled = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self.question = question
        keep_private(self)
        self.textEdited.connect(self._on_edited)

    def read(self, text: str) -> str:
        """Return the XForms text form of typed ``text``; what cannot be read is kept as it stands."""
        return text

    def write(self, value: str) -> str:
        """Return how a person reads ``value``."""
        return value

    def show_answer(self, state: QuestionState) -> None:
        if self.typing:
            return
        shown = self.write(state.value) or state.as_typed
        if shown != self.text():
            self._replace(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _on_edited(self, text: str) -> None:
        self.typing = True
        self.answered.emit(self.read(text))

    def _replace(self, text: str) -> None:
        with QSignalBlocker(self):
            if self.isModified():
                self.selectAll()
                self.insert(text)  # unlike setText, this can be undone
            else:
                self.setText(text)
        self.setCursorPosition(len(text) if self.hasFocus() else 0)

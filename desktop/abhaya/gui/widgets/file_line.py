"""A photo, scan, signature or other file that belongs to a question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from abhaya.gui.icons import icon
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState


class FileLine(AnswerWidget, QWidget):
    """The answer is the code of an attachment (``A-1``); a signature is made on the printed copy."""

    answered = Signal(str)
    settled = Signal()
    attach_requested = Signal()

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = "signature" if "signature" in question.appearances else "file"
        self._value = ""
        self.shown = QLabel(self)
        self.shown.setTextFormat(Qt.TextFormat.PlainText)
        self.shown.setWordWrap(True)
        self.attach = QPushButton(icon("paperclip"), "", self)
        self.attach.clicked.connect(self.attach_requested)
        self.detach = QPushButton(icon("x"), "", self)
        self.detach.clicked.connect(lambda: self.answered.emit(""))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.shown, 1)
        layout.addWidget(self.attach)
        layout.addWidget(self.detach)

    def speak(self, texts: Texts) -> None:
        self._none = texts.say(f"widgets.{self._kind}.none")
        self.attach.setText(texts.say(f"widgets.{self._kind}.attach"))
        self.detach.setText(texts.say("widgets.file.detach"))
        self._show()

    def show_answer(self, state: QuestionState) -> None:
        self._value = state.value
        self._show()

    def focus_target(self) -> QWidget:
        return self.attach

    def stops(self) -> list[QWidget]:
        return [self.attach, self.detach]

    def name_controls(self, name: str, description: str) -> None:
        self.attach.setAccessibleName(f"{self.attach.text()}: {name}")
        self.attach.setAccessibleDescription(description)
        self.detach.setAccessibleName(f"{self.detach.text()}: {name}")

    def mark_wrong(self, wrong: bool) -> None:
        """The problem stands below; there is no frame to colour."""

    def _show(self) -> None:
        self.shown.setText(self._value or self._none)
        self.detach.setVisible(bool(self._value))

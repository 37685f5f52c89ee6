"""Stands in the place of an answer that was not given, and says why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from abhaya.gui.icons import icon, picture
from abhaya.gui.widgets.text_line import TextLine
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState


class NonAnswerStrip(QFrame):
    """``explained`` carries the reason as it is typed; ``withdrawn`` means: take the non-answer back."""

    explained = Signal(str)
    withdrawn = Signal()

    def __init__(self, question: Question, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("non_answer")
        self._texts = texts
        mark = QLabel(self)
        mark.setPixmap(picture("minus", "muted", 16))
        self._kind = QLabel(self)
        self._kind.setObjectName("field")
        self.why = _WhyLine(question, self)
        self.why.setPlaceholderText(texts.say("form_view.why"))
        self.why.answered.connect(self.explained)
        self.undo = QPushButton(icon("undo-2"), texts.say("form_view.undo"), self)
        self.undo.clicked.connect(self.withdrawn)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(mark)
        layout.addWidget(self._kind)
        layout.addWidget(self.why, 1)
        layout.addWidget(self.undo)

    def show_reason(self, state: QuestionState, *, read_only: bool) -> None:
        """Show which non-answer stands and why."""
        kind = self._texts.say(f"form_view.{state.non_answer}")
        self._kind.setText(kind)
        self.why.show_answer(state)
        self.why.setReadOnly(read_only)
        self.undo.setVisible(not read_only)
        self.why.setAccessibleName(f"{state.label}: {kind}. {self._texts.say('form_view.why')}")
        self.undo.setAccessibleName(f"{self.undo.text()}: {state.label}")

    def focus_target(self) -> QWidget:
        """Where the focus goes when the strip appears."""
        return self.why


class _WhyLine(TextLine):
    def show_answer(self, state: QuestionState) -> None:
        if not self.typing and state.non_answer_why != self.text():
            self._replace(state.non_answer_why)

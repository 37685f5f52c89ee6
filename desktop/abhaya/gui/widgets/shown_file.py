"""A file or signature that answers a question, to be read and opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from abhaya.cases.media_type import kind_of
from abhaya.cases.signature import Signing, signature_of
from abhaya.gui.shown import kind_shown
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.flow_layout import FlowLayout
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState

if TYPE_CHECKING:
    from abhaya.workflows.open_case import AttachmentLine


class ShownFile(AnswerWidget, QWidget):
    """The answer is the code of an attachment (``A-1``), or says how somebody signed on paper or refused.

    ``look_up`` finds an attachment by its code; ``open_requested`` carries the code of one to be looked at.
    """

    answered = Signal(str)
    settled = Signal()
    open_requested = Signal(str)
    answerable = False

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._signs = question.signs
        self.look_up: Callable[[str], AttachmentLine | None] = lambda _code: None
        self._texts, self._value = Texts(), ""
        self.shown = label(self, "shown_answer", wrap=True)
        self.open = button(self, "plain", lambda: self.open_requested.emit(self._value), picture="eye")
        self._buttons = [self.open]
        self._row = FlowLayout()
        self._row.addWidget(self.open)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.shown)
        self._column.addLayout(self._row)

    def speak(self, texts: Texts) -> None:
        self._texts = texts
        self.open.setText(texts.say("case_page.attachments.look"))
        self._show()

    def show_answer(self, state: QuestionState) -> None:
        if state.value != self._value:
            self._value = state.value
            self._show()

    def stops(self) -> list[QWidget]:
        return [self, *self._buttons]

    def name_controls(self, name: str, description: str) -> None:
        self.setAccessibleName(f"{name}: {self.shown.text()}")
        self.setAccessibleDescription(description)
        for control in self._buttons:
            control.setAccessibleName(f"{control.text()}: {name}")
            control.setAccessibleDescription(description)

    def mark_wrong(self, wrong: bool) -> None:
        """The problem stands below; there is no frame to colour."""

    def _show(self) -> None:
        line = self.look_up(self._value) if self._value else None
        self.shown.setText(self._words(line))
        self.open.setVisible(line is not None and kind_of(line.attachment.media_type) in ("image", "pdf"))

    def _words(self, line: AttachmentLine | None) -> str:
        say, signature = self._texts.say, signature_of(self._value) if self._signs else None
        if signature and signature.signing is not Signing.DRAWN:
            words = say(f"widgets.signature.{signature.signing.name.casefold()}")
            return f"{words}: {signature.why}" if signature.why else words
        if line is None:
            return f"{self._value}\n{say('widgets.file.unknown')}" if self._value else self._none()
        name = f"{self._value}  {line.label.caption}".strip()
        return f"{name}\n{kind_shown(line.attachment, self._texts)}"

    def _none(self) -> str:
        return "—"

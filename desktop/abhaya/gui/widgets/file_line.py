"""A photo, paper, sound or film that a question asks for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.shown_file import ShownFile
from abhaya.texts import Texts
from abhaya_forms.engine import Question, QuestionState


class FileLine(ShownFile):
    """``attach_requested`` asks for a file; what is taken out of the question stays with the case."""

    attach_requested = Signal()
    answerable = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self._left = ""
        self._kind = "signature" if self._signs else "file"
        self.attach = button(
            self, "plain", self.attach_requested.emit, picture="pencil" if self._signs else "paperclip"
        )
        self.detach = button(self, "plain", self._on_detach, picture="x")
        for control in (self.attach, self.detach):
            self._buttons.append(control)
            self._row.addWidget(control)

    def speak(self, texts: Texts) -> None:
        self.detach.setText(texts.say("widgets.file.detach"))
        super().speak(texts)

    def show_answer(self, state: QuestionState) -> None:
        if self._value and state.value != self._value:
            self._left = self._value if self.look_up(self._value) else ""
        super().show_answer(state)

    def focus_target(self) -> QWidget:
        return self.attach

    def stops(self) -> list[QWidget]:
        return [*self._buttons]

    def _show(self) -> None:
        super()._show()
        verb = "another" if self.holds_file else "attach"
        self.attach.setText(self._texts.say(f"widgets.{self._kind}.{verb}"))
        self.detach.setVisible(self.holds_file)

    @property
    def holds_file(self) -> bool:
        """Whether a file is the answer."""
        return bool(self._value)

    def _none(self) -> str:
        say = self._texts.say
        return say("widgets.file.left", code=self._left) if self._left else say(f"widgets.{self._kind}.none")

    def _on_detach(self) -> None:
        self.attach.setFocus()
        self.answered.emit("")

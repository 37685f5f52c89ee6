"""How somebody signs: drawn here, on the printed copy, with a thumb there, or not at all."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from abhaya.cases.signature import Signature, Signing, signature_of
from abhaya.gui.widgets.file_line import FileLine
from abhaya.gui.widgets.select_one_buttons import SelectOneButtons
from abhaya.gui.widgets.text_line import TextLine
from abhaya.texts import Texts
from abhaya_forms.engine import Choice, Question, QuestionState

_OFFERED = (Signing.ON_PAPER, Signing.LEFT_THUMB, Signing.RIGHT_THUMB, Signing.REFUSED)


class SignatureLine(FileLine):
    """``attach_requested`` asks for a drawing; nobody's signature is ever drawn for them."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        self._signature: Signature | None = None
        super().__init__(question, parent)
        self._choices: tuple[Choice, ...] = ()
        self.ways = SelectOneButtons(question, self)
        self.ways.answered.connect(self._on_way)
        self.why = TextLine(question, self)
        self.why.answered.connect(lambda why: self.answered.emit(Signature(Signing.REFUSED, why=why).answer))
        self.why.settled.connect(self.settled)
        self._column.addWidget(self.ways)
        self._column.addWidget(self.why)

    def speak(self, texts: Texts) -> None:
        named = {way: texts.say(f"widgets.signature.{way.name.casefold()}") for way in _OFFERED}
        self._choices = tuple(Choice(way.value, words) for way, words in named.items())
        self.why.setPlaceholderText(texts.say("widgets.signature.why"))
        super().speak(texts)

    def show_answer(self, state: QuestionState) -> None:
        self._signature = signature_of(state.value)
        super().show_answer(state)
        signing = self._signature.signing if self._signature else ""
        self.ways.show_answer(replace(state, value=str(signing), choices=self._choices))
        self.why.setVisible(signing == Signing.REFUSED)
        self.why.show_answer(replace(state, value=self._signature.why if self._signature else ""))

    @property
    def holds_file(self) -> bool:
        return self._signature is not None and self._signature.signing is Signing.DRAWN

    def finish(self) -> None:
        self.why.finish()

    def stops(self) -> list[QWidget]:
        return [*super().stops(), *self.ways.stops(), self.why]

    def name_controls(self, name: str, description: str) -> None:
        super().name_controls(name, description)
        self.ways.name_controls(name, description)
        self.why.setAccessibleName(f"{name}: {self.why.placeholderText()}")

    def _show(self) -> None:
        super()._show()
        self.shown.setVisible(self.holds_file or bool(self._left))

    def _on_way(self, way: str) -> None:
        self.answered.emit(Signature(Signing(way)).answer if way else "")

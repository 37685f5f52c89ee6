"""Whole and decimal numbers, and texts made of digits."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.digits import latin_digits
from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.written_number import number_from
from abhaya_forms.engine import Question


class NumberLine(TextLine):
    """Takes Devanagari and Latin digits; what is no number stays visible, with its problem below."""

    short = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)

    def read(self, text: str) -> str:
        return number_from(text)


class DigitLine(NumberLine):
    """A phone, document or account number: digits become Latin, signs and leading zeros stay."""

    def read(self, text: str) -> str:
        return latin_digits(text)

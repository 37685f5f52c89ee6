"""What the form asks of every widget that takes an answer."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from abhaya.gui.widgets.wrong_mark import mark_wrong
from abhaya_forms.engine import Choice, QuestionState

_LONGEST_IN_HALF = 34  # letters beside the arrow of a list, at 1366 pixels

if TYPE_CHECKING:
    from abhaya.texts import Texts

    _Mixed = QWidget
else:
    _Mixed = object


class AnswerWidget(_Mixed):
    """Mixed into a Qt widget, which declares ``answered = Signal(str)`` and ``settled = Signal()``.

    ``answered`` carries the XForms text form at every change a person makes, never at one made by
    ``show_answer``; ``settled`` says that the person has finished typing.
    """

    answered: SignalInstance
    settled: SignalInstance

    short = False
    """Whether the widget needs no more than half the width of a card."""

    answerable = True
    """Whether a person can answer here."""

    typing = False
    """Whether words stand in the widget that the person may not have finished."""

    def show_answer(self, state: QuestionState) -> None:
        """Show what the entry holds; what the person is typing stays, and so does what Ctrl+Z can undo."""
        raise NotImplementedError

    def speak(self, texts: Texts) -> None:
        """Say the widget's own words in the interface language of ``texts``."""

    def told_beside(self) -> str:
        """The same answer said otherwise, such as a day in the other calendar; "" for nothing to tell."""
        return ""

    def finish(self) -> None:
        """Take what is half typed as the answer; called when focus leaves, on saving and before a lock."""

    def focus_target(self) -> QWidget:
        """The control that takes the focus, is named after the question and is framed red when wrong."""
        return self

    def stops(self) -> list[QWidget]:
        """The controls that Tab goes through, in order."""
        return [self]

    def name_controls(self, name: str, description: str) -> None:
        """Tell screen readers what is asked, with the hint or the problem as description."""
        target = self.focus_target()
        target.setAccessibleName(name)
        target.setAccessibleDescription(description)

    def mark_wrong(self, wrong: bool) -> None:
        """Frame the control red, or stop doing so."""
        mark_wrong(self.focus_target(), wrong)


def fit_half_a_card(choices: Iterable[Choice]) -> bool:
    """Say whether the label of every choice can be read in half the width of a card."""
    return all(len(choice.label) <= _LONGEST_IN_HALF for choice in choices)

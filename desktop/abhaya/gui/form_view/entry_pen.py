"""The one hand that writes into a form entry, and says what changed by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from abhaya.errors import AbhayaError
from abhaya.gui.form_view.origin_words import origin_words
from abhaya.texts import Texts
from abhaya.workflows.empty_rows import drop_empty_rows
from abhaya_forms.engine import Change, Choice, NonAnswer, QuestionState

if TYPE_CHECKING:
    from abhaya.workflows.choose_subject import PossibleSubject
    from abhaya.workflows.fill_form import Filling


@dataclass(frozen=True, slots=True)
class Wording:
    """What a question, group or row is called, in the language of the form and in a second one (or "")."""

    label: str
    second: str = ""

    @property
    def joined(self) -> str:
        """Both on one line."""
        return " / ".join(dict.fromkeys(filter(None, (self.label, self.second))))


class EntryPen(QObject):
    """``changed`` follows every edit; ``reworded`` a change of the languages shown."""

    changed = Signal(object)
    """Carries the Change."""

    settled = Signal(str)
    """Carries the path of a question whose words a person has finished typing; nothing changes by it."""

    reworded = Signal()

    def __init__(self, filling: Filling, *, second: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filling = filling
        self.entry = filling.entry
        self.read_only = filling.read_only
        self.second = second

    def speak(self, language: str, second: str) -> None:
        """Show the form in ``language`` and, below it, in ``second``; "" for one language alone."""
        if (language, second) != (self.entry.language, self.second):
            self.entry.language, self.second = language, second if second != language else ""
            self.reworded.emit()

    def answer(self, path: str, value: str) -> None:
        """Answer a question in XForms text form."""
        self._tell(self.entry.set_answer(path, value))

    def leave_unanswered(self, path: str, kind: NonAnswer | None, why: str = "") -> None:
        """State why there is no answer, or withdraw that with None."""
        self._tell(self.entry.set_non_answer(path, kind, why))

    def add_row(self, repeat: str) -> str:
        """Add a row to a repeat; returns its path."""
        path = self.entry.add_repeat(repeat)
        self._tell(Change(frozenset({repeat}), structure=True))
        return path

    def remove_row(self, row: str) -> None:
        """Remove a row with all its answers."""
        self._tell(self.entry.remove_repeat(row))

    def possible_people(self, register: str) -> tuple[PossibleSubject, ...]:
        """Whom of the case a row of the register can be about."""
        return self._filling.possible_people(register)

    def name_person(self, row: str, code: str) -> None:
        """Let a row of a register be about somebody of the case."""
        self._tell(self._filling.known.name_person(row, code))

    def drop_empty_rows(self) -> None:
        """Take away the rows in which nobody wrote anything, where the form lets a table be empty."""
        self._tell(drop_empty_rows(self.entry))

    def wording(self, path: str) -> Wording:
        """The label of anything in the form, in the languages shown."""
        label = self.entry.label(path)
        with self._in_second() as second:
            return Wording(label, self.entry.label(path) if second else "")

    def state(self, path: str) -> tuple[QuestionState, str]:
        """What is to be shown of a question, its choices named in both languages, and its second label."""
        state = self.entry.state(path)
        with self._in_second() as second:
            if not second:
                return state, ""
            other = self.entry.state(path)
        return replace(state, choices=_both(state.choices, other.choices)), other.label

    @contextmanager
    def _in_second(self) -> Iterator[str]:
        language = self.entry.language
        if self.second:
            self.entry.language = self.second
        try:
            yield self.second
        finally:
            self.entry.language = language

    def origin_words(self, path: str, texts: Texts) -> str:
        """Where the answer was taken over from, "" when a person gave it here."""
        node = self.entry.node(path)
        origin = self._filling.known.origin(node.source) if node.source else None
        return origin_words(origin, texts, changed=bool(node.told)) if origin else ""

    def _tell(self, change: Change) -> None:
        with suppress(AbhayaError):  # what keeps a code from being given is told when the draft is saved
            filled = self._filling.fill_in()
            change = Change(change.paths | filled.paths, structure=change.structure or filled.structure)
        self.changed.emit(change)


def _both(choices: tuple[Choice, ...], others: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return tuple(
        c if c.label == o.label else Choice(c.value, f"{c.label} / {o.label}")
        for c, o in zip(choices, others, strict=True)
    )

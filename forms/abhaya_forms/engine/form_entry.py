"""A form being filled: the only live truth of its answers."""

from __future__ import annotations

import random as random_module
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from abhaya_forms.engine.entry_state import Change, Choice, NonAnswer, Problem, QuestionState, Section, Visit
from abhaya_forms.engine.form_definition import FormDefinition


class FormEntry:
    """Answers to one form, kept consistent after every edit.

    Paths are those of the instance with the position of each row: ``/data/person[2]/name``; ``[1]`` may be
    left out.  A path that leads nowhere raises KeyError.

    ``clock`` returns an aware time; its time zone is the one in which today() and dates are reckoned.
    ``language`` is one of ``definition.languages`` (default: the form's own default).  ``content`` is an
    earlier ``to_xml()`` to go on with.  ``random`` feeds uuid(), random() and unseeded randomize().
    ``properties`` answer jr:preload="property" (``{"username": …}``).
    """

    def __init__(
        self,
        definition: FormDefinition,
        *,
        clock: Callable[[], datetime],
        language: str | None = None,
        content: bytes | None = None,
        random: random_module.Random | None = None,
        properties: Mapping[str, str] = {},
    ) -> None:
        raise NotImplementedError

    definition: FormDefinition
    language: str
    """Language of labels, hints, choices and messages; setting it changes no value."""

    def set_answer(self, path: str, value: str) -> Change:
        """Answer a question; ``value`` in XForms text form (``2026-01-31``; ``a b`` for several choices).

        The answer is normalised (NFC; control characters but newline and tab and lone surrogates removed;
        Devanagari digits become Latin ones in int, decimal, date and time).  A non-answer is withdrawn.
        A value that breaks type or constraint is kept and reported by ``problems``.
        Raises PermissionError for a read-only question.
        """
        raise NotImplementedError

    def set_non_answer(self, path: str, kind: NonAnswer | None, why: str = "") -> Change:
        """State why a question has no answer (the answer is cleared), or withdraw that with None."""
        raise NotImplementedError

    def add_repeat(self, path: str) -> str:
        """Add a row at the end of a repeat (``/data/person`` or ``/data/person[2]/child``); its path."""
        raise NotImplementedError

    def remove_repeat(self, row_path: str) -> Change:
        """Remove a row and what was answered in it; later rows move up by one."""
        raise NotImplementedError

    def state(self, path: str) -> QuestionState:
        """All that is to be shown of one question."""
        raise NotImplementedError

    def label(self, path: str) -> str:
        """The label of a question, group, repeat or row, with the answers it quotes."""
        raise NotImplementedError

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices now on offer, filtered, in order; empty for a question without choices."""
        raise NotImplementedError

    def rows(self, repeat_path: str) -> tuple[str, ...]:
        """Paths of the rows of a repeat, in order."""
        raise NotImplementedError

    def visits(self, *, relevant_only: bool = False) -> Iterator[Visit]:
        """Walk the form in the order it asks, rows included."""
        raise NotImplementedError

    def sections(self) -> tuple[Section, ...]:
        """The pages: each top-level group or repeat is one, consecutive loose questions form one."""
        raise NotImplementedError

    def problems(self, *, to_seal: bool) -> tuple[Problem, ...]:
        """Every relevant answer that breaks a rule, in form order; ``to_seal`` adds required ones."""
        raise NotImplementedError

    def to_xml(self) -> bytes:
        """The whole content, hidden answers and non-answers included; ``content=`` takes it back."""
        raise NotImplementedError

    def answers(self) -> Iterator[tuple[str, str]]:
        """Path and value of every answer, relevant or not, in document order."""
        raise NotImplementedError

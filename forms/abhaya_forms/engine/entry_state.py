"""What a form entry tells about its questions: values to show, never live objects."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from abhaya_forms.engine.body import Element


class NonAnswer(StrEnum):
    """Why a question has no answer."""

    NOT_ASKED = "not_asked"
    DOES_NOT_KNOW = "does_not_know"
    DECLINED = "declined"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a select or rank: the stored value and its label in the entry's language."""

    value: str
    label: str


def displayed(value: str, choices: tuple[Choice, ...]) -> str:
    """What a person reads as ``value``: the labels of what was chosen, joined by ", "."""
    if not choices:
        return value
    labels = {choice.value: choice.label for choice in choices}
    return ", ".join(labels.get(chosen, chosen) for chosen in value.split())


@dataclass(frozen=True, slots=True)
class Problem:
    """A rule that an answer breaks.

    ``kind`` is ``required``, ``constraint`` or ``type``; ``message`` is the form's own sentence in the
    entry's language, ``""`` if the form gives none.
    """

    path: str
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class QuestionState:
    """All that a widget or a printed row shows of one question.

    ``value`` is the XForms text form; ``display`` is what a person reads (labels of the chosen choices joined
    by ", ", otherwise the value); ``problems`` are those of the answer as it stands, without ``required``;
    ``as_typed`` is text that does not fit the question and so is no value ("" if there is none).
    """

    path: str
    value: str
    display: str
    label: str
    hint: str
    guidance: str
    relevant: bool
    required: bool
    read_only: bool
    choices: tuple[Choice, ...]
    non_answer: NonAnswer | None
    non_answer_why: str
    problems: tuple[Problem, ...]
    as_typed: str = ""


@dataclass(frozen=True, slots=True)
class NodeState:
    """One node of the content, asked or not: a group's ``value`` is empty.

    ``free`` when it may be filled with what is known: shown, not calculated, neither answered nor left
    without an answer, and never filled or answered before.  ``written`` when a person wrote here, be it a
    reason for having no answer.  ``source`` is where the answer was taken from ("" when a person gave it),
    ``told`` when a person told it (ISO 8601), kept for questions that carry a fact: with a source, the answer
    is another one than was taken over.
    ``non_answer`` says why there is none, in ``why`` with words.
    """

    path: str
    relevant: bool
    value: str
    free: bool
    written: bool
    source: str
    told: str
    non_answer: NonAnswer | None
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit may have changed.

    ``paths`` are those whose state is to be read again; ``structure`` is True when rows came or went.
    """

    paths: frozenset[str]
    structure: bool


@dataclass(frozen=True, slots=True)
class Visit:
    """One stop on the walk through the form, ``kind`` being ``group``, ``repeat``, ``row`` or ``question``.

    ``path`` is the real path with row positions (a group bound to no node has that of its parent); ``depth``
    counts from 0; ``element`` of a row is its repeat.
    """

    kind: str
    path: str
    element: Element
    depth: int
    relevant: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One page of the form.

    ``key`` is stable for a definition; ``paths`` are the real paths of the top-level elements on the page;
    ``answered`` (non-answers count) of ``questions`` are those now relevant and answerable; ``problems``
    counts answers that break a rule, without ``required``; ``relevant`` is False when all of it is hidden.
    """

    key: str
    label: str
    paths: tuple[str, ...]
    answered: int
    questions: int
    problems: int
    relevant: bool

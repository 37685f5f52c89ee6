"""How much of the width the labels of a list of answers are given."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import category

from abhaya.export.blocks import AnswerRow, Words

_USUAL, _OTHER = 0.34, 0.55
"""Shares of the width; lists look alike as long as the other does not save much room."""

_MOST_LEFT = 0.78
"""Of the lines: a list that would keep more of them keeps the usual look."""

_LETTERS = 84
"""About how many letters fit on a line over the whole width."""


def label_share(rows: Sequence[AnswerRow]) -> float:
    """The share of the labels: more than usual where they are long and the answers short, as yes and no.

    Judged by the number of letters, which is known before any font is.
    """
    return _OTHER if _lines(rows, _OTHER) < _MOST_LEFT * _lines(rows, _USUAL) else _USUAL


def _lines(rows: Sequence[AnswerRow], share: float) -> int:
    return sum(max(_of(row.label, share), _of(row.answer, 1 - share)) for row in rows)


def _of(words: Words, share: float) -> int:
    lines = (line for phrase in words for line in phrase.text.split("\n"))
    return sum(-(-_letters(line) // int(_LETTERS * share)) for line in lines)


def _letters(text: str) -> int:
    """The characters that take room of their own: no vowel signs."""
    return sum(not category(character).startswith("M") for character in text)

"""What an item of the bundle says, before it has a look: a list of blocks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from abhaya.export.layout.figure import Picture


class Phrase(NamedTuple):
    """A text in one language (ISO 639)."""

    text: str
    language: str


Words = tuple[Phrase, ...]
"""The same text in the language of the item and, where that is not English, in English."""


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the item; first on its first page and in the outline."""

    words: Words
    bookmark: str


@dataclass(frozen=True, slots=True)
class Heading:
    """``level`` 2 for a section, 3 for what is in it; ``bookmark`` empty to stay out of the outline."""

    words: Words
    level: int
    bookmark: str = ""


class Tone(StrEnum):
    """How an answer or a paragraph is meant."""

    PLAIN = "plain"
    NON_ANSWER = "non_answer"
    FINGERPRINT = "fingerprint"
    STRONG = "strong"
    ASIDE = "aside"
    COURT = "court"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A label and what was answered."""

    label: Words
    answer: Words
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Particulars:
    """Short answers that run on one after the other, behind what they belong to, if that is said."""

    label: Words
    rows: tuple[AnswerRow, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Short columns; every row has as many cells as the head.

    ``widths`` share out the width of the page; without them the columns are as wide as their words need.
    ``blank_rows`` follow, to be filled in by hand.
    """

    head: tuple[Words, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...] = ()
    tone: Tone = Tone.PLAIN
    blank_rows: int = 0


@dataclass(frozen=True, slots=True)
class Narrative:
    """A long text under its label, its paragraphs numbered if there are several, or if that is wanted."""

    label: Words
    paragraphs: Words
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Parallel:
    """A text and its translation, paragraph beside paragraph, under their heads, the numbers' first."""

    heads: tuple[Words, Words, Words]
    paragraphs: tuple[tuple[Phrase, Phrase], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A paragraph of its own; ``leads`` keeps it with what follows."""

    words: Words
    tone: Tone = Tone.PLAIN
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Blanks:
    """Captions with a line to be filled in by hand, under a label that stays with them.

    ``thumb``: a box for a thumb impression stands beside them.
    """

    captions: Words
    columns: int = 2
    label: Words = ()
    thumb: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A question to be answered by hand: its label, small print below it, squares to tick, lines to write on.

    ``pattern`` stands below the lines; they go over the ``wide`` page where there is much to write.
    """

    label: Words
    aside: Words = ()
    ticks: Words = ()
    lines: int = 0
    pattern: Words = ()
    wide: bool = False


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents: the place of the item it leads to, its day, and the pages it stands on."""

    number: str
    title: Phrase
    day: Words
    pages: str
    item: int


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture with the words that stand for it; ``most_height`` in points."""

    picture: Picture
    alternative: Phrase
    most_height: float


Block = (
    Title
    | Heading
    | AnswerRow
    | Particulars
    | Table
    | Narrative
    | Parallel
    | Note
    | Blanks
    | Field
    | ContentsEntry
    | Illustration
)

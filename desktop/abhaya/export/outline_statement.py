"""A person's own words and their translation, each in its language: side by side while they are short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from abhaya.export.blocks import Block, Narrative, Parallel, Phrase, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import Question
from abhaya_forms.engine.answer_text import paragraphs
from abhaya_forms.tables import Term, terms

VERBATIM, TRANSLATION = "verbatim", "translation"

_LONGEST = 6000
"""Characters of both texts that still stand side by side."""


def translation_of(said: Node, following: Iterable[Node]) -> Node | None:
    """The translation among the questions of the same group that follow someone's own words."""
    marks = ((node, node.visit.element.marks.get("print")) for node in following)
    return next((node for node, mark in marks if mark == TRANSLATION), None) if is_verbatim(said) else None


def is_verbatim(node: Node) -> bool:
    """Whether a stop of the form is a question that takes down someone's own words."""
    element = node.visit.element
    return isinstance(element, Question) and element.marks.get("print") == VERBATIM


def statement(
    reading: EntryReading, words: PrintedWords, said: Node, translation: Node | None
) -> Iterator[Block]:
    """The words with numbered paragraphs; beside or below them, with the same numbers, their translation."""
    heading, paragraphs = _headed(reading, said), _paragraphs(reading, said)
    if translation is None or not reading.state(translation).value:
        yield Narrative(heading, paragraphs, numbered=True)
        return
    other_heading, other = _headed(reading, translation), _paragraphs(reading, translation)
    length = sum(len(phrase.text) for phrase in (*paragraphs, *other))
    if len(paragraphs) == len(other) and length <= _LONGEST:
        heads = words.words("export.manifest.number"), heading, other_heading
        yield Parallel(heads, tuple(zip(paragraphs, other, strict=True)))
        return
    yield Narrative(heading, paragraphs, numbered=True)
    yield Narrative(other_heading, other, numbered=True)


def _headed(reading: EntryReading, node: Node) -> Words:
    """The label with the language that the words are in."""
    label, spoken = reading.numbered(node, reading.label(node)), _spoken(reading, node)
    if spoken is None:
        return label
    return tuple(
        phrase._replace(text=f"{phrase.text} ({spoken.labels[phrase.language]})") for phrase in label
    )


def _paragraphs(reading: EntryReading, node: Node) -> tuple[Phrase, ...]:
    spoken = _spoken(reading, node)
    language = spoken.more.get("tag", "") if spoken else ""
    lines = paragraphs(reading.state(node).value)
    return tuple(Phrase(line, language or reading.language) for line in lines)


def _spoken(reading: EntryReading, node: Node) -> Term | None:
    """The language that the form says the words are in: the answer to the question its mark names."""
    name = node.visit.element.marks.get("language", "")
    code = reading.answer_named(name) if name else ""
    return next((term for term in terms("languages_spoken") if term.name == code), None)

"""The case and unit at the head of a record: printed as close as possible, since every record has them."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya.export.blocks import AnswerRow, Particulars, Words
from abhaya.export.charges import cited
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.outline_answers import answer, is_narrative, is_open, open_row
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import Control, Question

_NUMBER, _SECTIONS = "case.number", "case.sections"


def is_header(reading: EntryReading, section: Node) -> bool:
    """Whether a section tells whose case it is, and holds nothing but questions with short answers."""
    facts = {node.visit.element.marks.get("carry") for node in section.below}
    kinds = {node.visit.kind for part in section.below for node in (part, *part.below)}
    return (
        _NUMBER in facts
        and kinds <= {"question", "group"}
        and all(_is_short(reading, node) for node in section.questions())
    )


def _is_short(reading: EntryReading, node: Node) -> bool:
    question = node.visit.element
    assert isinstance(question, Question)
    asked = question.control not in (Control.NOTE, Control.UPLOAD)
    return asked and not is_narrative(question, reading.state(node))


def header(reading: EntryReading, words: PrintedWords, section: Node) -> Iterator[Particulars]:
    """The answers of the section, then those of each group in it; what was not answered in one line."""
    asked = [node for node in section.below if node.visit.kind == "question"]
    groups = [(node, list(node.questions())) for node in section.below if node.visit.kind == "group"]
    for group, nodes in ((section, asked), *groups):
        rows = tuple(_rows(reading, words, nodes))
        if rows:
            yield Particulars(reading.numbered(group, reading.label(group)), rows)


def _rows(reading: EntryReading, words: PrintedWords, nodes: list[Node]) -> Iterator[AnswerRow]:
    for node in nodes:
        if reading.state(node).value or reading.state(node).non_answer:
            yield AnswerRow(reading.label(node), _answer(reading, words, node))
    if left_open := [node for node in nodes if is_open(reading, node)]:
        yield open_row(reading, words, left_open)


def _answer(reading: EntryReading, words: PrintedWords, node: Node) -> Words:
    """The answer; sections as they are cited on the cover."""
    known = ""
    if node.visit.element.marks.get("carry") == _SECTIONS:
        known = cited(reading.state(node).value)
    return words.value(known) if known else answer(reading, words, node)

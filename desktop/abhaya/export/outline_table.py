"""The rows of a repeat as a table, if they are short enough to be read in one."""

from __future__ import annotations

from abhaya.export.blocks import Table, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.outline_answers import answer, is_open, not_answered
from abhaya.export.outline_statement import TRANSLATION, VERBATIM
from abhaya.export.printed_words import PrintedWords
from abhaya_forms.engine import Control, Question, Repeat, walk

_MOST_COLUMNS, _MOST_COLUMNS_WANTED = 5, 6
"""Columns of a table: by itself, and where the form's author asks for one."""

_LONGEST_ANSWER = 120


def table(reading: EntryReading, words: PrintedWords, repeat: Node, rows: list[Node]) -> Table | None:
    """The table of a repeat's rows; None if they hold groups, signatures, long answers or many columns."""
    element = repeat.visit.element
    assert isinstance(element, Repeat)
    below = [node for row in rows for node in row.below]
    if not all(_fits(reading, node) for node in below):
        return None
    asked = {
        node.visit.element.name: reading.numbered(
            node, reading.label(node) or words.value(node.visit.element.name)
        )
        for node in below
        if not _is_note(node)
    }
    columns = [part.name for part in walk(element.children) if part.name in asked]
    most = _MOST_COLUMNS_WANTED if element.marks.get("print") == "table" else _MOST_COLUMNS
    if not 0 < len(columns) <= most:
        return None
    body = []
    for row in rows:
        cells = {node.visit.element.name: _cell(reading, words, node) for node in row.below}
        body.append(tuple(cells.get(name) or words.value("–") for name in columns))
    return Table(tuple(asked[name] for name in columns), tuple(body))


def _cell(reading: EntryReading, words: PrintedWords, node: Node) -> Words:
    """The answer; that there is none is said once, the columns being narrow."""
    return not_answered(words)[:1] if is_open(reading, node) else answer(reading, words, node)


def _fits(reading: EntryReading, node: Node) -> bool:
    element = node.visit.element
    mark = element.marks.get("print", "")
    if not isinstance(element, Question) or element.signs:
        return False
    if (_is_note(node) and mark) or mark in (VERBATIM, TRANSLATION):
        return False
    return max(map(len, (phrase.text for phrase in reading.display(node))), default=0) <= _LONGEST_ANSWER


def _is_note(node: Node) -> bool:
    element = node.visit.element
    return isinstance(element, Question) and element.control is Control.NOTE

"""A filled form as blocks: what was asked, what was answered, and what was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count

from abhaya.export.blocks import AnswerRow, Blanks, Block, Heading, Narrative, Note, Phrase, Tone, Words
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.outline_answers import answer, asked, is_narrative, is_open, open_row
from abhaya.export.outline_files import signature_block
from abhaya.export.outline_header import header, is_header
from abhaya.export.outline_statement import is_verbatim, statement, translation_of
from abhaya.export.outline_table import table
from abhaya.export.printed_words import PrintedWords
from abhaya.export.signature_lines import SIGNATURE_LINES, SIGNED
from abhaya_forms.engine import Control, FormEntry, Question
from abhaya_forms.engine.answer_text import paragraphs

_SECTION, _DEEPEST_HEADING, _DEEPEST_BOOKMARK = 2, 4, 3


def outline(entry: FormEntry, language: str, annexures: Mapping[str, str] | None = None) -> tuple[Block, ...]:
    """Print a form entry: sections, answers in ``language`` with English beside, repeats, signatures.

    Questions that are not relevant are left out; a relevant one without an answer says so, and a non-answer
    says which and why.  Headings and bookmarks carry codes: a label that quotes an identity gives way to a
    number.  Form authors steer with ``abhaya:print``: ``table`` on a repeat, ``narrative``,
    ``verbatim`` and ``translation`` on a text, ``signature``, ``signature_person`` and ``note`` on a
    note, which is otherwise not printed.  ``annexures`` are those printed with the record: code to SHA-256.
    """
    return tuple(_Outline(EntryReading(entry, language, annexures)).blocks())


class _Outline:
    def __init__(self, reading: EntryReading) -> None:
        self._reading = reading
        self._words = PrintedWords(reading.language)
        self._identities = reading.identities()
        self._numbers = count(1)

    def blocks(self) -> Iterator[Block]:
        yield from self._part(self._reading.tree, _SECTION)

    def _part(self, nodes: list[Node], level: int) -> Iterator[Block]:
        """The stops of a section or row; then in one line what nobody answered; signatures come after it."""
        body, closing = _before_the_signatures(self._reading, nodes)
        blocks = list(self._nodes(body, level))
        if left_open := list(self._left_open(nodes, level)):
            place = _after_the_answers(blocks, body)
            blocks.insert(place, open_row(self._reading, self._words, left_open))
        yield from blocks
        yield from self._nodes(closing, level)

    def _left_open(self, nodes: list[Node], level: int) -> Iterator[Node]:
        """The questions that nobody answered, of the groups in a section or row too."""
        for node in nodes:
            if node.visit.kind == "question":
                if is_open(self._reading, node):
                    yield node
            elif node.visit.kind == "group" and level > _SECTION:
                yield from self._left_open(node.below, level)

    def _nodes(self, nodes: list[Node], level: int) -> Iterator[Block]:
        """Stops that follow each other: a translation stands with the words it translates."""
        told: Node | None = None
        for place, node in enumerate(nodes):
            if is_verbatim(node) and self._reading.state(node).value:
                told = translation_of(node, nodes[place + 1 :])
                yield from statement(self._reading, self._words, node, told)
            elif node is not told or not self._reading.state(node).value:
                yield from self._node(node, level)

    def _node(self, node: Node, level: int) -> Iterator[Block]:
        element = node.visit.element
        if isinstance(element, Question):
            yield from self._question(node, element)
        elif node.visit.kind == "repeat":
            yield from self._repeat(node, level)
        else:
            yield from self._group(node, level)

    def _group(self, node: Node, level: int) -> Iterator[Block]:
        if is_header(self._reading, node):
            yield from header(self._reading, self._words, node)
            return
        label = self._reading.label(node)
        heading = [self._heading(node, label, level)] if label else []
        part = self._part if level == _SECTION else self._nodes
        inside = list(part(node.below, level + len(heading)))
        if inside:
            yield from (*heading, *inside)

    def _repeat(self, node: Node, level: int) -> Iterator[Block]:
        label = self._reading.label(node) or self._words.value(node.visit.element.name)
        rows = [row for row in node.below if self._is_filled(row)]
        if not rows:
            none = self._words.words("export.answer.no_rows")
            yield AnswerRow(self._reading.numbered(node, label), none, Tone.NON_ANSWER)
        elif rows_as_table := table(self._reading, self._words, node, rows):
            yield self._heading(node, label, level)
            yield rows_as_table
        else:
            for number, row in enumerate(rows, start=1):
                yield self._row_heading(row, label, number, level)
                yield from self._part(row.below, level + 1)

    def _heading(self, node: Node, label: Words, level: int) -> Heading:
        number = next(self._numbers)
        if any(name in phrase.text.casefold() for phrase in label for name in self._identities):
            label = self._words.words("export.record.section", number=number)
        else:
            label = self._reading.numbered(node, label)
        return Heading(
            label, min(level, _DEEPEST_HEADING), label[0].text if level <= _DEEPEST_BOOKMARK else ""
        )

    def _row_heading(self, row: Node, label: Words, number: int, level: int) -> Heading:
        """The heading of a row: the person's code if it has one, else its number."""
        codes = (
            self._reading.state(q).value for q in row.questions() if q.visit.element.name == "person_code"
        )
        mark = next((code for code in codes if code), number)
        return self._heading(
            row, tuple(Phrase(f"{said.text} {mark}", said.language) for said in label), level
        )

    def _is_filled(self, row: Node) -> bool:
        """False of a row in which nobody has answered anything."""
        states = [self._reading.state(question) for question in row.questions()]
        return any(state.non_answer or (state.value and not state.read_only) for state in states)

    def _question(self, node: Node, question: Question) -> Iterator[Block]:
        label = asked(self._reading, self._words, node)
        state = self._reading.state(node)
        if question.control is Control.NOTE:
            yield from self._note(label, question)
            return
        label = self._reading.numbered(node, label)
        if is_narrative(question, state):
            parts = tuple(Phrase(part, self._reading.language) for part in paragraphs(state.value))
            yield Narrative(label, parts)
        elif question.signs and state.value:
            yield signature_block(self._reading, self._words, node, label)
        elif state.value or state.non_answer:
            tone = Tone.NON_ANSWER if state.non_answer else Tone.PLAIN
            yield AnswerRow(label, answer(self._reading, self._words, node), tone)

    def _note(self, label: Words, question: Question) -> Iterator[Block]:
        mark = question.marks.get("print", "")
        if lines := SIGNATURE_LINES.get(mark):
            lines = SIGNED if self._reading.quotes(question) else lines
            captions = tuple(self._words.phrase(f"export.signature.{name}") for name in lines)
            yield Blanks(captions, label=label)
        elif mark == "note":
            yield Note(label)


def _before_the_signatures(reading: EntryReading, nodes: list[Node]) -> tuple[list[Node], list[Node]]:
    """The stops up to the last answer, and the signatures and notes that end them."""
    end = len(nodes)
    while end and _closes(reading, nodes[end - 1]):
        end -= 1
    return nodes[:end], nodes[end:]


def _after_the_answers(blocks: list[Block], body: list[Node]) -> int:
    """The end of the blocks, but before the signatures of a group that stands last; not of a row."""
    last, place = body[-1] if body else None, len(blocks)
    while last and last.visit.kind == "group" and last.below:
        last = last.below[-1]
    if last and last.visit.kind == "question":
        while place and isinstance(blocks[place - 1], Blanks):
            place -= 1
    return place


def _closes(reading: EntryReading, node: Node) -> bool:
    """Whether a stop holds signatures and notes, and otherwise nothing that anybody answered."""
    if node.visit.kind == "repeat":
        return False
    question = node.visit.element
    if not isinstance(question, Question):
        return all(_closes(reading, below) for below in node.below)
    state = reading.state(node)
    return question.control is Control.NOTE or question.signs or not (state.value or state.non_answer)

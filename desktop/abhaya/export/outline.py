"""A filled form as blocks: what was asked, what was answered, and what was not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from abhaya.export.blocks import (
    AnswerRow,
    Blanks,
    Block,
    Heading,
    Narrative,
    Note,
    Phrase,
    Table,
    Tone,
    Words,
)
from abhaya.export.entry_reading import EntryReading, Node
from abhaya.export.printed_words import PrintedWords, printed_answer
from abhaya_forms.engine import Control, FormEntry, Question

_MOST_COLUMNS = 5
_MOST_COLUMNS_ON_REQUEST = 6
_LONG_TEXT = 400
_LONG_IN_TABLE = 120
_DEEPEST_HEADING = 4


def outline(entry: FormEntry, language: str) -> tuple[Block, ...]:
    """Print a form entry: sections, answers in ``language`` with English beside, repeats, signatures.

    Questions that are not relevant are left out; a relevant one without an answer says so, and a non-answer
    says which and why.  Headings and bookmarks carry codes: a label that quotes an identity gives way to a
    number.  Form authors steer with ``abhaya:print``: ``table``, ``narrative``, ``signature``, ``note``.
    """
    return tuple(_Outline(EntryReading(entry, language)).blocks())


class _Outline:
    def __init__(self, reading: EntryReading) -> None:
        self._reading = reading
        self._words = PrintedWords(reading.language)
        self._identities = reading.identities()
        self._numbers = count(1)

    def blocks(self) -> Iterator[Block]:
        for node in self._reading.tree:
            yield from self._node(node, 2)

    def _node(self, node: Node, level: int) -> Iterator[Block]:
        element = node.visit.element
        if isinstance(element, Question):
            yield from self._question(node, element)
        elif node.visit.kind == "repeat":
            yield from self._repeat(node, level)
        else:
            yield from self._group(node, level)

    def _group(self, node: Node, level: int) -> Iterator[Block]:
        label = self._reading.label(node)
        inside = [block for below in node.below for block in self._node(below, level + 1 if label else level)]
        if inside and label:
            yield self._heading(label, level)
        yield from inside

    def _heading(self, label: Words, level: int) -> Heading:
        number = next(self._numbers)
        if any(name in phrase.text.casefold() for phrase in label for name in self._identities):
            label = self._words.words("export.record.section", number=number)
        return Heading(label, min(level, _DEEPEST_HEADING), label[0].text if level <= 3 else "")

    def _repeat(self, node: Node, level: int) -> Iterator[Block]:
        label = self._reading.label(node)
        rows = node.below
        if not rows:
            if label:
                yield AnswerRow(label, self._words.words("export.answer.no_rows"), Tone.NON_ANSWER)
            return
        columns = self._columns(node)
        if columns:
            if label:
                yield self._heading(label, level)
            yield self._table(rows, columns)
            return
        for number, row in enumerate(rows, start=1):
            yield self._row_heading(row, label, number, level)
            for below in row.below:
                yield from self._node(below, level + 1)

    def _row_heading(self, row: Node, label: Words, number: int, level: int) -> Heading:
        """The heading of a row: the person's code if it has one, never a name."""
        codes = [q for q in row.questions() if q.visit.element.name == "person_code"]
        mark = next(
            (self._reading.state(q).value for q in codes if self._reading.state(q).value), str(number)
        )
        words = label or self._words.value("")
        said = tuple(
            Phrase(
                PrintedWords(p.language).say("export.answer.row", repeat=p.text, number=mark).strip(),
                p.language,
            )
            for p in words
        )
        return self._heading(said, level)

    def _columns(self, repeat: Node) -> list[str]:
        """Names of the columns if the rows fit into a table, else none."""
        assert not isinstance(repeat.visit.element, Question)
        asked = repeat.visit.element.marks.get("print") == "table"
        nodes = [node for row in repeat.below for node in row.below]
        if any(node.visit.kind != "question" for node in nodes):
            return []
        nodes = [node for node in nodes if _is_asked(node)]
        names = list(dict.fromkeys(node.visit.element.name for node in nodes))
        longest = max(
            (len(self._reading.display(n)[0].text) for n in nodes if self._reading.display(n)), default=0
        )
        fits = (
            len(names) <= (_MOST_COLUMNS_ON_REQUEST if asked else _MOST_COLUMNS) and longest <= _LONG_IN_TABLE
        )
        return names if fits else []

    def _table(self, rows: list[Node], columns: list[str]) -> Table:
        heads: dict[str, Words] = {}
        body = []
        for row in rows:
            cells = {node.visit.element.name: node for node in row.below}
            for name, node in cells.items():
                heads.setdefault(name, self._reading.label(node))
            body.append(tuple(self._cell(cells.get(name)) for name in columns))
        weights = tuple(
            max(6, min(24, *[max(len(cells[at][0].text) for cells in body)])) for at in range(len(columns))
        )
        return Table(tuple(heads[name] for name in columns), tuple(body), weights)

    def _cell(self, node: Node | None) -> Words:
        if node is None:
            return self._words.value("–")
        answer, _ = self._answer(node)
        return answer

    def _question(self, node: Node, question: Question) -> Iterator[Block]:
        label = self._reading.label(node) or self._words.value(question.name)
        mark = question.marks.get("print", "")
        if question.control is Control.NOTE and mark == "signature":
            yield Note(label, Tone.STRONG)
            yield Blanks(
                tuple(
                    self._words.phrase(f"export.signature.{name}")
                    for name in ("signature", "name", "rank", "date")
                )
            )
        elif question.control is Control.NOTE:
            if mark == "note":
                yield Note(label)
        elif _is_asked(node) or self._reading.state(node).value:
            yield self._answered(node, question, label)

    def _answered(self, node: Node, question: Question, label: Words) -> Block:
        state = self._reading.state(node)
        wanted = question.marks.get("print") == "narrative" or "multiline" in question.appearances
        text = question.control is Control.INPUT and question.data_type == "string"
        if text and state.value and (wanted or len(state.value) > _LONG_TEXT or "\n" in state.value):
            paragraphs = [part for part in state.value.split("\n") if part.strip()]
            return Narrative(label, tuple(Phrase(part, self._reading.language) for part in paragraphs))
        answer, tone = self._answer(node)
        return AnswerRow(label, answer, tone)

    def _answer(self, node: Node) -> tuple[Words, Tone]:
        state = self._reading.state(node)
        if state.non_answer is not None:
            return self._non_answer(state.non_answer, state.non_answer_why), Tone.NON_ANSWER
        if not state.value:
            return self._words.words("export.answer.none"), Tone.NON_ANSWER
        assert isinstance(node.visit.element, Question)
        shown = self._reading.display(node)
        data_type = node.visit.element.data_type
        return tuple(Phrase(printed_answer(p.text, data_type), p.language) for p in shown), Tone.PLAIN

    def _non_answer(self, kind: str, why: str) -> Words:
        words = self._words.words(f"export.non_answer.{kind}")
        if not why:
            return words
        said = self._words.phrase("export.non_answer.why", non_answer=words[0].text, why=why)
        return (said, *words[1:])


def _is_asked(node: Node) -> bool:
    """True of a question somebody can answer; false of a text to read and of an empty calculation."""
    element = node.visit.element
    return isinstance(element, Question) and element.control is not Control.NOTE

"""Gives blocks their look: flowables with their structure elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from abhaya.export.blocks import (
    AnswerRow,
    Blanks,
    Block,
    ContentsEntry,
    Field,
    Heading,
    Illustration,
    Narrative,
    Note,
    Parallel,
    Particulars,
    Phrase,
    Table,
    Title,
    Tone,
    Words,
)
from abhaya.export.layout.answer_columns import label_share
from abhaya.export.layout.blank_field import BlankField, MarkedText, RuledLine
from abhaya.export.layout.blank_lines import BlankLines
from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.contents_line import ContentsLine
from abhaya.export.layout.figure import Figure
from abhaya.export.layout.grid import Cell, Grid, Row
from abhaya.export.layout.paragraph import Opening, Paragraph, ParagraphLook
from abhaya.export.layout.run_on import Particular, RunOn, Saying
from abhaya.export.layout.structure import Element
from abhaya.export.layout.thumb_box import ThumbBox
from abhaya.export.typography.printable import Printer
from abhaya.export.typography.set_text import Passage
from abhaya.export.typography.text_style import StyleSheet, TextStyle

_LIST_INDENT, _NUMBER = 26.0, 36.0
_PITCH_TO_SIGN, _PITCH_TO_WRITE = 34.0, 25.0


class Composer:
    """Composes the blocks of one item; ``root`` is its section, ``width`` the text width in points.

    ``substituted`` counts the characters that were printed as their codes.
    """

    def __init__(self, styles: StyleSheet, printer: Printer, root: Element, width: float) -> None:
        self.substituted = 0
        self._styles = styles
        self._printer = printer
        self._root = root
        self._width = width
        tones = (
            styles.answer,
            styles.non_answer,
            styles.fingerprint,
            styles.label,
            styles.aside,
            styles.answer,
        )
        self._answer_styles = dict(zip(Tone, tones, strict=True))
        notes = styles.text, styles.non_answer, styles.fingerprint, styles.strong, styles.aside, styles.court
        self._note_styles = dict(zip(Tone, notes, strict=True))

    def compose(self, blocks: Iterable[Block]) -> Iterator[BlockFlowable]:
        """The flowables of the blocks in order; answer rows that follow each other share a grid."""
        for kind, group in groupby(blocks, key=type):
            if issubclass(kind, AnswerRow):
                yield self._answers(group)  # type: ignore[arg-type]
            elif issubclass(kind, ContentsEntry):
                yield from self._contents(group)  # type: ignore[arg-type]
            else:
                for block in group:
                    yield from self._one(block)

    def _one(self, block: Block) -> Iterator[BlockFlowable]:
        styles = self._styles
        match block:
            case Title(words, bookmark):
                yield from self._heading(words, styles.title, 1, bookmark, before=0, after=10)
            case Heading(words, level, bookmark):
                style, before = (styles.section, 18) if level == 2 else (styles.row_heading, 14)
                yield from self._heading(words, style, level, bookmark, before=before, after=5)
            case Note(words, tone, leads):
                look = ParagraphLook(before=4, after=8, keep_with_next=leads)
                yield from self._lines(words, self._note_styles[tone], look)
            case Narrative():
                yield from self._narrative(block)
            case Parallel():
                yield self._parallel(block)
            case Particulars():
                yield self._particulars(block)
            case Table():
                yield self._table(block)
            case Field():
                yield from self._field(block)
            case Blanks():
                yield from self._blanks(block)
            case Illustration(picture, alternative, most_height):
                element = Element("Figure", self._root, alternative=alternative.text)
                element.language = self._foreign(alternative)
                yield Figure(picture, element, most_height, after=8)

    def _heading(
        self, words: Words, style: TextStyle, level: int, bookmark: str, *, before: float, after: float
    ) -> Iterator[Paragraph]:
        look = ParagraphLook(before=before, after=after, keep_with_next=True)
        yield from self._lines(words, style, look, f"H{level}", Opening(bookmark=bookmark, level=level))

    def _lines(
        self,
        words: Words,
        style: TextStyle,
        look: ParagraphLook,
        tag: str = "P",
        opening: Opening | None = None,
    ) -> Iterator[Paragraph]:
        """The text in its style, and English beside it in small print."""
        if not words:
            return
        first, *others = words
        above = replace(look, after=1, keep_with_next=True) if others else look
        yield Paragraph(self._passage(first, style), self._element(tag, first), above, opening or Opening())
        for phrase in others:
            below = replace(look, before=0)
            yield Paragraph(self._passage(phrase, self._styles.aside), self._element("P", phrase), below)

    def _narrative(self, block: Narrative) -> Iterator[BlockFlowable]:
        look = ParagraphLook(before=8, after=4, keep_with_next=True)
        yield from self._lines(block.label, self._styles.strong, look)
        style = self._styles.narrative
        if len(block.paragraphs) == 1 and not block.numbered:
            yield from self._lines(block.paragraphs, style, ParagraphLook(after=8))
            return
        numbered = Element("L", self._root)
        for number, phrase in enumerate(block.paragraphs, start=1):
            item = Element("LI", numbered)
            opening = Opening(self._passage(Phrase(f"{number}.", "en"), style), Element("Lbl", item))
            body = Element("LBody", item, language=self._foreign(phrase))
            look = ParagraphLook(after=6, indent=_LIST_INDENT)
            yield Paragraph(self._passage(phrase, style), body, look, opening)

    def _parallel(self, block: Parallel) -> Grid:
        """A table of three columns: number, words, translation."""
        table = Element("Table", self._root)
        head = Element("TR", table)
        heads = [
            self._cell(words, Element("TH", head, scope="Column"), self._styles.cell_head)
            for words in block.heads
        ]
        rows = [Row(heads, head=True)]
        for count, phrases in enumerate(block.paragraphs, start=1):
            row = Element("TR", table)
            cells = [
                self._cell((Phrase(f"{count}.", "en"),), Element("TH", row, scope="Row"), self._styles.cell)
            ]
            cells += [self._cell((phrase,), Element("TD", row), self._styles.answer) for phrase in phrases]
            rows.append(Row(cells))
        side = (self._width - _NUMBER) / 2
        return Grid(rows, (_NUMBER, side, side), after=8)

    def _blanks(self, block: Blanks) -> Iterator[BlockFlowable]:
        look = ParagraphLook(before=8, after=2, keep_with_next=True)
        yield from self._lines(block.label, self._styles.strong, look)
        captions = tuple(
            (self._passage(p, self._styles.answer), self._element("P", p)) for p in block.captions
        )
        pitch = _PITCH_TO_SIGN if block.columns > 1 or block.thumb else _PITCH_TO_WRITE
        lines = BlankLines(captions, columns=block.columns, pitch=pitch, after=16)
        place = ThumbBox(lines, after=16) if block.thumb else lines
        place.signs = bool(block.label)
        yield place

    def _answers(self, block: Iterable[AnswerRow]) -> Grid:
        table = Element("Table", self._root)
        rows, answers = [], list(block)
        for answer in answers:
            row = Element("TR", table)
            label = self._cell(answer.label, Element("TH", row, scope="Row"), self._styles.label)
            value = self._cell(answer.answer, Element("TD", row), self._answer_styles[answer.tone])
            rows.append(Row([label, value]))
        share = self._width * label_share(answers)
        return Grid(rows, (share, self._width - share), after=8)

    def _particulars(self, block: Particulars) -> RunOn:
        items = Element("L", self._root)
        styles = self._styles
        said: list[Particular] = []
        if block.label:
            body = Element("LBody", Element("LI", items))
            said.append(Particular(self._sayings(block.label, body, styles.run_label), ()))
        for row in block.rows:
            item = Element("LI", items)
            style = styles.run_fingerprint if row.tone is Tone.FINGERPRINT else styles.run_answer
            label = self._sayings(row.label, Element("Lbl", item), styles.run_label)
            said.append(Particular(label, self._sayings(row.answer, Element("LBody", item), style)))
        return RunOn(said)

    def _sayings(self, words: Words, parent: Element, style: TextStyle) -> tuple[Saying, ...]:
        """The text in its style, and English after it in small print."""
        styles = [style, *[self._styles.run_aside] * (len(words) - 1)]
        spans = [Element("Span", parent, language=self._foreign(phrase)) for phrase in words]
        texts = map(self._passage, words, styles)
        return tuple(Saying(text, span) for text, span in zip(texts, spans, strict=True))

    def _table(self, block: Table) -> Grid:
        table = Element("Table", self._root)
        style = self._styles.fingerprint if block.tone is Tone.FINGERPRINT else self._styles.cell
        head = Element("TR", table)
        rows = [
            Row(
                [
                    self._cell(w, Element("TH", head, scope="Column"), self._styles.cell_head)
                    for w in block.head
                ],
                head=True,
            )
        ]
        for cells in block.rows:
            row = Element("TR", table)
            rows.append(Row([self._cell(words, Element("TD", row), style) for words in cells]))
        widths = [self._width * share / sum(block.widths) for share in block.widths]
        if not block.blank_rows:
            return Grid(rows, widths, after=8)
        rows += [self._blank_row(table, len(block.head)) for _ in range(block.blank_rows)]
        return Grid(rows, [self._width / len(block.head)] * len(block.head), after=8, boxed=True)

    def _blank_row(self, table: Element, columns: int) -> Row:
        row, nothing = Element("TR", table), (Phrase("", self._root.language),)
        cells = [self._cell(nothing, Element("TD", row), self._styles.cell) for _ in range(columns)]
        return Row(cells, least=_PITCH_TO_SIGN)

    def _field(self, block: Field) -> Iterator[BlockFlowable]:
        label = self._marked(block.label, self._styles.label)
        label += self._marked(block.aside, self._styles.aside)
        if not block.wide:
            ticks = self._marked(block.ticks, self._styles.answer)
            yield BlankField(label, ticks, block.lines, self._marked(block.pattern, self._styles.aside))
            return
        look = ParagraphLook(before=4, keep_with_next=True)
        for marked in label:
            yield Paragraph(marked.passage, marked.element, look)
        yield from (RuledLine(after=6 if place == 1 else 0) for place in range(block.lines, 0, -1))

    def _marked(self, words: Words, style: TextStyle) -> list[MarkedText]:
        return [MarkedText(self._passage(phrase, style), self._element("P", phrase)) for phrase in words]

    def _contents(self, entries: Iterable[ContentsEntry]) -> Iterator[BlockFlowable]:
        parent = Element("TOC", self._root)
        for entry in entries:
            texts = Phrase(entry.number, "en"), entry.title, Phrase(entry.pages, "en")
            number, title, page = (self._passage(text, self._styles.text) for text in texts)
            days = tuple(self._passage(day, self._styles.aside) for day in entry.day)
            yield ContentsLine(number, (title, *days), page, entry.item, parent)

    def _cell(self, words: Words, element: Element, style: TextStyle) -> Cell:
        if len(words) == 1 and words[0].language == self._root.language:
            return Cell((self._passage(words[0], style),), element)
        first, *others = words
        passages = (
            self._passage(first, style),
            *(self._passage(other, self._styles.aside) for other in others),
        )
        inner = tuple(Element("P", element, language=self._foreign(phrase)) for phrase in words)
        return Cell(passages, element, inner)

    def _element(self, tag: str, phrase: Phrase) -> Element:
        return Element(tag, self._root, language=self._foreign(phrase))

    def _foreign(self, phrase: Phrase) -> str:
        """The language of a phrase if it is not that of the item."""
        return "" if phrase.language == self._root.language else phrase.language

    def _passage(self, phrase: Phrase, style: TextStyle) -> Passage:
        text, substituted = self._printer.printable(phrase.text)
        self.substituted += substituted
        style.font.learn(text, phrase.language)
        return Passage(text, phrase.language, style)

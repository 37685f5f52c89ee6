"""Gives blocks their look: flowables with their structure elements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from abhaya.export.blocks import (
    AnswerRow,
    Blanks,
    Block,
    ContentsEntry,
    Heading,
    Illustration,
    Narrative,
    Note,
    Phrase,
    Table,
    Title,
    Tone,
    Words,
)
from abhaya.export.layout.blank_lines import BlankLines
from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.contents_line import ContentsLine
from abhaya.export.layout.figure import Figure
from abhaya.export.layout.grid import Cell, Grid, Row
from abhaya.export.layout.paragraph import Opening, Paragraph, ParagraphLook
from abhaya.export.layout.structure import Element
from abhaya.export.typography.printable import Printer
from abhaya.export.typography.set_text import Passage
from abhaya.export.typography.text_style import StyleSheet, TextStyle

_LABEL_SHARE = 0.34
_LIST_INDENT = 26.0


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
        match block:
            case Title():
                yield from self._title(block)
            case Heading():
                yield from self._heading(block)
            case Narrative():
                yield from self._narrative(block)
            case Table():
                yield self._table(block)
            case Note():
                first, *others = block.words
                style = self._note_styles[block.tone]
                yield from self._lines((first,), "P", style, ParagraphLook(after=2 if others else 8))
                yield from self._lines(tuple(others), "P", self._styles.aside, ParagraphLook(after=8))
            case Blanks():
                captions = tuple(
                    (self._passage(p, self._styles.answer), self._element("P", p)) for p in block.captions
                )
                yield BlankLines(captions, columns=block.columns, pitch=34, after=10)
            case Illustration():
                element = Element("Figure", self._root, alternative=block.alternative.text)
                element.language = self._foreign(block.alternative)
                yield Figure(block.picture, element, block.most_height, after=8)

    def _title(self, block: Title) -> Iterator[BlockFlowable]:
        first, *others = block.words
        look = ParagraphLook(after=2 if others else 10, keep_with_next=True)
        opening = Opening(bookmark=block.bookmark, level=1)
        yield Paragraph(self._passage(first, self._styles.title), self._element("H1", first), look, opening)
        yield from self._lines(
            tuple(others), "P", self._styles.aside, ParagraphLook(after=10, keep_with_next=True)
        )

    def _heading(self, block: Heading) -> Iterator[BlockFlowable]:
        first, *others = block.words
        style = self._styles.section if block.level == 2 else self._styles.row_heading
        before = 16 if block.level == 2 else 11
        look = ParagraphLook(before=before, after=1 if others else 5, keep_with_next=True)
        opening = Opening(bookmark=block.bookmark, level=block.level)
        yield Paragraph(self._passage(first, style), self._element(f"H{block.level}", first), look, opening)
        yield from self._lines(
            tuple(others), "P", self._styles.aside, ParagraphLook(after=5, keep_with_next=True)
        )

    def _lines(self, words: Words, tag: str, style: TextStyle, look: ParagraphLook) -> Iterator[Paragraph]:
        for phrase in words:
            yield Paragraph(self._passage(phrase, style), self._element(tag, phrase), look)

    def _narrative(self, block: Narrative) -> Iterator[BlockFlowable]:
        first, *others = block.label
        head = ParagraphLook(before=8, after=1 if others else 4, keep_with_next=True)
        yield from self._lines((first,), "P", self._styles.strong, head)
        yield from self._lines(
            tuple(others), "P", self._styles.aside, ParagraphLook(after=4, keep_with_next=True)
        )
        style = self._styles.narrative
        if len(block.paragraphs) == 1:
            yield from self._lines(block.paragraphs, "P", style, ParagraphLook(after=8))
            return
        numbered = Element("L", self._root)
        for number, phrase in enumerate(block.paragraphs, start=1):
            item = Element("LI", numbered)
            opening = Opening(self._passage(Phrase(f"{number}.", "en"), style), Element("Lbl", item))
            body = Element("LBody", item, language=self._foreign(phrase))
            look = ParagraphLook(after=6, indent=_LIST_INDENT)
            yield Paragraph(self._passage(phrase, style), body, look, opening)

    def _answers(self, block: Iterable[AnswerRow]) -> Grid:
        table = Element("Table", self._root)
        rows = []
        for answer in block:
            row = Element("TR", table)
            label = self._cell(answer.label, Element("TH", row, scope="Row"), self._styles.label)
            value = self._cell(answer.answer, Element("TD", row), self._answer_styles[answer.tone])
            rows.append(Row([label, value]))
        share = self._width * _LABEL_SHARE
        return Grid(rows, (share, self._width - share), after=8)

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
        weights = block.weights or (1,) * len(block.head)
        return Grid(rows, [self._width * weight / sum(weights) for weight in weights], after=8)

    def _contents(self, entries: Iterable[ContentsEntry]) -> Iterator[BlockFlowable]:
        parent = Element("TOC", self._root)
        for entry in entries:
            texts = Phrase(entry.number, "en"), entry.title, Phrase(entry.pages, "en")
            number, title, page = (self._passage(text, self._styles.text) for text in texts)
            yield ContentsLine(number, title, page, entry.item, parent)

    def _cell(self, words: Words, element: Element, style: TextStyle) -> Cell:
        first, *others = words
        passages = (
            self._passage(first, style),
            *(self._passage(other, self._styles.aside) for other in others),
        )
        if not others and not self._foreign(first):
            return Cell(passages, element)
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

"""A paragraph, heading or numbered item: lines of text that may run on over the page."""

from __future__ import annotations

from dataclasses import dataclass, replace

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import Bookmark, PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_FEWEST_LINES = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """Space around a paragraph in points; ``keep_with_next`` for headings."""

    before: float = 0
    after: float = 0
    indent: float = 0
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands at the beginning: a list number with its element, and a line of the outline."""

    number: Passage | None = None
    number_element: Element | None = None
    bookmark: str = ""
    level: int = 1


class Paragraph(BlockFlowable):
    """Lines of one text under one structure element, whose tag is ``P``, ``H1``, ``LBody`` …"""

    def __init__(
        self,
        passage: Passage,
        element: Element,
        look: ParagraphLook,
        opening: Opening = Opening(),  # noqa: B008 - frozen
        text: SetText | None = None,
    ) -> None:
        super().__init__(before=look.before, after=look.after, keep_with_next=look.keep_with_next)
        self._passage = passage
        self._element = element
        self._look = look
        self._opening = opening
        self._text = text

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: set the lines."""
        self.width, self.height = width, self._set(width).height
        return self.width, self.height

    def _set(self, width: float) -> SetText:
        if self._text is None:
            self._text = set_text(self._passage, width - self._look.indent)
        return self._text

    def least_height(self, width: float) -> float:
        """Two lines, or all of a short paragraph."""
        count = len(self._set(width).lines)
        return (count if count < 2 * _FEWEST_LINES else _FEWEST_LINES) * self._passage.style.leading

    def split(self, width: float, height: float) -> list[BlockFlowable]:
        """ReportLab's call: what fits, leaving no single line behind."""
        text = self._set(width)
        fit = min(int(height / self._passage.style.leading + 1e-6), len(text.lines) - _FEWEST_LINES)
        if fit < _FEWEST_LINES:
            return []
        first, rest = text.split(fit)
        return [
            Paragraph(self._passage, self._element, replace(self._look, after=0), self._opening, first),
            Paragraph(self._passage, self._element, replace(self._look, before=0), text=rest),
        ]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the number, then the lines beside it."""
        opening, text = self._opening, self._set(self.width)
        if opening.bookmark:
            page.bookmarks.append(Bookmark(opening.bookmark, opening.level, top))
        if opening.number is not None and opening.number_element is not None:
            number = set_text(opening.number, self._look.indent)
            page.show("Lbl", opening.number_element, number.operators(x, top))
        page.show(self._element.tag, self._element, text.operators(x + self._look.indent, top))

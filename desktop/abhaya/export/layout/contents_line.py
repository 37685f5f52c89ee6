"""A line of the table of contents: what, and on which page, leading there."""

from __future__ import annotations

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_NUMBER, _PAGE, _PAD = 30.0, 72.0, 3.0


class ContentsLine(BlockFlowable):
    """Number, title and first page of the bundle's item ``item``; the whole line is a link."""

    def __init__(self, number: Passage, title: Passage, page: Passage, item: int, parent: Element) -> None:
        super().__init__()
        self._passages = number, title, page
        self._item = item
        self._element = Element("Link", Element("TOCI", parent))

    def _set(self, width: float) -> tuple[SetText, SetText, SetText]:
        number, title, page = self._passages
        return set_text(number, _NUMBER), set_text(title, width - _NUMBER - _PAGE), set_text(page, _PAGE)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: as high as the title."""
        self.width, self.height = width, self._set(width)[1].height + 2 * _PAD
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the three texts under one link, the page flush right."""
        number, title, last = self._set(self.width)
        right = x + self.width
        flush = last.lines[-1].slack * last.passage.style.size / 1000
        y = top - _PAD
        operators = [
            number.operators(x, y),
            title.operators(x + _NUMBER, y),
            last.operators(right - _PAGE + flush, y - title.height + last.height),
        ]
        page.show("Link", self._element, " ".join(operators))
        box = (x, top - self.height, right, top)
        page.link(box, self._item, self._passages[1].text, self._element)
        with page.artifact():
            page.draw(f"q 0.8 G 0.4 w {x:.2f} {box[1]:.2f} m {right:.2f} {box[1]:.2f} l S Q")

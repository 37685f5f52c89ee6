"""A line of the table of contents: what, and on which page, leading there."""

from __future__ import annotations

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_NUMBER, _PAGE, _PAD = 30.0, 72.0, 2.5


class ContentsLine(BlockFlowable):
    """Number, title and pages of the bundle's item ``item``, all of it a link; one title below the other."""

    def __init__(
        self, number: Passage, titles: tuple[Passage, ...], page: Passage, item: int, parent: Element
    ) -> None:
        super().__init__()
        self._number, self._titles, self._page = number, titles, page
        self._item = item
        self._element = Element("Link", Element("TOCI", parent))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: as high as the titles."""
        self.width = width
        self.height = sum(text.height for text in self._set_titles()) + 2 * _PAD
        return self.width, self.height

    def _set_titles(self) -> list[SetText]:
        return [set_text(title, self.width - _NUMBER - _PAGE) for title in self._titles]

    def least_height(self, width: float) -> float:
        """All of it."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the texts under one link, the pages flush right beside the end of the title."""
        (title, *others), last = self._set_titles(), set_text(self._page, _PAGE)
        right, y = x + self.width, top - _PAD - title.height
        flush = last.lines[-1].slack * last.passage.style.size / 1000
        operators = [
            set_text(self._number, _NUMBER).operators(x, top - _PAD),
            title.operators(x + _NUMBER, top - _PAD),
            last.operators(right - _PAGE + flush, y + last.height),
        ]
        for text in others:
            operators.append(text.operators(x + _NUMBER, y))
            y -= text.height
        page.show("Link", self._element, " ".join(operators))
        box = (x, top - self.height, right, top)
        page.link(box, self._item, self._titles[0].text, self._element)
        with page.artifact():
            page.draw(f"q 0.8 G 0.4 w {x:.2f} {box[1]:.2f} m {right:.2f} {box[1]:.2f} l S Q")

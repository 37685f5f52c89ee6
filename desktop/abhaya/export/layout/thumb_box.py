"""A box to press a thumb into, with lines to write on beside it."""

from __future__ import annotations

from abhaya.export.layout.blank_lines import BlankLines
from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.page_geometry import CENTIMETRE

_WIDTH, _HEIGHT = 3 * CENTIMETRE, 4 * CENTIMETRE
"""A thumb rolled from nail to nail, with room around it."""

_GAP = 18.0


class ThumbBox(BlockFlowable):
    """The box stands at the left, ``lines`` at its right."""

    def __init__(self, lines: BlankLines, *, after: float) -> None:
        super().__init__(before=4, after=after)
        self._lines = lines

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: as high as the higher of both."""
        lines = self._lines.wrap(width - _WIDTH - _GAP, height)[1]
        self.width, self.height = width, max(_HEIGHT, lines)
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it: an impression is not torn apart from its name."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Draw the box and rule the lines."""
        with page.artifact():
            page.draw(f"q 0.6 w {x:.2f} {top - _HEIGHT:.2f} {_WIDTH:.2f} {_HEIGHT:.2f} re S Q")
        self._lines.draw_at(page, x + _WIDTH + _GAP, top)

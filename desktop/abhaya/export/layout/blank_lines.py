"""Lines to be filled in by hand: signatures on a record, particulars on the cover."""

from __future__ import annotations

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, set_text

_GAP = 18.0
_BEFORE_RULE = 6.0


class BlankLines(BlockFlowable):
    """Captions, each with a rule after it; ``columns`` side by side, ``pitch`` points from line to line."""

    def __init__(
        self, captions: tuple[tuple[Passage, Element], ...], *, columns: int, pitch: float, after: float = 0
    ) -> None:
        super().__init__(before=pitch / 2, after=after)
        self._captions = captions
        self._columns = columns
        self._pitch = pitch

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: as many lines as the captions need."""
        self.width, self.height = width, -(-len(self._captions) // self._columns) * self._pitch
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it: signatures are not torn apart."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the captions and rule the lines."""
        column = (self.width - _GAP * (self._columns - 1)) / self._columns
        for at, (caption, element) in enumerate(self._captions):
            left = x + at % self._columns * (column + _GAP)
            base = top - (at // self._columns + 1) * self._pitch
            text = set_text(caption, column)
            page.show(element.tag, element, text.operators(left, base + caption.style.baseline))
            used = column - text.lines[-1].slack * caption.style.size / 1000
            start, end, y = left + used + _BEFORE_RULE, left + column, base - 2
            with page.artifact():
                page.draw(f"q 0.4 w {start:.2f} {y:.2f} m {end:.2f} {y:.2f} l S Q")

"""A question to be answered by hand: its words at the left, squares and lines at the right or below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_LABEL_SHARE, _GAP = 0.42, 14.0
_PAD_ABOVE, _PAD_BELOW = 4.0, 5.0
_SQUARE, _AFTER_SQUARE, _BETWEEN = 8.5, 5.0, 12.0
LINE = 23.0
"""Points from line to line: room for handwriting."""


class MarkedText(NamedTuple):
    """A text and the element that owns it."""

    passage: Passage
    element: Element


class BlankField(BlockFlowable):
    """``words`` are label and small print; ``lines`` with ``pattern`` below them; ``ticks`` to tick."""

    def __init__(
        self,
        words: Sequence[MarkedText],
        ticks: Sequence[MarkedText],
        lines: int,
        pattern: Sequence[MarkedText],
    ) -> None:
        super().__init__()
        self._words, self._ticks, self._lines, self._pattern = words, ticks, lines, pattern

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: as high as the higher side."""
        self.width = width
        left = sum(text.height for text in self._set(self._words, width * _LABEL_SHARE - _GAP))
        self.height = max(left, self._right_height(width * (1 - _LABEL_SHARE))) + _PAD_ABOVE + _PAD_BELOW
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it: a question and its squares stay together."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the words, rule the lines, draw the squares; a hairline closes the question."""
        y = top - _PAD_ABOVE
        for marked, text in zip(self._words, self._set(self._words, self._left), strict=True):
            page.show(marked.element.tag, marked.element, text.operators(x, y))
            y -= text.height
        self._draw_right(page, x + self.width * _LABEL_SHARE, top - _PAD_ABOVE)
        bottom = top - self.height
        with page.artifact():
            page.draw(f"q 0.8 G 0.4 w {x:.2f} {bottom:.2f} m {x + self.width:.2f} {bottom:.2f} l S Q")

    @property
    def _left(self) -> float:
        return float(self.width * _LABEL_SHARE - _GAP)

    def _draw_right(self, page: PageCanvas, x: float, top: float) -> None:
        width = self.width * (1 - _LABEL_SHARE)
        for _ in range(self._lines):
            top -= LINE
            with page.artifact():
                page.draw(f"q 0.4 w {x:.2f} {top + 4:.2f} m {x + width:.2f} {top + 4:.2f} l S Q")
        for marked, text in zip(self._pattern, self._set(self._pattern, width), strict=True):
            page.show(marked.element.tag, marked.element, text.operators(x, top + 1))
            top -= text.height
        columns, column = self._columns(width)
        for start in range(0, len(self._ticks), columns):
            row = self._ticks[start : start + columns]
            texts = self._set(row, column - _SQUARE - _AFTER_SQUARE)
            for place, (marked, text) in enumerate(zip(row, texts, strict=True)):
                self._draw_tick(page, marked, text, x + place * (column + _BETWEEN), top)
            top -= max(text.height for text in texts)

    def _draw_tick(self, page: PageCanvas, marked: MarkedText, text: SetText, x: float, top: float) -> None:
        y = top - marked.passage.style.baseline - 0.5
        with page.artifact():
            page.draw(f"q 0.7 w {x:.2f} {y:.2f} {_SQUARE} {_SQUARE} re S Q")
        page.show(marked.element.tag, marked.element, text.operators(x + _SQUARE + _AFTER_SQUARE, top))

    def _right_height(self, width: float) -> float:
        columns, column = self._columns(width)
        texts = self._set(self._ticks, column - _SQUARE - _AFTER_SQUARE)
        rows = (texts[start : start + columns] for start in range(0, len(texts), columns))
        ticks = sum(max(text.height for text in row) for row in rows)
        return self._lines * LINE + sum(t.height for t in self._set(self._pattern, width)) + ticks

    def _columns(self, width: float) -> tuple[int, float]:
        """How many squares stand side by side, and the width of each with its words."""
        for count in (3, 2):
            column = (width - _BETWEEN * (count - 1)) / count
            if all(len(t.lines) == 1 for t in self._set(self._ticks, column - _SQUARE - _AFTER_SQUARE)):
                return count, column
        return 1, width

    @staticmethod
    def _set(texts: Sequence[MarkedText], width: float) -> list[SetText]:
        return [set_text(marked.passage, width) for marked in texts]


class RuledLine(BlockFlowable):
    """One line to write on, over the whole width."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: room for handwriting."""
        self.width, self.height = width, LINE
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it."""
        return LINE

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Rule the line."""
        y = top - self.height + 4
        with page.artifact():
            page.draw(f"q 0.4 w {x:.2f} {y:.2f} m {x + self.width:.2f} {y:.2f} l S Q")

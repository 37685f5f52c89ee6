"""Rows of cells ruled by hairlines, which go on over the page with their head repeated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.column_widths import column_widths
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_PAD_ABOVE, _PAD_BELOW, _PAD_SIDE = 3.0, 4.0, 4.0
_TALL = 150.0
"""Points; a taller row is broken where the page ends, a lower one moves to the next page whole."""


@dataclass(slots=True)
class Cell:
    """Texts one below the other; each has its own element when the cell holds more than one."""

    passages: tuple[Passage, ...]
    element: Element
    inner: tuple[Element, ...] = ()
    texts: list[SetText] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """Cells side by side; ``height`` in points with the space around, at least ``least``.

    ``head`` rows stand on each page.
    """

    cells: list[Cell]
    head: bool = False
    height: float = 0
    least: float = 0

    def measure(self) -> Row:
        """Take the height from the lines of the highest cell."""
        highest = max(sum(text.height for text in cell.texts) for cell in self.cells)
        self.height = max(highest + _PAD_ABOVE + _PAD_BELOW, self.least)
        return self


class Grid(BlockFlowable):
    """A table; ``widths`` of the columns in points, or none to make them as wide as their words need.

    ``boxed`` rules the columns too.
    """

    def __init__(
        self,
        rows: list[Row],
        widths: Sequence[float],
        *,
        after: float = 0,
        continued: bool = False,
        boxed: bool = False,
    ) -> None:
        super().__init__(after=after)
        self._rows = rows
        self._widths = tuple(widths)
        self._continued = continued
        self._boxed = boxed

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: set every cell."""
        self._widths = self._widths or self._fitting_widths(width)
        for row in self._rows:
            if not row.height:
                self._set(row)
        self.width = sum(self._widths)
        self.height = sum(row.height for row in self._rows)
        return self.width, self.height

    def _fitting_widths(self, width: float) -> tuple[float, ...]:
        columns = zip(*(row.cells for row in self._rows), strict=True)
        passages = [[passage for cell in column for passage in cell.passages] for column in columns]
        return tuple(column_widths(passages, width, 2 * _PAD_SIDE))

    def _set(self, row: Row) -> None:
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.texts = [set_text(passage, width - 2 * _PAD_SIDE) for passage in cell.passages]
        row.measure()

    def least_height(self, width: float) -> float:
        """The head and the first row, of a tall row a part."""
        self.wrap(width, 0)
        heads = [row.height for row in self._rows if row.head]
        body = next((row.height for row in self._rows if not row.head), 0)
        return sum(heads) + min(body, _TALL / 2)

    def split(self, width: float, height: float) -> list[BlockFlowable]:
        """ReportLab's call: the rows that fit; a tall row is broken between lines."""
        self.wrap(width, height)
        heads = [row for row in self._rows if row.head]
        first, rest = list(heads), [row for row in self._rows if not row.head]
        left = height - sum(row.height for row in heads)
        while rest and rest[0].height <= left:
            left -= rest[0].height
            first.append(rest.pop(0))
        if rest and rest[0].height > _TALL and left > _TALL / 2:
            upper, lower = _break_row(rest[0], left)
            first.append(upper)
            rest[0] = lower
        if len(first) == len(heads) or not rest:
            return []
        return [
            Grid(first, self._widths, continued=self._continued, boxed=self._boxed),
            Grid([*heads, *rest], self._widths, after=self.spaceAfter, continued=True, boxed=self._boxed),
        ]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the rows and the hairlines between them."""
        rules = [(top, 0.9 if self._rows[0].head else 0.4)]
        highest = top
        for row in self._rows:
            if row.head and self._continued:
                with page.artifact("Pagination"):
                    self._draw_row(page, row, x, top, marked=False)
            else:
                self._draw_row(page, row, x, top, marked=True)
            top -= row.height
            rules.append((top, 0.9 if row.head else 0.4))
        with page.artifact():
            lines = [f"{w} w {x:.2f} {y:.2f} m {x + self.width:.2f} {y:.2f} l S" for y, w in rules]
            if self._boxed:
                sides = accumulate(self._widths, initial=x)
                lines += [f"0.4 w {side:.2f} {highest:.2f} m {side:.2f} {top:.2f} l S" for side in sides]
            page.draw(f"q 0.55 G {' '.join(lines)} Q")

    def _draw_row(self, page: PageCanvas, row: Row, x: float, top: float, *, marked: bool) -> None:
        for cell, width in zip(row.cells, self._widths, strict=True):
            y = top - _PAD_ABOVE
            for text, element in zip(cell.texts, cell.inner or (cell.element,), strict=True):
                operators = text.operators(x + _PAD_SIDE, y)
                if not text.lines:
                    continue
                if marked:
                    page.show(element.tag, element, operators)
                else:
                    page.draw(operators)
                y -= text.height
            x += width


def _break_row(row: Row, height: float) -> tuple[Row, Row]:
    """A row in two, the upper no higher than ``height``."""
    room = height - _PAD_ABOVE - _PAD_BELOW
    upper, lower = [], []
    for cell in row.cells:
        left = room
        above: list[SetText] = []
        below: list[SetText] = []
        for text in cell.texts:
            fit, leading = len(text.lines), text.passage.style.leading
            count = min(fit, int(max(left, 0) / leading + 1e-6)) if not below or not below[-1].lines else 0
            head, tail = text.split(count)
            above.append(head)
            below.append(tail)
            left -= head.height
        upper.append(Cell(cell.passages, cell.element, cell.inner, above))
        lower.append(Cell(cell.passages, cell.element, cell.inner, below))
    return Row(upper).measure(), Row(lower).measure()

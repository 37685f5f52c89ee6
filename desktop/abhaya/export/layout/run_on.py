"""Short answers that run on one after the other, each behind its label, to save room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element
from abhaya.export.typography.set_text import Passage, SetText, set_text

_PAD, _SPACE, _GAP = 3.0, 4.0, 14.0
"""Points: to the rules, between the texts of a particular, and between particulars."""

_BEGINNING = 180.0
"""Points of an answer that must fit behind its label, such as a date; the rest may run on."""


class Saying(NamedTuple):
    """A text of a particular, of one leading with all others, and the element that owns it."""

    passage: Passage
    element: Element


class Particular(NamedTuple):
    """The label and the answer, each in its languages."""

    label: tuple[Saying, ...]
    answer: tuple[Saying, ...]


class _Placed(NamedTuple):
    """A piece of a text on line ``line``, ``x`` points from the left."""

    element: Element
    text: SetText
    x: float
    line: int


class RunOn(BlockFlowable):
    """Particulars between two hairlines."""

    def __init__(self, particulars: Sequence[Particular], *, after: float = 0) -> None:
        super().__init__(after=after)
        self._particulars = particulars
        self._leading = particulars[0].label[0].passage.style.leading
        self._placed: list[_Placed] = []
        self._x, self._line = 0.0, 0

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: find the place of every text."""
        if not self._placed:
            for particular in self._particulars:
                self._add(particular, width)
        self.width, self.height = width, (self._line + 1) * self._leading + 2 * _PAD
        return self.width, self.height

    def _add(self, particular: Particular, width: float) -> None:
        """Place a particular behind those before it; no label is parted from the beginning of its answer."""
        label, answer = (
            sum(_length(said.passage) + _SPACE for said in part) - _SPACE
            for part in (particular.label, particular.answer)
        )
        if self._x and self._x + label + _SPACE + min(answer, _BEGINNING) > width:
            self._x, self._line = 0.0, self._line + 1
        for saying in (*particular.label, *particular.answer):
            self._run(saying, width)
        self._x += _GAP - _SPACE

    def _run(self, saying: Saying, width: float) -> None:
        """Place a text: as many words as fit on this line, the others below."""
        passage, left = saying.passage, saying.passage.text.split()
        while left:
            count = len(left)
            while count and _length(passage._replace(text=" ".join(left[:count]))) > width - self._x:
                count -= 1
            if count or not self._x:
                piece = passage._replace(text=" ".join(left[: max(count, 1)]))
                text = set_text(piece, width - self._x)
                self._placed.append(_Placed(saying.element, text, self._x, self._line))
                self._x += _length(piece) + _SPACE
                del left[: max(count, 1)]
            if left:
                self._x, self._line = 0.0, self._line + 1

    def least_height(self, width: float) -> float:
        """All of it: it is the head of a record."""
        return self.wrap(width, 0)[1]

    def split(self, width: float, height: float) -> list[BlockFlowable]:
        """ReportLab's call: the particulars that fit, and the others."""
        for count in range(len(self._particulars) - 1, 0, -1):
            first = RunOn(self._particulars[:count])
            if first.wrap(width, height)[1] <= height:
                return [first, RunOn(self._particulars[count:], after=self.spaceAfter)]
        return []

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write every text on the common baseline of its line, and the rules."""
        lowest = max(placed.text.passage.style.baseline for placed in self._placed)
        for element, text, left, line in self._placed:
            y = top - _PAD - line * self._leading - (lowest - text.passage.style.baseline)
            page.show(element.tag, element, text.operators(x + left, y))
        with page.artifact():
            rules = [f"{x:.2f} {y:.2f} m {x + self.width:.2f} {y:.2f} l S" for y in (top, top - self.height)]
            page.draw(f"q 0.55 G 0.4 w {' '.join(rules)} Q")


def _length(passage: Passage) -> float:
    words = passage.style.font.words(passage.language)
    space = words[" "].width
    return (
        (sum(words[word].width + space for word in passage.text.split()) - space) * passage.style.size / 1000
    )

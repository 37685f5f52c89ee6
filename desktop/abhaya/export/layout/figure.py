"""A picture scaled into a box of the page, turned as it was taken."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.images import PageImage
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.structure import Element

_TURNS = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""The unit square as stored, to the unit square as taken, by EXIF orientation."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An XObject that fills the unit square; ``width`` and ``height`` (any unit) as stored.

    ``orientation`` as in EXIF, 1 to 8: how the stored picture is to be turned.
    """

    image: PageImage
    width: float
    height: float
    orientation: int = 1

    @property
    def proportion(self) -> float:
        """Width over height as it is to be seen."""
        return self.height / self.width if self.orientation >= 5 else self.width / self.height


class Figure(BlockFlowable):
    """A picture as large as fits the text width and ``most_height`` points, centred."""

    def __init__(self, picture: Picture, element: Element, most_height: float, *, after: float = 0) -> None:
        super().__init__(after=after)
        self._picture = picture
        self._element = element
        self._most_height = most_height

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """ReportLab's call: the largest box of the right proportion."""
        self.width = width
        self.height = min(self._most_height, width / self._picture.proportion)
        return self.width, self.height

    def least_height(self, width: float) -> float:
        """All of it."""
        return self.wrap(width, 0)[1]

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Place the picture and tell the reader where it stands."""
        shown = self.height * self._picture.proportion
        left, bottom = x + (self.width - shown) / 2, top - self.height
        a, b, c, d, e, f = _TURNS[self._picture.orientation]
        matrix = (
            a * shown,
            b * self.height,
            c * shown,
            d * self.height,
            left + e * shown,
            bottom + f * self.height,
        )
        numbers = " ".join(f"{number:.3f}" for number in matrix)
        name = page.place(self._picture.image)
        page.show("Figure", self._element, f"q {numbers} cm /{name} Do Q")
        self._element.box = (left, bottom, left + shown, top)

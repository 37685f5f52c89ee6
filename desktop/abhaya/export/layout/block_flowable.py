"""What all flowables of the bundle share, on top of ReportLab's protocol of wrap, split and draw."""

from __future__ import annotations

from abc import abstractmethod

from reportlab.platypus.flowables import Flowable

from abhaya.export.layout.page_canvas import PageCanvas


class BlockFlowable(Flowable):  # type: ignore[misc]  # ReportLab has no types
    """A block of the page; lengths in points.

    Its structure elements are made with it, in reading order; drawing adds the marks.  A block split over two
    pages keeps its elements.  One that ``signs`` is not parted from the end of what stands above it.
    """

    signs = False

    def __init__(self, *, before: float = 0, after: float = 0, keep_with_next: bool = False) -> None:
        super().__init__()
        self.spaceBefore = before
        self.spaceAfter = after
        self.keep_with_next = keep_with_next

    def getSpaceBefore(self) -> float:  # noqa: N802 - ReportLab's name
        """Room above, unless at the top of a page."""
        return float(self.spaceBefore)

    def getSpaceAfter(self) -> float:  # noqa: N802 - ReportLab's name
        """Room below."""
        return float(self.spaceAfter)

    @abstractmethod
    def least_height(self, width: float) -> float:
        """The room it needs to begin on a page."""

    @abstractmethod
    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Write the block with its upper left corner at the point given."""

    def drawOn(self, canvas: PageCanvas, x: float, y: float, _sW: float = 0) -> None:  # noqa: N802, N803
        """ReportLab's call: ``y`` is the bottom."""
        self.draw_at(canvas, x, y + self.height)

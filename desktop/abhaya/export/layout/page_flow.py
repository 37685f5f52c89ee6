"""Fills page after page with blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from reportlab.platypus.frames import Frame

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.page_geometry import PageGeometry


class _Room(BlockFlowable):
    """Takes no room, but fits only where ``needed`` points are left."""

    _SPACETRANSFER = True  # ReportLab: leave the space after the block before as it is

    def __init__(self, needed: float) -> None:
        super().__init__()
        self._needed = needed

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.height = 0 if self._needed <= height else height + 1
        return width, self.height

    def least_height(self, width: float) -> float:
        return 0

    def draw_at(self, page: PageCanvas, x: float, top: float) -> None:
        """Nothing is drawn."""


def flow(blocks: Iterable[BlockFlowable], fragment: Fragment, geometry: PageGeometry) -> None:
    """Lay the blocks out on new pages of the fragment; a heading stays with what it heads."""
    waiting = deque(blocks)
    page, frame = fragment.add_page(), _frame(geometry)
    fresh, after = True, 0.0
    while waiting:
        block = waiting.popleft()
        before = max(block.getSpaceBefore() - after, 0)
        room = _Room(before + _needed(block, waiting, geometry.text_width))
        if fresh or frame.add(room, page, trySplit=1):
            if frame.add(block, page, trySplit=1):
                fresh, after = False, block.getSpaceAfter()
                continue
            parts = frame.split(block, page)
            assert parts or not fresh, "a block must fit on an empty page or be split"
            if parts:
                frame.add(parts[0], page)
            waiting.extendleft(reversed(parts[1:] or [block]))
        else:
            waiting.appendleft(block)
        page, frame, fresh, after = fragment.add_page(), _frame(geometry), True, 0.0


def _frame(geometry: PageGeometry) -> Frame:
    return Frame(
        geometry.left, geometry.bottom, geometry.text_width, geometry.text_height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip


def _needed(block: BlockFlowable, following: Iterable[BlockFlowable], width: float) -> float:
    """The room a block needs to begin, with what it must not be parted from."""
    needed = block.least_height(width)
    for after in following:
        if not block.keep_with_next:
            break
        needed += max(block.getSpaceAfter(), after.getSpaceBefore()) + after.least_height(width)
        block = after
    return needed

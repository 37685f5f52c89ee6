"""Fills page after page with blocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from reportlab.platypus.frames import Frame

from abhaya.export.layout.block_flowable import BlockFlowable
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.page_canvas import PageCanvas
from abhaya.export.layout.page_geometry import PageGeometry

_MOST_SIGNED = 600.0
"""Points of signatures that are still kept together: with what they sign they must fit on a page."""


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
    """Lay the blocks out on new pages of the fragment.

    A heading stays with what it heads, and signatures stay together with the end of what they sign.
    """
    waiting, width = deque(blocks), geometry.text_width
    page, frame = fragment.add_page(), _frame(geometry)
    fresh, after = True, 0.0
    while waiting:
        block = waiting.popleft()
        before = max(block.getSpaceBefore() - after, 0)
        room = _Room(before + _needed(block, waiting, width))
        if fresh or frame.add(room, page, trySplit=1):
            parts = _leaving_an_end(block, waiting, width, frame, page)
            if not parts and frame.add(block, page, trySplit=1):
                fresh, after = False, block.getSpaceAfter()
                continue
            parts = parts or frame.split(block, page)
            assert parts or not fresh, "a block must fit on an empty page or be split"
            if parts:
                frame.add(parts[0], page)
            waiting.extendleft(reversed(parts[1:] or [block]))
        else:
            waiting.appendleft(block)
        page, frame, fresh, after = fragment.add_page(), _frame(geometry), True, 0.0


def _leaving_an_end(
    block: BlockFlowable, following: Iterable[BlockFlowable], width: float, frame: Frame, page: PageCanvas
) -> list[BlockFlowable]:
    """A block that fits, in two parts if the signatures below it do not: its end goes over with them."""
    signed = _signed(following, width)
    height = block.getSpaceBefore() + block.wrap(width, 0)[1]
    if not signed or not frame.add(_Room(height), page) or frame.add(_Room(height + signed), page):
        return []
    return list(block.split(width, block.height - 1))


def _frame(geometry: PageGeometry) -> Frame:
    return Frame(
        geometry.left, geometry.bottom, geometry.text_width, geometry.text_height,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip


def _needed(block: BlockFlowable, following: Iterable[BlockFlowable], width: float) -> float:
    """The room a block needs to begin, with what it must not be parted from."""
    needed, left = block.least_height(width), iter(following)
    while block.keep_with_next and (after := next(left, None)):
        needed += max(block.getSpaceAfter(), after.getSpaceBefore()) + after.least_height(width)
        block = after
    whole = not block.signs and block.least_height(width) >= block.wrap(width, 0)[1]
    return needed + (_signed(left, width) if whole else 0)


def _signed(following: Iterable[BlockFlowable], width: float) -> float:
    """The room that signatures need which come next, with their headings; 0 if none do."""
    needed = found = 0.0
    for block in following:
        if not (block.keep_with_next or block.signs):
            break
        needed += block.getSpaceBefore() + block.wrap(width, 0)[1] + block.getSpaceAfter()
        if block.signs and (needed <= _MOST_SIGNED or not found):
            found = needed
    return found

"""Questions below each other, short ones side by side where there is room."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from abhaya.gui.form_view.question_view import QuestionView

_TWO_COLUMNS = 540  # least width in pixels that is shared by two questions
_GAP = 20
_SPACING = 18


class QuestionLayout(QLayout):
    """Neighbours share a line when both have a true attribute ``short``; hidden ones take no room.

    The answers on a line stand at one height, however long the words above them are.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(_TWO_COLUMNS, self.heightForWidth(_TWO_COLUMNS))

    def minimumSize(self) -> QSize:
        widest = max((i.minimumSize().width() for i in self._items if not i.isEmpty()), default=0)
        return QSize(widest, 0)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            columns = 2 if rect.width() >= _TWO_COLUMNS and _short(line[0]) else 1
            width = (rect.width() - _GAP * (columns - 1)) // columns
            tallest = max(_words(item, width) for item in line) if len(line) > 1 else 0
            heights = [_height(item, width, tallest) for item in line]
            if move:
                _reserve(line, tallest)
                for column, (item, height) in enumerate(zip(line, heights, strict=True)):
                    item.setGeometry(QRect(rect.x() + column * (width + _GAP), y, width, height))
            y += max(heights) + _SPACING
        return max(y - _SPACING, rect.y()) - rect.y()

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in self._items:
            if item.isEmpty():
                continue
            last = lines[-1] if lines else []
            if width >= _TWO_COLUMNS and len(last) == 1 and _short(last[0]) and _short(item):
                last.append(item)
            else:
                lines.append([item])
        return lines


def _short(item: QLayoutItem) -> bool:
    return bool(getattr(item.widget(), "short", False))


def _words(item: QLayoutItem, width: int) -> int:
    view = item.widget()
    return view.head.words_height(width) if isinstance(view, QuestionView) else 0


def _reserve(line: list[QLayoutItem], height: int) -> None:
    for item in line:
        view = item.widget()
        if isinstance(view, QuestionView):
            view.head.reserve(height)


def _height(item: QLayoutItem, width: int, head: int) -> int:
    """The height of an item whose head is at least ``head`` high, whatever it is now."""
    if not item.hasHeightForWidth():
        return item.sizeHint().height()
    height, view = item.heightForWidth(width), item.widget()
    if isinstance(view, QuestionView):
        height += max(head, view.head.words_height(width)) - view.head.heightForWidth(width)
    return height

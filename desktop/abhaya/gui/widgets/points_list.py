"""A list of sentences, each on as many lines as it takes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_TALL = 10_000
"""Pixels; more than any sentence needs."""

_PADDING = 16
"""Pixels left and right of a sentence as the style sheet says; Qt forgets them when it counts the lines."""

_TICK = 32
"""Pixels of a box to tick and the gap behind it, which Qt forgets too."""

_TALLER = 8
"""Pixels by which lines of Devanagari are higher than Qt reckons; without them it cuts the last one off."""


class PointsList(QListWidget):
    """Never scrolls sideways and never cuts a line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(self.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_PointDelegate(self))


class _PointDelegate(QStyledItemDelegate):
    """Reckons with the room there is beside a scroll bar; Qt reckons with any it last heard of."""

    def __init__(self, points: PointsList) -> None:
        super().__init__(points)
        self._points = points

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        bar = self._points.verticalScrollBar().sizeHint().width()
        tick = 0 if index.data(Qt.ItemDataRole.CheckStateRole) is None else _TICK
        option.rect = QRect(0, 0, self._points.contentsRect().width() - bar - tick - _PADDING, _TALL)
        return QSize(option.rect.width(), super().sizeHint(option, index).height() + _TALLER)

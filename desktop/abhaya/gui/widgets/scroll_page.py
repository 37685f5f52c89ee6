"""A page that scrolls instead of clipping when the screen is small or the text large."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class ScrollPage(QScrollArea):
    """Put content into ``column``; Tab into a control below the fold brings it into view."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget(self)
        body.setObjectName("scroll_body")
        self.column = QVBoxLayout(body)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(16)
        self.setWidget(body)

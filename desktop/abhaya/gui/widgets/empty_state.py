"""What stands where a list would be when there is nothing to list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from abhaya.gui.icons import picture
from abhaya.gui.widgets.label import label


class EmptyState(QWidget):
    """An icon, what is so, and what to do; buttons go below into ``column``."""

    def __init__(self, parent: QWidget, icon: str) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(8)
        self.column.setContentsMargins(16, 24, 16, 24)
        mark = QLabel(self)
        mark.setPixmap(picture(icon, "line_strong", 40))
        self.heading = label(self, "h2", wrap=True)
        self.words = label(self, "muted", wrap=True)
        for piece in (mark, self.heading, self.words):
            piece.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(piece)

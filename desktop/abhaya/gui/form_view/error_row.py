"""What is wrong with an answer or to be thought of, below it: icon and text, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from abhaya.gui.icons import picture


class ErrorRow(QWidget):
    """Built only when there is first something to say; ``grave`` tells a mistake from a mere remark."""

    def __init__(self, parent: QWidget, *, grave: bool = True) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        mark = QLabel(self)
        mark.setPixmap(picture("circle-alert", "danger", 16) if grave else picture("info", "warn", 16))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.words = QLabel(self)
        self.words.setObjectName("error" if grave else "muted")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        layout.addWidget(self.words, 1)

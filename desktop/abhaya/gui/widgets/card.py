"""A white panel with a heading and, beside it, its buttons."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.gui.widgets.label import label


class Card(QFrame):
    """Put buttons into ``header`` and everything else into ``content``."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(20, 14, 20, 16)
        self.body.setSpacing(10)
        self.header = QHBoxLayout()
        self.heading = label(self, "h2")
        self.header.addWidget(self.heading)
        self.header.addStretch()
        self.header.addStrut(36)  # cards with and without buttons stand level
        self.body.addLayout(self.header)
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self.body.addLayout(self.content)

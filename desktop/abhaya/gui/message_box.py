"""A calm box with an icon, a sentence or two, and one or two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from abhaya.gui.icons import picture
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label

_TINTS = {"triangle-alert": "warn", "circle-alert": "danger", "circle-check": "ok"}


class MessageBox(QDialog):
    """``buttons`` from left to right; the last one is the main one and means yes."""

    def __init__(self, parent: QWidget, title: str, text: str, buttons: tuple[str, ...], icon: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        self.setMinimumWidth(420)
        self.setMaximumWidth(620)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(20)
        layout.addLayout(self._message(title, text, icon))
        layout.addLayout(self._buttons(buttons))

    def _message(self, title: str, text: str, icon: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        mark = QLabel(self)
        mark.setPixmap(picture(icon, _TINTS.get(icon, "primary"), 28))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.addWidget(label(self, "h2", title, wrap=True))
        message = label(self, "message", text, wrap=True)
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(message)
        column.addStretch()
        row.addLayout(column, 1)
        return row

    def _buttons(self, names: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for name in names[:-1]:
            row.addWidget(button(self, "plain", self.reject, name))
        self.main = button(self, "primary", self.accept, names[-1])
        self.main.setDefault(True)
        self.main.setFocus()
        row.addWidget(self.main)
        return row

"""One line of text with its name above and a hint below the name."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.private_words import keep_private


class NamedLine(QWidget, Spoken):
    """``key`` and ``hint`` are the text keys of the name and of the hint, if there is one."""

    def __init__(self, parent: QWidget, key: str, hint: str = "") -> None:
        super().__init__(parent)
        self.key = key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = label(self, "field")
        self.edit = QLineEdit(self)
        keep_private(self.edit)
        name.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.bind(name.setText, key)
        self.bind(self.edit.setAccessibleName, key)
        column.addWidget(name)
        if hint:
            words = label(self, "muted", wrap=True)
            self.bind(words.setText, hint)
            self.bind(self.edit.setAccessibleDescription, hint)
            column.addWidget(words)
        column.addWidget(self.edit)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

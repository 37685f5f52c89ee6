"""One line of text with its name above and a hint below the name."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.label import label


class NamedLine(QWidget, Spoken):
    """``key`` is the text key of the name; with ``hint`` the key ``<key>_hint`` is shown too."""

    def __init__(self, parent: QWidget, key: str, hint: bool = False) -> None:
        super().__init__(parent)
        self.key = key
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = label(self, "field")
        self.edit = QLineEdit(self)
        name.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.bind(name.setText, key)
        self.bind(self.edit.setAccessibleName, key)
        column.addWidget(name)
        if hint:
            words = label(self, "muted", wrap=True)
            self.bind(words.setText, f"{key}_hint")
            self.bind(self.edit.setAccessibleDescription, f"{key}_hint")
            column.addWidget(words)
        column.addWidget(self.edit)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.edit.text().strip()

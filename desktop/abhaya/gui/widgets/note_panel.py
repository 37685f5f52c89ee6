"""Something to read: a note or a prompt of the form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from abhaya.gui.icons import picture


class NotePanel(QFrame):
    """A soft panel; ``text`` in the language of the form, ``second`` in the other one, or empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("note")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(10)
        mark = QLabel(self)
        mark.setPixmap(picture("info", "primary", 18))
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        layout.addWidget(self._words, 1)

    def show_words(self, text: str, second: str) -> None:
        """Show the note in one language or in two."""
        words = "\n".join(filter(None, (text, second)))
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)

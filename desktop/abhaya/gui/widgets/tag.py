"""A small rounded word that tells a state, never by colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def tag(parent: QWidget, kind: str, words: str) -> QLabel:
    """Return a tag; ``kind`` is draft, sealed, person, child, a state of a clock or plain."""
    made = QLabel(words, parent)
    made.setObjectName("tag")
    made.setProperty("kind", kind)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made

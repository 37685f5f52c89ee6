"""Labels by the job they do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(parent: QWidget, job: str = "", text: str = "", wrap: bool = False) -> QLabel:
    """Return a plain-text label; ``job`` is one of h1, h2, field, muted, error, code (styles/10_base.qss)."""
    made = QLabel(text, parent)
    made.setObjectName(job)
    made.setWordWrap(wrap)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made

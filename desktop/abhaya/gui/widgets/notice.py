"""A calm panel that says what happened and what to do next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from abhaya.gui.icons import picture
from abhaya.gui.widgets.label import label

_PICTURES = {"info": "info", "ok": "circle-check", "warn": "triangle-alert", "danger": "circle-alert"}
_TINTS = {"info": "primary"}


class Notice(QFrame):
    """Hidden until ``tell``; ``kind`` is info, ok, warn or danger: never told by colour alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 10, 12, 10)
        row.setSpacing(10)
        self._mark = QLabel(self)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._words = label(self, "notice_words", wrap=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def words(self) -> str:
        """What is being said; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def tell(self, kind: str, words: str) -> None:
        """Show ``words`` and have a screen reader say them."""
        self._mark.setPixmap(picture(_PICTURES[kind], _TINTS.get(kind, kind)))
        self._words.setText(words)
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

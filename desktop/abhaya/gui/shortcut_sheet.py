"""The sheet that lists every key, by the place where it works."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.gui.actions import SHORTCUTS
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts

_ALWAYS = {"help", "lock", "quit", "next_language"}


class ShortcutSheet(QDialog):
    """Keys that mean something on the screen behind are in full ink, the others are muted."""

    def __init__(self, parent: QWidget, texts: Texts, offered: set[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.say("shortcuts.title"))
        room = parent.size()
        self.resize(min(760, room.width() - 20), min(620, room.height() - 20))
        page = ScrollPage(self)
        page.column.addWidget(label(page, "h1", texts.say("shortcuts.title")))
        page.column.addWidget(label(page, "muted", texts.say("shortcuts.words"), wrap=True))
        for area in dict.fromkeys(shortcut.area for shortcut in SHORTCUTS):
            page.column.addWidget(label(page, "h2", texts.say(f"shortcuts.area.{area}")))
            page.column.addLayout(self._table(page, texts, area, offered | _ALWAYS))
        page.column.addStretch()
        close = button(self, "primary", self.accept, texts.say("window.close"))
        close.setDefault(True)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(24, 10, 24, 14)
        bottom.addStretch()
        bottom.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        column.addLayout(bottom)
        close.setFocus()

    def _table(self, page: QWidget, texts: Texts, area: str, offered: set[str]) -> QGridLayout:
        table = QGridLayout()
        table.setColumnMinimumWidth(0, 200)
        table.setColumnStretch(1, 1)
        table.setVerticalSpacing(6)
        for row, shortcut in enumerate(s for s in SHORTCUTS if s.area == area):
            keys = "  ·  ".join(QKeySequence(keys).toString() for keys in shortcut.keys)
            job = "" if shortcut.name in offered else "muted"
            table.addWidget(label(page, "keys", keys), row, 0)
            table.addWidget(label(page, job, texts.say(f"shortcuts.key.{shortcut.name}"), wrap=True), row, 1)
        return table

"""The files about to be attached, each with a line for what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from abhaya.gui.shown import size_shown
from abhaya.gui.widgets.button import tool_button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.private_words import keep_private
from abhaya.texts import Texts


class FileRow(QFrame):
    """One chosen file; ``removed`` when the person does not want it after all."""

    removed = Signal(object)

    def __init__(self, parent: QWidget, path: Path, texts: Texts) -> None:
        super().__init__(parent)
        self.setObjectName("row")
        self.path = path
        say = texts.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 4)
        column.setSpacing(4)
        top = QHBoxLayout()
        size = size_shown(path.stat().st_size) if path.is_file() else ""
        top.addWidget(label(self, "field", path.name, wrap=True), 1)
        top.addWidget(label(self, "muted", size))
        self.remove = tool_button(self, "x", lambda: self.removed.emit(self))
        self.remove.setAccessibleName(say("case_page.attach_files.remove", file=path.name))
        self.remove.setToolTip(self.remove.accessibleName())
        top.addWidget(self.remove)
        self.caption = QLineEdit(self)
        keep_private(self.caption)
        self.caption.setPlaceholderText(say("case_page.attach_files.caption"))
        self.caption.setAccessibleName(say("case_page.attach_files.caption_for", file=path.name))
        self.notice = Notice(self)
        column.addLayout(top)
        column.addWidget(self.caption)
        column.addWidget(self.notice)

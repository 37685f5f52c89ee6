"""The very first page: set up a station, open one, or practise with invented cases."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.background import Background
from abhaya.gui.dialogs import Dialogs
from abhaya.gui.icons import picture
from abhaya.gui.unlock.entrance import Entrance
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.texts import Texts


@dataclass(frozen=True, slots=True)
class DemoOffer:
    """How to get a practice station: ``prepare`` returns its folder and may take seconds."""

    passphrase: str
    prepare: Callable[[], Path]


class FirstStart(Entrance):
    """``create_wanted``: the person wants to set one up; ``opened`` carries a station's folder."""

    create_wanted = Signal()
    opened = Signal(object)

    def __init__(
        self, background: Background, dialogs: Dialogs, demo: DemoOffer | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._dialogs = dialogs
        self._demo = demo
        self._texts = Texts()
        self.notice = Notice(self)
        heading, words = label(self, "h1", wrap=True), label(self, "muted", wrap=True)
        self.bind(heading.setText, "unlock.first.heading")
        self.bind(words.setText, "unlock.first.words")
        self.column.addWidget(heading)
        self.column.addWidget(words)
        self.create_button = self._offer("create", "building-2", self.create_wanted.emit)
        self.open_button = self._offer("open", "folder-open", self._on_open)
        if demo is not None:
            self.demo_button = self._offer("demo", "flask-conical", self._on_demo)
        self.column.addWidget(self.notice)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._texts = texts

    def say_error(self, error: AbhayaError) -> None:
        """Show why the chosen folder could not be opened."""
        self.setEnabled(True)
        self.notice.tell("warn", self._texts.explain(error))

    def begin(self) -> None:
        """Put the caret where one begins."""
        self.take_focus(self.create_button)

    def _offer(self, name: str, mark: str, clicked: Callable[[], object]) -> QPushButton:
        card = QFrame(self)
        card.setObjectName("card")
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(16)
        drawn = QLabel(card)
        drawn.setPixmap(picture(mark, "primary", 28))
        words = label(card, "muted", wrap=True)
        link = button(card, "link", clicked)
        self.bind(link.setText, f"unlock.first.{name}")
        self.bind(words.setText, f"unlock.first.{name}_words")
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(link)
        column.addWidget(words)
        row.addWidget(drawn)
        row.addLayout(column, 1)
        self.column.addWidget(card)
        return link

    def _on_open(self) -> None:
        title = self._texts.say("unlock.first.choose_folder")
        folder = self._dialogs.choose_folder(self, title, Path.home())
        if folder is not None:
            self.opened.emit(folder)

    def _on_demo(self) -> None:
        assert self._demo is not None
        prepare = self._demo.prepare
        self.notice.tell("info", self._texts.say("unlock.first.preparing"))
        self.setEnabled(False)
        self._background.run(lambda _report: prepare(), self, self.opened.emit, self.say_error)

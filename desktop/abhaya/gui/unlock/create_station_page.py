"""Sets up a new station in two steps: the station, then its first supervisor."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.background import Background, Report
from abhaya.gui.dialogs import Dialogs
from abhaya.gui.unlock.entrance import Entrance
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.new_passphrase import NewPassphrase
from abhaya.gui.widgets.notice import Notice
from abhaya.station import Station
from abhaya.texts import Texts

_CODE = re.compile(r"[A-Z]{2,6}")


class CreateStationPage(Entrance):
    """``created`` carries the Station; ``left`` goes back."""

    created = Signal(object)
    left = Signal()

    def __init__(
        self,
        background: Background,
        dialogs: Dialogs,
        clock: Callable[[], datetime],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._background = background
        self._dialogs = dialogs
        self._clock = clock
        self._texts = Texts()
        self._lines: dict[str, NamedLine] = {}
        self._step = label(self, "muted")
        heading = label(self, "h1", wrap=True)
        self.bind(heading.setText, "unlock.create.title")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._station_page(folder))
        self._pages.addWidget(self._supervisor_page())
        self.notice = Notice(self)
        for piece in (self._step, heading, self._pages, self.notice):
            self.column.addWidget(piece)
        self._add_buttons()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._texts = texts
        for line in self._lines.values():
            line.retranslate(texts)
        self.passphrase.retranslate(texts)
        self._show_step()

    def begin(self) -> None:
        """Put the caret where one begins."""
        self.take_focus(self._lines["name"])

    def _station_page(self, folder: Path) -> QWidget:
        page, column = self._step_page()
        for name in ("name", "code", "district", "state", "folder"):
            hint = f"unlock.create.{name}_hint" if name in ("name", "code", "folder") else ""
            column.addWidget(self._line(page, name, hint))
        self._lines["code"].edit.textEdited.connect(
            lambda text: self._lines["code"].edit.setText(text.upper())
        )
        self._lines["folder"].edit.setText(str(folder))
        choose = button(page, "plain", self._on_choose_folder, picture="folder-open")
        self.bind(choose.setText, "unlock.create.choose")
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addStretch()
        column.addLayout(row)
        return page

    def _supervisor_page(self) -> QWidget:
        page, column = self._step_page()
        heading, words = label(page, "h2"), label(page, "muted", wrap=True)
        self.bind(heading.setText, "unlock.create.supervisor")
        self.bind(words.setText, "unlock.create.supervisor_words")
        person = self._line(page, "person_name")  # made before what follows it: that is the order of Tab
        self.passphrase = NewPassphrase(page)
        self.passphrase.entered.connect(self._on_next)
        column.addWidget(heading)
        column.addWidget(words)
        column.addWidget(person)
        column.addWidget(self.passphrase)
        column.addStretch()
        return page

    def _step_page(self) -> tuple[QWidget, QVBoxLayout]:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        return page, column

    def _line(self, page: QWidget, name: str, hint: str = "") -> NamedLine:
        line = NamedLine(page, f"unlock.create.{name}", hint)
        line.edit.returnPressed.connect(self.focusNextChild)
        self._lines[name] = line
        return line

    def _add_buttons(self) -> None:
        self._back = button(self, "plain", self._on_back, picture="arrow-left")
        self._next = button(self, "primary", self._on_next)
        self.bind(self._back.setText, "window.back")
        row = QHBoxLayout()
        row.addWidget(self._back)
        row.addStretch()
        row.addWidget(self._next)
        self.column.addLayout(row)

    def _show_step(self, doing: bool = False) -> None:
        at = self._pages.currentIndex()
        self._step.setText(self._texts.say("unlock.create.step", number=at + 1, total=self._pages.count()))
        key = "doing" if doing else "do" if at else "next"
        self._next.setText(self._texts.say(f"unlock.create.{key}"))
        self._next.setEnabled(not doing)
        self._back.setEnabled(not doing)

    def _on_choose_folder(self) -> None:
        title = self._texts.say("unlock.create.folder")
        folder = self._dialogs.choose_folder(self, title, Path(self._lines["folder"].text()).parent)
        if folder is not None:
            self._lines["folder"].edit.setText(str(folder))

    def _on_back(self) -> None:
        if self._pages.currentIndex() == 0:
            self.left.emit()
        else:
            self._turn_to(0)

    def _on_next(self) -> None:
        missing = self._missing()
        if missing:
            self.notice.tell("warn", missing)
        elif self._pages.currentIndex() == 0:
            self._turn_to(1)
        else:
            self._create()

    def _turn_to(self, index: int) -> None:
        self.notice.hide()
        self._pages.setCurrentIndex(index)
        self._show_step()
        self._lines["person_name" if index else "name"].setFocus()

    def _missing(self) -> str:
        first = self._pages.currentIndex() == 0
        for name in ("name", "code", "district", "state", "folder") if first else ("person_name",):
            if not self._lines[name].text():
                self._lines[name].setFocus()
                return self._texts.say("unlock.create.fill", what=self._texts.say(self._lines[name].key))
        if first and not _CODE.fullmatch(self._lines["code"].text()):
            self._lines["code"].setFocus()
            return self._texts.say("unlock.create.code_wrong")
        if not first and not self.passphrase.same:
            self.passphrase.again.setFocus()
            return self._texts.say("unlock.create.differ")
        return ""

    def _create(self) -> None:
        from abhaya.workflows.create_station import create_station

        said = {name: line.text() for name, line in self._lines.items()}
        passphrase = self.passphrase.text()

        def work(_report: Report) -> Station:
            return create_station(
                Path(said["folder"]),
                code=said["code"],
                name=said["name"],
                district=said["district"],
                state=said["state"],
                supervisor=said["person_name"],
                passphrase=passphrase,
                clock=self._clock,
            )

        self.notice.hide()
        self._show_step(doing=True)
        self._background.run(work, self, self._on_created, self._on_failed)

    def _on_created(self, station: Station) -> None:
        self.passphrase.clear()
        self.created.emit(station)

    def _on_failed(self, error: AbhayaError) -> None:
        self._show_step()
        self.notice.tell("warn", self._texts.explain(error))

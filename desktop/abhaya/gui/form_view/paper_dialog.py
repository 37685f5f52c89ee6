"""Names the sheet that a record is entered from."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.shown import day_shown
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.other_calendar import other_calendar
from abhaya.workflows.enter_from_paper import enter_from_paper, named_paper, paper_behind
from abhaya.workflows.fill_form import Filling


class PaperDialog(QDialog, Spoken):
    """Accepted once it is saved; without a serial number the record is no longer from paper."""

    def __init__(self, parent: QWidget, around: Surroundings, filling: Filling) -> None:
        super().__init__(parent)
        self._around, self._filling = around, filling
        self._reader = DateReader(around.desk.local_date(), past=True)
        self.resize(480, min(440, parent.window().height() - 20))
        heading, words = label(self, "h1", wrap=True), label(self, "muted", wrap=True)
        self.serial = NamedLine(self, "form_view.paper.serial", "form_view.paper.serial_hint")
        self.day = NamedLine(self, "form_view.paper.day", "form_view.paper.day_hint")
        self.beside = label(self, "muted", wrap=True)
        self.day.edit.textChanged.connect(self._on_day)
        self.notice = Notice(self)
        self.save = button(self, "primary", self._on_save)
        self.save.setDefault(True)
        cancel = button(self, "plain", self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        for piece in (heading, words, self.serial, self.day, self.beside, self.notice):
            column.addWidget(piece)
        column.addStretch()
        column.addLayout(row)
        self.bind(self.setWindowTitle, "form_view.paper.title")
        self.bind(heading.setText, "form_view.paper.title")
        self.bind(words.setText, "form_view.paper.words")
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.save.setText, "form_view.paper.save")
        for spoken in (self, self.serial, self.day):
            spoken.retranslate(around.texts)
        self._show_paper()

    def _show_paper(self) -> None:
        if paper := paper_behind(self._filling):
            self.serial.edit.setText(paper.serial)
            self.day.edit.setText(day_shown(paper.day))

    def _on_day(self, written: str) -> None:
        self.beside.setText(other_calendar(written, self._reader, self._around.texts))

    def _on_save(self) -> None:
        serial, found = self.serial.text(), self._reader.read(self.day.text())
        try:
            paper = named_paper(self._around.desk, serial, found.day if found else None) if serial else None
            enter_from_paper(self._filling, paper)
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
            return
        self.accept()

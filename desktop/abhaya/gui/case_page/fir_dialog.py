"""Asks for the number of the FIR that a case has got since it was begun."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.case import Case
from abhaya.gui.screen import Spoken, Surroundings, Writing
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.notice import Notice
from abhaya.texts import Texts
from abhaya.workflows.open_case import may_name_fir, name_fir


class FirDialog(Writing, QDialog, Spoken):
    """Accepted when ``number`` is to be kept."""

    def __init__(self, parent: QWidget, texts: Texts, number: str) -> None:
        super().__init__(parent)
        self._before = number
        self.setMinimumWidth(420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        heading, words = label(self, "h1", wrap=True), label(self, "muted", wrap=True)
        self.line = NamedLine(self, "case_page.fir_number.line")
        self.line.edit.setText(number)
        self.line.edit.selectAll()
        for piece in (heading, words, self.line):
            column.addWidget(piece)
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.keep = button(self, "primary", self.accept)
        self.keep.setDefault(True)
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column.addLayout(row)
        for setter, key in (
            (self.setWindowTitle, "case_page.fir_number.title"),
            (heading.setText, "case_page.fir_number.title"),
            (words.setText, "case_page.fir_number.words"),
            (cancel.setText, "window.cancel"),
            (self.keep.setText, "case_page.summary.save"),
        ):
            self.bind(setter, key)
        for spoken in (self, self.line):
            spoken.retranslate(texts)
        self.line.edit.setFocus()

    @property
    def number(self) -> str:
        """What stands in the line."""
        return self.line.text().strip()

    @property
    def unsaved(self) -> bool:
        return self.number != self._before


def ask_fir_number(
    parent: QWidget, around: Surroundings, case: Case, notice: Notice, done: Callable[[], object]
) -> None:
    """Ask, keep the number and call ``done``; ``notice`` says where a form tells it already.

    Raises DISK_FULL, READ_ONLY_FOLDER.
    """
    if not may_name_fir(around.desk, case.id):
        notice.tell("info", around.texts.say("case_page.fir_number.in_form"))
        return
    dialog = FirDialog(parent, around.texts, case.fir_number)
    if dialog.exec():
        name_fir(around.desk, case.id, dialog.number)
        done()

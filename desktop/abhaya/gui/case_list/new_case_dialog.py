"""Asks for the little a case needs to begin with."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from abhaya.cases.case import Case
from abhaya.errors import AbhayaError
from abhaya.gui.screen import Spoken, Surroundings, Writing
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.date_reading import DateReader
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.other_calendar import other_calendar
from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.gui.widgets.written_date import date_from
from abhaya.gui.widgets.wrong_mark import mark_wrong
from abhaya.workflows.open_case import new_case
from abhaya_forms.tables import terms


class NewCaseDialog(Writing, QDialog, Spoken):
    """``case`` is the new case once the dialog was accepted."""

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self._reader = DateReader(around.desk.local_date(), past=True)
        self.case: Case | None = None
        self.resize(560, min(690, parent.window().height() - 20))
        page = ScrollPage(self)
        page.column.setSpacing(12)
        heading, words = label(page, "h1"), label(page, "muted", wrap=True)
        self.bind(self.setWindowTitle, "case_list.new_case.title")
        self.bind(heading.setText, "case_list.new_case.title")
        self.bind(words.setText, "case_list.new_case.words")
        page.column.addWidget(heading)
        page.column.addWidget(words)
        self.kind = self._combo(page, "kind")
        self._fill_kinds()
        self.kind.currentIndexChanged.connect(lambda: mark_wrong(self.kind, False))
        self.event_on = NamedLine(page, "case_list.new_case.event_on", "case_list.new_case.event_on_hint")
        self.event_on.edit.textEdited.connect(self._on_event_on)
        page.column.addWidget(self.event_on)
        self.beside = label(page, "muted", wrap=True)
        self.beside.hide()
        page.column.addWidget(self.beside)
        self.district = self._combo(page, "district")
        self._fill_districts()
        self.fir_number = NamedLine(page, "case_list.new_case.fir_number")
        page.column.addWidget(self.fir_number)
        self.summary = self._summary(page)
        page.column.addStretch()
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(page, 1)
        column.addLayout(self._bottom())
        for spoken in (self, self.event_on, self.fir_number):
            spoken.retranslate(around.texts)
        self.kind.setFocus()

    @property
    def unsaved(self) -> bool:
        return any((self.summary.toPlainText(), self.event_on.text(), self.fir_number.text()))

    def _combo(self, page: ScrollPage, name: str) -> QComboBox:
        words = label(page, "field")
        combo = QComboBox(page)
        combo.setMaxVisibleItems(12)
        words.setBuddy(combo)
        self.bind(words.setText, f"case_list.new_case.{name}")
        self.bind(combo.setAccessibleName, f"case_list.new_case.{name}")
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(words)
        box.addWidget(combo)
        page.column.addLayout(box)
        return combo

    def _fill_kinds(self) -> None:
        texts = self._around.texts
        self.kind.addItem(texts.say("case_list.new_case.choose_kind"), "")
        for term in terms("exploitation_types"):
            self.kind.addItem(term.labels[texts.language], term.name)

    def _fill_districts(self) -> None:
        self.district.setEditable(True)
        keep_private(self.district)
        self.district.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self.district.completer()
        assert completer is not None  # an editable combo box has one
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        for term in terms("districts"):
            self.district.addItem(term.labels[self._around.texts.language], term.name)
        own = self._around.desk.station.district
        for term in terms("districts"):
            if own in term.labels.values():
                own = term.labels[self._around.texts.language]
        self.district.setCurrentText(own)

    def _on_event_on(self, written: str) -> None:
        mark_wrong(self.event_on.edit, False)
        self.beside.setText(other_calendar(written, self._reader, self._around.texts))
        self.beside.setVisible(bool(self.beside.text()))

    def _summary(self, page: ScrollPage) -> QPlainTextEdit:
        words = label(page, "field")
        edit = QPlainTextEdit(page)
        keep_private(edit)
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 20)
        words.setBuddy(edit)
        self.bind(words.setText, "case_list.new_case.summary")
        self.bind(edit.setAccessibleName, "case_list.new_case.summary")
        box = QVBoxLayout()
        box.setSpacing(4)
        box.addWidget(words)
        box.addWidget(edit)
        page.column.addLayout(box)
        return edit

    def _bottom(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 6, 24, 0)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.begin = button(self, "primary", self._on_begin)
        self.begin.setDefault(True)
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.begin.setText, "case_list.new_case.do")
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.begin)
        column.addLayout(row)
        return column

    def _on_begin(self) -> None:
        written = self.event_on.text()
        event_on: date | None = None
        if not self.kind.currentData():
            say = self._around.texts.say
            self._refuse(self.kind, say("unlock.create.fill", what=say("case_list.new_case.kind")))
            return
        if written:
            try:
                event_on = date.fromisoformat(date_from(written, self._reader))
            except ValueError:
                self._refuse(self.event_on.edit, self._around.texts.say("case_list.new_case.event_on_wrong"))
                return
            if event_on > self._around.desk.local_date():
                self._refuse(self.event_on.edit, self._around.texts.say("case_list.new_case.event_on_future"))
                return
        self._begin(event_on)

    def _begin(self, event_on: date | None) -> None:
        try:
            self.case = new_case(
                self._around.desk,
                kind=self.kind.currentData(),
                summary=self.summary.toPlainText().strip(),
                event_on=event_on,
                district=self._district_name(),
                fir_number=self.fir_number.text(),
            )
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
            return
        self.accept()

    def _district_name(self) -> str:
        typed = self.district.currentText().strip()
        at = self.district.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.district.itemData(at)) if at >= 0 else typed

    def _refuse(self, at: QWidget, words: str) -> None:
        """Say what is wrong; what is typed next takes the place of what was refused."""
        mark_wrong(at, True)
        at.setFocus()
        if isinstance(at, QLineEdit):
            at.selectAll()
        self.notice.tell("warn", words)

"""Chooses the form to fill and the language of its questions."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from abhaya.errors import AbhayaError
from abhaya.gui.icons import icon
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.language_bar import LANGUAGE_NAMES
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.fill_form import Filling, available_forms, start_record
from abhaya.workflows.form_shelf import FormLine

_SHA256 = Qt.ItemDataRole.UserRole


class FormChoiceDialog(QDialog):
    """``filling`` is the record that was begun, once accepted."""

    def __init__(self, parent: QWidget, around: Surroundings, case_id: str) -> None:
        super().__init__(parent)
        self._around = around
        self._case_id = case_id
        self.filling: Filling | None = None
        self.setWindowTitle(self._say("title"))
        self.resize(520, min(520, parent.window().height() - 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(self, "h1", self._say("title"), wrap=True))
        column.addWidget(label(self, "muted", self._say("words"), wrap=True))
        self.list = self._make_list()
        column.addWidget(self.list, 1)
        column.addLayout(self._language_row())
        self.notice = Notice(self)
        column.addWidget(self.notice)
        column.addLayout(self._buttons())
        self.list.setFocus()

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"case_page.form_choice.{key}", **values)

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("people")
        made.setWordWrap(True)
        made.setAccessibleName(self._say("list"))
        for form in available_forms(self._around.desk):
            item = QListWidgetItem(icon("file-text", "muted"), self._title(form), made)
            item.setData(_SHA256, form.sha256)
        made.setCurrentRow(0)
        made.activated.connect(self._on_begin)
        return made

    def _title(self, form: FormLine) -> str:
        title = form.titles.get(self._around.texts.language) or form.form_id
        return title if form.shipped else self._say("imported", title=title)

    def _language_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        words = label(self, "field", self._say("language"))
        self.language = QComboBox(self)
        self.language.setAccessibleName(words.text())
        words.setBuddy(self.language)
        for language, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, language)
        self.language.setCurrentIndex(self.language.findData(self._around.texts.language))
        row.addWidget(words)
        row.addWidget(self.language)
        row.addStretch()
        return row

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.begin = button(self, "primary", self._on_begin, self._say("do"))
        row.addStretch()
        row.addWidget(button(self, "plain", self.reject, self._around.texts.say("window.cancel")))
        row.addWidget(self.begin)
        return row

    def _on_begin(self) -> None:
        item = self.list.currentItem()
        if item is None:
            return
        try:
            self.filling = start_record(
                self._around.desk, self._case_id, item.data(_SHA256), self.language.currentData()
            )
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
            return
        self.accept()

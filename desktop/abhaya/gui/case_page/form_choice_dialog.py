"""Chooses the form to fill and the language of its questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import groupby

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

from abhaya.cases.person import PersonRole
from abhaya.cases.record import Record
from abhaya.errors import AbhayaError
from abhaya.gui.case_page.save_empty_form import save_empty_form
from abhaya.gui.icons import icon
from abhaya.gui.screen import Surroundings
from abhaya.gui.shown import day_shown
from abhaya.gui.subject_dialog import SubjectDialog
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.language_bar import LANGUAGE_NAMES
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.choose_subject import possible_subjects
from abhaya.workflows.desk import INDIA
from abhaya.workflows.drop_draft import begun_already
from abhaya.workflows.facts_in_form import subject_roles
from abhaya.workflows.fill_form import Filling, available_forms, open_record, start_record
from abhaya.workflows.form_shelf import FormLine
from abhaya_forms.tables import term_label

_SHA256 = Qt.ItemDataRole.UserRole


class FormChoiceDialog(QDialog):
    """``filling`` is the record that was begun or is gone on with, once accepted."""

    def __init__(self, parent: QWidget, around: Surroundings, case_id: str) -> None:
        super().__init__(parent)
        self._around = around
        self._case_id = case_id
        self.filling: Filling | None = None
        self._about: str | PersonRole = ""
        self._begun: Record | None = None
        self.setWindowTitle(self._say("title"))
        self.resize(560, min(660, parent.window().height() - 20))
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
        for stage, forms in groupby(available_forms(self._around.desk), lambda form: form.stage):
            self._add_stage(made, stage)
            for form in forms:
                item = QListWidgetItem(icon("file-text", "muted"), self._title(form), made)
                item.setData(_SHA256, form.sha256)
        made.setCurrentRow(1)
        made.activated.connect(self._on_begin)
        made.currentRowChanged.connect(lambda _row: self._offer(None))
        return made

    def _add_stage(self, made: QListWidget, stage: str) -> None:
        named = term_label("stages", stage, self._around.texts.language) if stage else self._say("own")
        heading = QListWidgetItem(named, made)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        bold = heading.font()
        bold.setBold(True)
        heading.setFont(bold)

    def _title(self, form: FormLine) -> str:
        return form.titles.get(self._around.texts.language) or form.form_id

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
        self.another = button(self, "plain", self._start, self._say("another"))
        self.another.hide()
        self.empty = button(self, "plain", self._on_empty, self._say("empty"), "printer")
        row.addWidget(self.empty)
        row.addStretch()
        row.addWidget(button(self, "plain", self.reject, self._around.texts.say("window.cancel")))
        row.addWidget(self.another)
        row.addWidget(self.begin)
        return row

    def _on_begin(self) -> None:
        if self._begun is not None:
            self._do(partial(open_record, self._around.desk, self._begun.id))
        elif (form := self._form()) is not None and self._choose_subject(form):
            subject = "" if isinstance(self._about, PersonRole) else self._about
            begun = begun_already(self._around.desk, self._case_id, form.form_id, subject)
            if begun is None or isinstance(self._about, PersonRole):
                self._start()
            else:
                self._offer(begun)

    def _on_empty(self) -> None:
        form = self._form()
        if form is not None:
            save_empty_form(self, self._around, form, self.language.currentData(), self.notice)

    def _form(self) -> FormLine | None:
        item = self.list.currentItem()
        sha256 = item.data(_SHA256) if item else None  # a heading stands for no form
        return self._around.desk.forms.find(sha256) if sha256 else None

    def _choose_subject(self, form: FormLine) -> bool:
        """Ask whom the form is about, if it is about somebody; False when the person changed their mind."""
        desk = self._around.desk
        definition = desk.forms.definition(form.sha256)
        self._about = ""
        roles = subject_roles(definition)
        if not roles:
            return True
        people = possible_subjects(desk, self._case_id, definition)
        dialog = SubjectDialog(self, self._around.texts, self._title(form), people, roles)
        if not dialog.exec():
            return False
        self._about = dialog.about
        return True

    def _offer(self, begun: Record | None) -> None:
        """Offer to go on with a draft instead of beginning a second one."""
        self._begun = begun
        self.another.setVisible(begun is not None)
        self.begin.setText(self._say("go_on" if begun else "do"))
        if begun is None:
            self.notice.hide()
        else:
            day = day_shown(begun.created_at.astimezone(INDIA).date())
            self.notice.tell("info", self._say("begun", number=begun.number, day=day))
            self.begin.setFocus()

    def _start(self) -> None:
        form = self._form()
        if form is not None:
            language = self.language.currentData()
            self._do(
                partial(start_record, self._around.desk, self._case_id, form.sha256, language, self._about)
            )

    def _do(self, begin: Callable[[], Filling]) -> None:
        try:
            self.filling = begin()
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
            return
        self.accept()

"""A new person gives name, office and a passphrase of their own."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.new_passphrase import NewPassphrase
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.workflows.manage_people import add_person, roles_to_enrol


class AddPersonDialog(QDialog, Spoken):
    """Accepted once the person can unlock the station."""

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self.resize(520, min(620, parent.window().height() - 20))
        page = ScrollPage(self)
        heading, types = label(page, "h1"), label(page, "field", wrap=True)
        self.name = NamedLine(page, "people.name", "people.name_hint")
        offices = self._offices(page)  # made before the passphrase, since Tab goes by birth
        self.passphrase = NewPassphrase(page)
        self.passphrase.entered.connect(self._on_add)
        self.bind(self.setWindowTitle, "people.add")
        self.bind(heading.setText, "people.add")
        self.bind(types.setText, "people.types")
        page.column.addWidget(heading)
        page.column.addWidget(self.name)
        page.column.addLayout(offices)
        page.column.addWidget(types)
        page.column.addWidget(self.passphrase)
        page.column.addStretch()
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(page, 1)
        column.addLayout(self._bottom())
        for spoken in (self, self.name, self.passphrase):
            spoken.retranslate(around.texts)
        self._show_what()
        self.name.setFocus()

    def _offices(self, page: QWidget) -> QVBoxLayout:
        name = label(page, "field")
        self.office = QComboBox(page)
        name.setBuddy(self.office)
        for role in roles_to_enrol(self._around.desk):
            self.office.addItem(self._around.texts.say(f"roles.role.{role.value}"), role)
        self.office.currentIndexChanged.connect(lambda _index: self._show_what())
        self._what = label(page, "muted", wrap=True)
        self.bind(name.setText, "people.office")
        self.bind(self.office.setAccessibleName, "people.office")
        column = QVBoxLayout()
        column.setSpacing(4)
        for piece in (name, self.office, self._what):
            column.addWidget(piece)
        return column

    def _bottom(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 6, 24, 0)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.add_button = button(self, "primary", self._on_add)
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.add_button.setText, "people.do")
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.add_button)
        column.addLayout(row)
        return column

    def _show_what(self) -> None:
        role = Role(self.office.currentData())
        self._what.setText(self._around.texts.say(f"people.what.{role.value}"))

    def _on_add(self) -> None:
        say = self._around.texts.say
        name, role, passphrase = self.name.text(), Role(self.office.currentData()), self.passphrase.text()
        if not name:
            self.name.setFocus()
            self.notice.tell("warn", say("unlock.create.fill", what=say("people.name")))
            return
        if not self.passphrase.same:
            self.passphrase.again.setFocus()
            self.notice.tell("warn", say("unlock.create.differ"))
            return
        desk = self._around.desk

        def work(_report: Report) -> str:
            return add_person(desk, name, role, passphrase)

        self.add_button.setEnabled(False)
        self.add_button.setText(say("people.doing"))
        self._around.background.run(work, self, lambda _person_id: self.accept(), self._on_failed)

    def _on_failed(self, error: AbhayaError) -> None:
        self.add_button.setEnabled(True)
        self.add_button.setText(self._around.texts.say("people.do"))
        self.notice.tell("warn", self._around.texts.explain(error))

"""Asks whom a form or a row of it is about: somebody of the case, or somebody new."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from abhaya.cases.person import PersonRole
from abhaya.gui.icons import icon
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.points_list import PointsList
from abhaya.texts import Texts
from abhaya.workflows.choose_subject import PossibleSubject


class SubjectDialog(QDialog):
    """Accepted: ``about`` is a code, or the role of somebody new, which is one of ``roles``."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        title: str,
        people: tuple[PossibleSubject, ...],
        roles: tuple[PersonRole, ...],
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._offered: list[str | PersonRole] = [*(person.code for person in people), *roles]
        self.about: str | PersonRole = ""
        self.setWindowTitle(self._say("title"))
        self.resize(480, min(440, parent.window().height() - 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(label(self, "h1", self._say("title"), wrap=True))
        column.addWidget(label(self, "muted", title, wrap=True))
        self.list = self._make_list(people, roles)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        self.choose = button(self, "primary", self._on_choose, self._say("do"))
        row.addStretch()
        row.addWidget(button(self, "plain", self.reject, texts.say("window.cancel")))
        row.addWidget(self.choose)
        column.addLayout(row)
        self.list.setFocus()

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"case_page.subject.{key}", **values)

    def _make_list(self, people: tuple[PossibleSubject, ...], roles: tuple[PersonRole, ...]) -> PointsList:
        made = PointsList(self)
        made.setObjectName("people")
        made.setAccessibleName(self._say("title"))
        for person in people:
            QListWidgetItem(icon("circle-user-round", "muted"), self._words(person), made)
        for role in roles:
            QListWidgetItem(icon("user-plus", "primary"), self._say(f"new_{role.value}"), made)
        made.setCurrentRow(0)
        made.activated.connect(self._on_choose)
        return made

    def _words(self, person: PossibleSubject) -> str:
        say = self._texts.say
        code = say("case_page.people.child", code=person.code) if person.is_child else person.code
        return "\n".join(filter(None, (code, person.name)))

    def _on_choose(self) -> None:
        self.about = self._offered[self.list.currentRow()]
        self.accept()

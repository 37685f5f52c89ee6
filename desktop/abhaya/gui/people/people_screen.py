"""Who can unlock the station, and adding somebody."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.gui.people.add_person_dialog import AddPersonDialog
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts
from abhaya.workflows.list_people import PersonLine, list_people

_WIDTH = 760


class PeopleScreen(Screen):
    """For supervisors and administrators."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        page = ScrollPage(self)
        title, words = label(page, "h1"), label(page, "muted", wrap=True)
        self.add_button = button(page, "primary", self.add, picture="user-plus")
        self.notice = Notice(page)
        self.card = Card(page)
        self.card.setMaximumWidth(_WIDTH)
        self.bind(title.setText, "people.title")
        self.bind(words.setText, "people.words")
        self.bind(self.add_button.setText, "people.add")
        self.bind(self.card.heading.setText, "people.here")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.add_button)
        page.column.addLayout(top)
        for piece in (words, self.notice, self.card):
            page.column.addWidget(piece)
        page.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {"add_person": self.add, "refresh": self.arrive}

    def arrive(self) -> None:
        """Read who is here."""
        self._show()
        self.add_button.setFocus()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._show()

    def add(self) -> None:
        """Let a new person type name and passphrase."""
        dialog = AddPersonDialog(self, self.around)
        if dialog.exec():
            self._show()
            self.notice.tell("ok", self.around.texts.say("people.done", name=dialog.name.text()))

    def _show(self) -> None:
        empty(self.card.content)
        for person in list_people(self.around.desk.station.folder):
            self.card.content.addWidget(self._row(person))

    def _row(self, person: PersonLine) -> QFrame:
        say = self.around.texts.say
        row = QFrame(self.card)
        row.setObjectName("row")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 10, 0, 4)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(row, "field", person.display_name, wrap=True))
        words.addWidget(label(row, "muted", say(f"people.what.{person.role.value}"), wrap=True))
        across.addLayout(words, 1)
        across.addWidget(label(row, "muted", say(f"roles.role.{person.role.value}")))
        return row

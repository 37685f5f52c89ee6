"""The people of a case, by code only."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from abhaya.cases.person import Person, PersonRole
from abhaya.gui.screen import Spoken
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.flow_layout import FlowLayout
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.tag import tag
from abhaya.texts import Texts


class PeopleCard(Card, Spoken):
    """Rescued persons first, then suspects and witnesses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.bind(self.heading.setText, "case_page.people.heading")

    def show_people(self, people: tuple[Person, ...], spared: int, texts: Texts) -> None:
        """Fill the card anew; ``spared`` is how many questions rescued people were not asked again."""
        empty(self.content)
        if not people:
            self.content.addWidget(label(self, "muted", texts.say("case_page.people.none"), wrap=True))
        for role in PersonRole:
            of_role = [person for person in people if person.role is role]
            if of_role:
                self.content.addWidget(label(self, "muted", texts.say(f"case_page.people.{role.value}")))
                self.content.addWidget(self._codes(of_role, texts))

        if spared:
            key = "spared_one" if spared == 1 else "spared"
            words = texts.say(f"case_page.people.{key}", count=spared)
            self.content.addWidget(label(self, "muted", words, wrap=True))

    def _codes(self, people: list[Person], texts: Texts) -> QWidget:
        holder = QWidget(self)
        row = FlowLayout(holder, gap=6)
        row.setContentsMargins(0, 0, 0, 0)
        for person in people:
            if person.is_child:
                row.addWidget(tag(holder, "child", texts.say("case_page.people.child", code=person.code)))
            else:
                row.addWidget(tag(holder, "person", person.code))
        return holder

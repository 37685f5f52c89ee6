"""Where a working day begins: choose yourself, type your passphrase."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from abhaya.gui.background import Background
from abhaya.gui.unlock.entrance import Entrance
from abhaya.gui.unlock.person_choice import PersonChoice
from abhaya.gui.unlock.unlock_form import UnlockForm
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.station import Station
from abhaya.texts import Texts
from abhaya.workflows.list_people import list_people


class UnlockScreen(Entrance):
    """``unlocked`` carries the Desk; ``left`` asks for another station."""

    unlocked = Signal(object)
    left = Signal()

    def __init__(
        self,
        station: Station,
        background: Background,
        clock: Callable[[], datetime],
        *,
        last_person: str = "",
        demo_passphrase: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._clock = clock
        self._demo_passphrase = demo_passphrase if station.demo else ""
        self._demo_notice = Notice(self)
        self.people = PersonChoice(self)
        self.people.show_people(list_people(station.folder), last_person)
        self.form = UnlockForm(self, background, self._unlock)
        self.form.unlocked.connect(self.unlocked)
        self.people.decided.connect(self.form.setFocus)
        self._person_id = self.people.person_id
        self.people.currentRowChanged.connect(self._on_person)
        self._lay_out()

    def _lay_out(self) -> None:
        place = " · ".join(part for part in (self._station.district, self._station.state) if part)
        who = label(self, "field")
        who.setBuddy(self.people)
        self.bind(who.setText, "unlock.who")
        other = button(self, "link", self.left.emit)
        self.bind(other.setText, "unlock.other_station")
        column = self.column
        column.addWidget(label(self, "h1", self._station.name, wrap=True))
        column.addWidget(label(self, "muted", place, wrap=True))
        column.addSpacing(8)
        for piece in (self._demo_notice, who, self.people, self.form, other):
            column.addWidget(piece)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.people.retranslate(texts)
        self.form.retranslate(texts)
        if self._demo_passphrase:
            self._demo_notice.tell("info", texts.say("unlock.demo", passphrase=self._demo_passphrase))

    def begin(self) -> None:
        """Put the caret where one begins."""
        self.take_focus(self.form.passphrase)

    def _on_person(self, _row: int) -> None:
        self._person_id = self.people.person_id
        self.form.forget()

    def _unlock(self, passphrase: str) -> object:
        from abhaya.workflows.unlock_station import unlock  # brings forms and database, not needed to paint

        return unlock(self._station.folder, self._person_id, passphrase, clock=self._clock)

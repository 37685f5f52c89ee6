"""The people of a station, one a line, with their office."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from abhaya.gui.icons import icon
from abhaya.gui.screen import Spoken
from abhaya.texts import Texts
from abhaya.workflows.list_people import PersonLine

_LINES_SHOWN = 4
_PERSON_ID = Qt.ItemDataRole.UserRole
_ROLE = Qt.ItemDataRole.UserRole + 1
_NAME = Qt.ItemDataRole.UserRole + 2


class PersonChoice(QListWidget, Spoken):
    """Arrow keys choose, the first letter jumps, Return goes on to the passphrase (``decided``)."""

    decided = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("people")
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.activated.connect(self.decided)
        self.bind(self.setAccessibleName, "unlock.people")

    def show_people(self, people: Sequence[PersonLine], last: str) -> None:
        """Fill the list and choose the person with the id ``last``, else the first."""
        self.clear()
        for person in people:
            item = QListWidgetItem(icon("circle-user-round", "muted"), "", self)
            item.setData(_PERSON_ID, person.person_id)
            item.setData(_ROLE, person.role.value)
            item.setData(_NAME, person.display_name)
        ids = [person.person_id for person in people]
        self.setCurrentRow(ids.index(last) if last in ids else 0)

    @property
    def person_id(self) -> str:
        """The chosen person, "" while the station has nobody."""
        item = self.currentItem()
        return str(item.data(_PERSON_ID)) if item else ""

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        for row in range(self.count()):
            item = self.item(row)
            item.setText(f"{item.data(_NAME)} · {texts.say('roles.role.' + item.data(_ROLE))}")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = range(min(_LINES_SHOWN, max(1, self.count())))
        self.setFixedHeight(sum(self.sizeHintForRow(row) for row in shown) + 12)

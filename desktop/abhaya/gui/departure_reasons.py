"""Asks why something was done out of order or late: a box for each step, which may stay empty."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from abhaya.cases.departure import Departure
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.private_words import keep_private
from abhaya.texts import Texts
from abhaya.workflows.clock_words import departure_words

_LINES = 2


class DepartureReasons(QWidget):
    """``boxes`` are what a person writes into, by departure; what a form asked already stands in them."""

    def __init__(self, parent: QWidget, told: Mapping[Departure, str], texts: Texts) -> None:
        super().__init__(parent)
        self.boxes: dict[Departure, QPlainTextEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(self, "field", texts.say("clocks.departure.heading"), wrap=True))
        column.addWidget(label(self, "muted", texts.say("clocks.departure.words"), wrap=True))
        for found, written in told.items():
            said = departure_words(found, texts)
            name = label(self, "", f"{found.person}: {said}" if found.person else said, wrap=True)
            column.addWidget(name)
            box = self._box(found, name.text())
            column.addWidget(box)
            if written:
                box.setPlainText(written)
                column.addWidget(label(self, "muted", texts.say("clocks.departure.written"), wrap=True))

    @property
    def reasons(self) -> dict[Departure, str]:
        """What was written, by departure."""
        return {found: box.toPlainText() for found, box in self.boxes.items()}

    @property
    def first_open(self) -> QPlainTextEdit:
        """The first box without a reason, else the first of all: here words typed at once belong."""
        boxes = list(self.boxes.values())
        return next((box for box in boxes if not box.toPlainText()), boxes[0])

    def _box(self, found: Departure, name: str) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setAccessibleName(name)
        box.setTabChangesFocus(True)
        box.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 20)
        keep_private(box)
        self.boxes[found] = box
        return box

"""A date, typed day first or picked from a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from abhaya.gui.icons import icon
from abhaya.gui.widgets.calendar_popup import CalendarPopup
from abhaya.gui.widgets.dated_line import DatedLine
from abhaya.gui.widgets.written_date import date_from, date_shown
from abhaya.texts import Texts
from abhaya_forms.engine import Question


class DateLine(DatedLine):
    """The appearances ``month-year`` and ``year`` ask for less than a day; Alt+Down opens the calendar."""

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        self.fineness = question.fineness
        if self.fineness == "day":
            self._open = self.addAction(icon("calendar", "muted"), self.ActionPosition.TrailingPosition)
            self._open.triggered.connect(self.open_calendar)

    def speak(self, texts: Texts) -> None:
        super().speak(texts)
        self.setPlaceholderText(texts.say(f"widgets.date.{self.fineness}"))
        if self.fineness == "day":
            self._open.setText(texts.say("widgets.date.calendar"))
            self._open.setToolTip(texts.say("widgets.date.calendar"))

    def understood(self, text: str, *, finished: bool) -> str:
        return date_from(text, self.reader, finished=finished)

    def write(self, value: str) -> str:
        return date_shown(value, self.fineness)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.fineness == "day" and (alt_down or event.key() == Qt.Key.Key_F4):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show the calendar that was typed in under the line; a day picked there becomes the answer."""
        popup = CalendarPopup(self.texts, self)
        popup.picked.connect(self._on_picked)
        found = self.reader.read(self.text())
        line = QRect(self.mapToGlobal(QPoint(0, 0)), self.size())
        popup.open_at(line, found.day if found else self.today(), bikram=bool(found and found.bikram))

    def _on_picked(self, day: QDate) -> None:
        self.selectAll()
        self.insert(day.toString("dd/MM/yyyy"))
        self.setFocus()
        self.finish()

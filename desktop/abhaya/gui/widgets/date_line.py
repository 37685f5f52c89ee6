"""A date, typed day first or picked from a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDate, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from abhaya.gui.icons import icon
from abhaya.gui.widgets.calendar_popup import CalendarPopup
from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.written_date import date_from, date_shown
from abhaya.texts import Texts
from abhaya_forms.engine import Question


class DateLine(TextLine):
    """The appearances ``month-year`` and ``year`` ask for less than a day; Alt+Down opens the calendar."""

    short = True

    def __init__(self, question: Question, parent: QWidget) -> None:
        super().__init__(question, parent)
        coarse = {"month-year": "month", "year": "year"}
        self.fineness = next((coarse[a] for a in question.appearances if a in coarse), "day")
        self.setInputMethodHints(self.inputMethodHints() | Qt.InputMethodHint.ImhPreferNumbers)
        if self.fineness == "day":
            self._open = self.addAction(icon("calendar", "muted"), self.ActionPosition.TrailingPosition)
            self._open.triggered.connect(self.open_calendar)

    def speak(self, texts: Texts) -> None:
        self.texts = texts
        self.setPlaceholderText(texts.say(f"widgets.date.{self.fineness}"))
        if self.fineness == "day":
            self._open.setText(texts.say("widgets.date.calendar"))
            self._open.setToolTip(texts.say("widgets.date.calendar"))

    def read(self, text: str) -> str:
        return date_from(text, self.fineness)

    def write(self, value: str) -> str:
        return date_shown(value, self.fineness)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.fineness == "day" and (alt_down or event.key() == Qt.Key.Key_F4):
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> None:
        """Show a calendar under the line; a day picked there becomes the answer."""
        popup = CalendarPopup(self.texts.language, self)
        popup.picked.connect(self._on_picked)
        popup.open_at(QRect(self.mapToGlobal(QPoint(0, 0)), self.size()), self.read(self.text()))

    def _on_picked(self, day: QDate) -> None:
        self.selectAll()
        self.insert(day.toString("dd/MM/yyyy"))
        self.setFocus()
        self.finish()

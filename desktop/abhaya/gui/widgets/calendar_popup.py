"""A month to pick a day from, in the calendar of either country."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from abhaya.gui.widgets.bikram_month import BikramMonth
from abhaya.gui.widgets.button import button
from abhaya.texts import Texts

_LOCALES = {"en": "en_IN", "hi": "hi_IN", "ne": "ne_NP"}
_SUNDAY_FIRST = (7, 1, 2, 3, 4, 5, 6)


class CalendarPopup(QFrame):
    """Closes on a pick, on Escape and on a click elsewhere; two buttons switch between the calendars."""

    picked = Signal(QDate)

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar_popup")
        locale = QLocale(_LOCALES[texts.language])
        self.calendar = self._gregorian(locale)
        weekdays = [locale.dayName(day, QLocale.FormatType.ShortFormat) for day in _SUNDAY_FIRST]
        self.bikram_month = BikramMonth(texts, weekdays, self)
        self.bikram_month.picked.connect(self._on_activated)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.calendar)
        self.pages.addWidget(self.bikram_month)
        self.switches = QButtonGroup(self)
        across = QHBoxLayout()
        for number, name in enumerate(("gregorian", "bikram")):
            across.addWidget(self._switch(number, texts.say(f"widgets.date.{name}")))
        self.switches.idToggled.connect(self._on_switched)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(across)
        layout.addWidget(self.pages)

    def open_at(self, line: QRect, day: date, *, bikram: bool) -> None:
        """Show below or above ``line`` (a place on the screen) with ``day`` chosen."""
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.switches.button(int(bikram)).setChecked(True)
        self.adjustSize()
        room = self.screen().availableGeometry()
        below = line.bottom() + self.height() < room.bottom()
        y = line.bottom() if below else max(room.top(), line.top() - self.height())
        self.move(max(room.left(), min(line.left(), room.right() - self.width())), y)
        self.show()
        self._focus()

    def _focus(self) -> None:
        shown: QWidget = self.bikram_month if self.pages.currentIndex() else self.calendar
        shown.setFocus()

    def _gregorian(self, locale: QLocale) -> QCalendarWidget:
        calendar = QCalendarWidget(self)
        calendar.setLocale(locale)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumWidth(340)
        plain = calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, plain)  # red means that something is wrong
        calendar.activated.connect(self._on_activated)
        calendar.clicked.connect(self._on_activated)
        return calendar

    def _switch(self, number: int, words: str) -> QPushButton:
        made = button(self, "plain", lambda: None, words)
        made.setCheckable(True)
        made.setChecked(number == 0)
        self.switches.addButton(made, number)
        return made

    def _on_switched(self, number: int, checked: bool) -> None:
        if not checked:
            return
        if number:
            chosen = self.calendar.selectedDate()
            self.bikram_month.show_day(date(chosen.year(), chosen.month(), chosen.day()))
        elif day := self.bikram_month.day:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.pages.setCurrentIndex(number)
        self._focus()

    def _on_activated(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)

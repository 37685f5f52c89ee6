"""A month to pick a day from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QRect, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QFrame, QVBoxLayout, QWidget

_LOCALES = {"en": "en_IN", "hi": "hi_IN", "ne": "ne_NP"}


class CalendarPopup(QFrame):
    """Closes on a pick, on Escape and on a click elsewhere."""

    picked = Signal(QDate)

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar_popup")
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(_LOCALES[language]))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Sunday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setMinimumWidth(340)
        plain = self.calendar.weekdayTextFormat(Qt.DayOfWeek.Monday)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)  # red means that something is wrong
        self.calendar.activated.connect(self._on_activated)
        self.calendar.clicked.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def open_at(self, line: QRect, iso: str) -> None:
        """Show below or above ``line`` (a place on the screen) with the day of ``iso`` chosen, else today."""
        day = QDate.fromString(iso, Qt.DateFormat.ISODate)
        if day.isValid():
            self.calendar.setSelectedDate(day)
        self.adjustSize()
        room = self.screen().availableGeometry()
        below = line.bottom() + self.height() < room.bottom()
        y = line.bottom() if below else max(room.top(), line.top() - self.height())
        self.move(max(room.left(), min(line.left(), room.right() - self.width())), y)
        self.show()
        self.calendar.setFocus()

    def _on_activated(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)

"""A month to pick a day from."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
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
        self.calendar.activated.connect(self._on_activated)
        self.calendar.clicked.connect(self._on_activated)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.calendar)

    def open_at(self, corner: QPoint, iso: str) -> None:
        """Show with the day of ``iso`` chosen, today if it is none, inside the screen."""
        day = QDate.fromString(iso, Qt.DateFormat.ISODate)
        if day.isValid():
            self.calendar.setSelectedDate(day)
        self.adjustSize()
        room = self.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        y = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.calendar.setFocus()

    def _on_activated(self, day: QDate) -> None:
        self.close()
        self.picked.emit(day)

"""A month of the Bikram Sambat to pick a day from, with the Gregorian days beside."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from abhaya.bikram_words import bikram_words, month_name
from abhaya.gui.shown import day_shown
from abhaya.texts import Texts
from abhaya_forms.bikram_sambat import BikramDate, days_in_month, gregorian_of, readings, years

_WEEKS = 6
_DAY = Qt.ItemDataRole.UserRole


class BikramMonth(QWidget):
    """Page Up and Page Down turn the month; ``picked`` carries a Gregorian day."""

    picked = Signal(QDate)

    def __init__(self, texts: Texts, weekdays: list[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts
        self.month = QComboBox(self)
        self.month.addItems([month_name(month, texts) for month in range(1, 13)])
        self.month.setAccessibleName(texts.say("widgets.date.bikram_month"))
        self.month.setMaxVisibleItems(12)
        self.year = QSpinBox(self)
        self.year.setRange(years()[0], years()[-1])
        self.year.setAccessibleName(texts.say("widgets.date.bikram_year"))
        self.days = self._table(weekdays)
        self.month.activated.connect(self._fill)
        self.year.valueChanged.connect(self._fill)
        for key, step in ((Qt.Key.Key_PageUp, -1), (Qt.Key.Key_PageDown, 1)):
            turn = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.activated.connect(partial(self._on_turned, step))
        head = QHBoxLayout()
        head.addWidget(self.month, 1)
        head.addWidget(self.year)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.days)
        self.setFocusProxy(self.days)

    def show_day(self, day: date) -> None:
        """Turn to the month of a Gregorian day, if the table has it, and put the cursor on it."""
        for bikram in readings(day)[:1]:
            self._turn(bikram)

    @property
    def day(self) -> date | None:
        """The Gregorian day under the cursor."""
        item = self.days.currentItem()
        return item.data(_DAY) if item else None

    def _table(self, weekdays: list[str]) -> QTableWidget:
        table = QTableWidget(_WEEKS, 7, self)
        table.setHorizontalHeaderLabels(weekdays)
        table.verticalHeader().hide()
        height = 2 * table.fontMetrics().lineSpacing() + 10  # two lines a day
        table.verticalHeader().setDefaultSectionSize(height)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setFixedHeight(_WEEKS * height + table.horizontalHeader().sizeHint().height() + 4)
        table.setObjectName("bikram_days")
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.itemActivated.connect(self._on_picked)
        table.itemClicked.connect(self._on_picked)
        return table

    def _on_turned(self, step: int) -> None:
        months = self.year.value() * 12 + self.month.currentIndex() + step
        if months // 12 in years():
            self._turn(BikramDate(months // 12, months % 12 + 1, 1))

    def _turn(self, bikram: BikramDate) -> None:
        with QSignalBlocker(self.year):
            self.year.setValue(bikram.year)
        self.month.setCurrentIndex(bikram.month - 1)
        self._fill()
        self.days.setCurrentCell(*divmod(self._column_of_first() + bikram.day - 1, 7))

    def _column_of_first(self) -> int:
        """The weekday of the first day, Sunday being 0."""
        first = gregorian_of(BikramDate(self.year.value(), self.month.currentIndex() + 1, 1))
        return first.isoweekday() % 7 if first else 0

    def _fill(self) -> None:
        self.days.clearContents()
        year, month = self.year.value(), self.month.currentIndex() + 1
        for number in range(1, days_in_month(year, month) + 1):
            day = gregorian_of(BikramDate(year, month, number))
            assert day is not None  # the month has that many
            item = QTableWidgetItem(f"{number}\n{day:%d/%m}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setData(_DAY, day)
            words = f"{bikram_words(day.isoformat(), self._texts)}, {day_shown(day)}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
            item.setToolTip(words)
            self.days.setItem(*divmod(self._column_of_first() + number - 1, 7), item)

    def _on_picked(self, item: QTableWidgetItem) -> None:
        if day := item.data(_DAY):
            self.picked.emit(QDate(day.year, day.month, day.day))

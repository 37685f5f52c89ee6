"""The table of cases: one line each, Enter opens, a click on a heading sorts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from abhaya.gui.case_list.case_delegate import CaseDelegate
from abhaya.gui.case_list.case_model import ORDERS, CaseModel, Column
from abhaya.gui.screen import Spoken
from abhaya.texts import Texts

_SHARES = {
    Column.NUMBER: 15,
    Column.PEOPLE: 12,
    Column.FORMS: 16,
    Column.DUE_AT: 14,
    Column.EVENT_ON: 11,
    Column.UPDATED_AT: 11,
}
"""Per cent of the width; the kind takes the rest.  No column is narrower than its heading."""
_KIND_LETTERS = 18
_WIDEST = {
    Column.NUMBER: "MMMM/2026/0000",
    Column.DUE_AT: "Over · 00/00/0000",
    Column.EVENT_ON: "00/00/0000",
    Column.UPDATED_AT: "00/00/0000",
}
_ARROW = 18  # pixels for the sort arrow beside a heading


class CaseTable(QTableView, Spoken):
    """``chosen`` carries a case id; ``sorted_by`` the column and whether it descends."""

    chosen = Signal(str)
    sorted_by = Signal(int, bool)

    def __init__(self, parent: QWidget, model: CaseModel) -> None:
        super().__init__(parent)
        self._cases = model
        self._order = (Column.UPDATED_AT, True)
        self.setModel(model)
        self.setItemDelegate(CaseDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self._on_heading)
        self.activated.connect(self._on_activated)
        self.bind(self.setAccessibleName, "case_list.table")

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 20)
        self._share_width()
        self.viewport().update()

    def show_order(self, column: Column, descending: bool) -> None:
        """Mark the heading the list is sorted by."""
        self._order = (column, descending)
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        header = self.horizontalHeader()
        header.blockSignals(True)
        header.setSortIndicator(column, order)
        header.blockSignals(False)

    def open_chosen(self) -> None:
        """Open the case in the current line."""
        self._on_activated(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self._cases.rowCount() - 1}
        if event.key() in ends and not event.modifiers():
            self.selectRow(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _share_width(self) -> None:
        header, room = self.horizontalHeader(), self.viewport().width()
        widths = {
            column: max(room * share // 100, header.sectionSizeHint(column) + _ARROW)
            for column, share in _SHARES.items()
        }
        bold = QFontMetrics(self._cases.number_font)
        for column, widest in _WIDEST.items():
            widths[column] = max(widths[column], bold.horizontalAdvance(widest) + 2 * _ARROW)
        kind = self.fontMetrics().averageCharWidth() * _KIND_LETTERS
        widths[Column.KIND] = max(kind, room - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _on_heading(self, section: int, order: Qt.SortOrder) -> None:
        if Column(section) in ORDERS:
            self.sorted_by.emit(section, order == Qt.SortOrder.DescendingOrder)
        else:
            self.show_order(*self._order)

    def _on_activated(self, index: QModelIndex) -> None:
        line = self._cases.line(index.row()) if index.isValid() else None
        if line is not None:
            self.chosen.emit(line.case.id)

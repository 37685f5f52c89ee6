"""A table over any number of cases that reads only the pages being looked at."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from abhaya.bikram_words import bikram_words
from abhaya.cases.case import CaseFilter, CaseLine, CaseOrder
from abhaya.errors import AbhayaError
from abhaya.gui.screen import Surroundings
from abhaya.gui.shown import day_shown, moment_shown
from abhaya.workflows.list_cases import count_cases, list_cases
from abhaya_forms.tables import term_label

_PAGE = 200
_PAGES_KEPT = 20
_NEAR = timedelta(days=1)
_Index = QModelIndex | QPersistentModelIndex
LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""Under this role a cell gives its whole CaseLine."""


class Column(IntEnum):
    """The columns from left to right."""

    NUMBER = 0
    KIND = 1
    PEOPLE = 2
    FORMS = 3
    DUE_AT = 4
    EVENT_ON = 5
    UPDATED_AT = 6


ORDERS = {
    Column.NUMBER: CaseOrder.NUMBER,
    Column.KIND: CaseOrder.KIND,
    Column.DUE_AT: CaseOrder.DUE_AT,
    Column.EVENT_ON: CaseOrder.EVENT_ON,
    Column.UPDATED_AT: CaseOrder.UPDATED_AT,
}
"""Columns by which one can sort."""


class CaseModel(QAbstractTableModel):
    """``troubled`` carries an AbhayaError met while reading."""

    troubled = Signal(object)

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._filter = CaseFilter()
        self._pages: OrderedDict[int, list[CaseLine]] = OrderedDict()
        self._count = 0
        self._shown: dict[int, Callable[[CaseLine], str]] = {
            Column.NUMBER: lambda line: line.case.number,
            Column.KIND: lambda line: term_label("exploitation_types", line.case.kind, self._language),
            Column.PEOPLE: self._people,
            Column.FORMS: lambda line: self._said(line, Column.FORMS),
            Column.DUE_AT: lambda line: self._said(line, Column.DUE_AT),
            Column.EVENT_ON: lambda line: day_shown(line.case.event_on),
            Column.UPDATED_AT: self._updated,
        }

    def show(self, case_filter: CaseFilter) -> None:
        """Read anew with ``case_filter``."""
        self.beginResetModel()
        self._filter = case_filter
        self._pages.clear()
        try:
            self._count = count_cases(self._around.desk, case_filter)
        except AbhayaError as error:
            self._count = 0
            self.troubled.emit(error)
        self.endResetModel()

    def line(self, row: int) -> CaseLine | None:
        """The case in ``row``; None when it cannot be read."""
        page, within = divmod(row, _PAGE)
        if page not in self._pages:
            if self._around.desk.locked:  # painted behind the lock, where there is no key
                return None
            self._read(page)
        lines = self._pages[page]
        self._pages.move_to_end(page)
        return lines[within] if within < len(lines) else None

    def chips(self, line: CaseLine, column: int) -> list[tuple[str, str]]:
        """What a column shows as chips, words and kind: how far the forms are, or what is due next."""
        say = self._around.texts.say
        if column == Column.DUE_AT:
            return self._due(line)
        chips = []
        if line.drafts:
            key = "draft_count" if line.drafts == 1 else "drafts_count"
            chips.append((say(f"case_list.{key}", count=line.drafts), "draft"))
        if line.sealed:
            chips.append((say("case_list.sealed_count", count=line.sealed), "sealed"))
        return chips

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            line = self.line(index.row())
            return self._shown[index.column()](line) if line else ""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.EVENT_ON:
            line = self.line(index.row())
            day = line.case.event_on if line else None
            return bikram_words(day.isoformat(), self._around.texts) if day else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{heading}: {self.data(index)}"
        if role == Qt.ItemDataRole.FontRole and index.column() == Column.NUMBER:
            return self.number_font
        return self.line(index.row()) if role == LINE_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._around.texts.say(f"case_list.column.{Column(section).name.lower()}")
        return None

    @property
    def number_font(self) -> QFont:
        """The font of case numbers; follows the text size."""
        font = QApplication.font()
        font.setWeight(QFont.Weight.Bold)
        return font

    @property
    def _language(self) -> str:
        return self._around.texts.language

    def _read(self, page: int) -> None:
        try:
            lines = list_cases(self._around.desk, self._filter, page * _PAGE, _PAGE)
        except AbhayaError as error:
            lines = []
            self.troubled.emit(error)
        self._pages[page] = lines
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def _said(self, line: CaseLine, column: Column) -> str:
        return " · ".join(words for words, _kind in self.chips(line, column))

    def _due(self, line: CaseLine) -> list[tuple[str, str]]:
        if line.due_at is None:
            return []
        now = self._around.clock()
        when = moment_shown(line.due_at, now, self._around.texts)
        if line.due_at < now:
            return [(self._around.texts.say("case_list.overdue", when=when), "overdue")]
        return [(when, "near" if line.due_at - now < _NEAR else "running")]

    def _people(self, line: CaseLine) -> str:
        if not line.children:
            return str(line.people) if line.people else ""
        return self._around.texts.say("case_list.children", people=line.people, children=line.children)

    def _updated(self, line: CaseLine) -> str:
        return moment_shown(line.case.updated_at, self._around.clock(), self._around.texts)

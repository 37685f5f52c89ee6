"""The list of cases: find, filter, sort, open, begin a new one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from abhaya.cases.case import CaseFilter
from abhaya.errors import AbhayaError
from abhaya.gui.case_list.case_model import ORDERS, CaseModel, Column
from abhaya.gui.case_list.case_search import cases_matching
from abhaya.gui.case_list.case_table import CaseTable
from abhaya.gui.case_list.filter_chips import FilterChips
from abhaya.gui.case_list.order_button import OrderButton
from abhaya.gui.icons import icon
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.empty_state import EmptyState
from abhaya.gui.widgets.flow_layout import FlowLayout
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.private_words import keep_private
from abhaya.texts import Texts
from abhaya.workflows.desk import Deed
from abhaya.workflows.list_cases import count_cases

_PAUSE = 400  # milliseconds without a key after which the search begins by itself
_MINUTE = 60_000  # milliseconds


class SearchBox(QLineEdit):
    """Escape empties it, Down goes into the list."""

    went_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.went_down.emit()
        else:
            super().keyPressEvent(event)


class CaseListScreen(Screen):
    """``case_chosen`` carries the id of the case to open."""

    case_chosen = Signal(str)

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._filter = CaseFilter()
        self._may_begin = around.desk.may(Deed.OPEN_CASE)
        self.model = CaseModel(around)
        self.model.setParent(self)
        self.model.troubled.connect(self._on_trouble)
        self.table = CaseTable(self, self.model)
        self.table.chosen.connect(self.case_chosen)
        self.table.sorted_by.connect(self._on_sorted)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self.table.viewport().update)  # a deadline passes, a day turns
        self.search = SearchBox(self)
        keep_private(self.search)
        self.search.addAction(icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(380)
        self.search.went_down.connect(self.table.setFocus)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        self.search.returnPressed.connect(self._search)
        self.chips = FilterChips(self)
        self.chips.chosen.connect(self._on_chip)
        self.order = OrderButton(self)
        self.order.chosen.connect(self._on_sorted)
        self.notice = Notice(self)
        self._lay_out()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        own = {"find": self._on_find, "open": self.table.open_chosen, "refresh": self.arrive}
        return own | ({"new_case": self.begin_case} if self._may_begin else {})

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._minute.stop()

    def arrive(self) -> None:
        """Read again, and keep the line one was on."""
        row = max(0, self.table.currentIndex().row())
        self._show()
        if self.model.rowCount():
            self.table.selectRow(min(row, self.model.rowCount() - 1))
        self.table.setFocus()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.table.retranslate(texts)
        self.order.show_order(texts, self._column, self._filter.descending)
        may_search = self.around.desk.may(Deed.SEARCH)
        self.search.setPlaceholderText(texts.say("case_list.find" if may_search else "case_list.find_number"))
        self._show_counts()

    def begin_case(self) -> None:
        """Ask what it is about, and open the new case."""
        from abhaya.gui.case_list.new_case_dialog import NewCaseDialog

        dialog = NewCaseDialog(self, self.around)
        if dialog.exec() and dialog.case is not None:
            self.case_chosen.emit(dialog.case.id)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 12)
        column.setSpacing(12)
        column.addLayout(self._title_row())
        tools = FlowLayout(gap=10)
        for tool in (self.search, self.chips, self.order):
            tools.addWidget(tool)
        column.addLayout(tools)
        column.addWidget(self.notice)
        self._pages = QStackedWidget(self)
        for page in (self.table, self._empty(), self._nothing()):
            self._pages.addWidget(page)
        column.addWidget(self._pages, 1)
        footer = label(self, "muted")
        self.bind(footer.setText, "case_list.footer")
        column.addWidget(footer)
        self.bind(self.search.setAccessibleName, "case_list.find_name")
        self.bind(self.search.setToolTip, "case_list.find_name")

    def _title_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = label(self, "h1")
        self.bind(title.setText, "case_list.title")
        self._place = label(self, "muted")
        self.new_button = button(self, "primary", self.begin_case, picture="plus")
        self.new_button.setVisible(self._may_begin)
        self.bind(self.new_button.setText, "case_list.new")
        row.addWidget(title)
        row.addWidget(self._place, 1)
        row.addWidget(self.new_button)
        return row

    def _empty(self) -> QWidget:
        page = EmptyState(self, "folder-open")
        words = "empty" if self._may_begin else "none_granted"
        self.bind(page.heading.setText, f"case_list.{words}.heading")
        self.bind(page.words.setText, f"case_list.{words}.words")
        page.column.addStretch()
        return page

    def _nothing(self) -> QWidget:
        page = EmptyState(self, "search")
        again = button(page, "plain", self._on_all)
        self.bind(page.heading.setText, "case_list.nothing.heading")
        self.bind(page.words.setText, "case_list.nothing.words")
        self.bind(again.setText, "case_list.nothing.again")
        page.column.addWidget(again, 0, Qt.AlignmentFlag.AlignHCenter)
        page.column.addStretch()
        return page

    @property
    def _column(self) -> Column:
        return next(column for column, order in ORDERS.items() if order is self._filter.order)

    def _show(self) -> None:
        self.notice.hide()
        self.model.show(self._filter)
        self.table.show_order(self._column, self._filter.descending)
        self._show_counts()
        narrowed = self._filter.ids is not None or self._filter.has_drafts
        self._pages.setCurrentIndex(0 if self.model.rowCount() else 2 if narrowed else 1)

    def _show_counts(self) -> None:
        desk, say = self.around.desk, self.around.texts.say
        everything = count_cases(desk, CaseFilter())
        drafts = count_cases(desk, CaseFilter(has_drafts=True))
        self.chips.show_counts(self.around.texts, everything, drafts)
        key = "case_list.place_one" if everything == 1 else "case_list.place"
        self._place.setText(say(key, station=desk.station.name, count=f"{everything:,}"))

    def _search(self) -> None:
        self._pause.stop()
        text = self.search.text().strip()
        try:
            ids = cases_matching(self.around.desk, text) if text else None
        except AbhayaError as error:
            self._on_trouble(error)
            return
        if ids != self._filter.ids:
            self._filter = replace(self._filter, ids=ids)
            self._show()
            self.table.selectRow(0)

    def _on_find(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _on_chip(self, only_drafts: bool) -> None:
        self._filter = replace(self._filter, has_drafts=only_drafts)
        self._show()

    def _on_sorted(self, column: int, descending: bool) -> None:
        self._filter = replace(self._filter, order=ORDERS[Column(column)], descending=descending)
        self.order.show_order(self.around.texts, Column(column), descending)
        self._show()
        self.table.selectRow(0)

    def _on_all(self) -> None:
        self.search.clear()
        self.chips.choose_all()
        self._filter = replace(self._filter, ids=None, has_drafts=False)
        self._show()
        self.table.setFocus()

    def _on_trouble(self, error: AbhayaError) -> None:
        self.notice.tell("warn", self.around.texts.explain(error))

"""Decides after how many days default bail is due to each accused, and how the station counts them."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from abhaya.errors import AbhayaError
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.gui.widgets.wrapped_check import WrappedCheck
from abhaya.workflows.decide_bail import (
    BailDecision,
    accused_of,
    bail_decision,
    count_first_day,
    counts_first_day,
    decide_bail,
)
from abhaya.workflows.desk import Deed

_DAYS = (60, 90)


class BailDialog(QDialog, Spoken):
    """Accepted once what was decided is kept."""

    def __init__(self, parent: QWidget, around: Surroundings, case_id: str) -> None:
        super().__init__(parent)
        self._around = around
        self._case_id = case_id
        self._written: dict[str, BailDecision] = {}
        self.setMinimumWidth(480)
        self.resize(520, min(540, parent.window().height() - 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(self._page(), 1)
        self.notice = Notice(self)
        column.addLayout(self._bottom())
        self.retranslate(around.texts)
        self.first_day.box.setChecked(counts_first_day(around.desk))
        self.first_day.setVisible(around.desk.may(Deed.SET_STATION))
        self._show()

    def _page(self) -> ScrollPage:
        page = ScrollPage(self)
        page.column.setSpacing(10)
        heading, words = label(page, "h1", wrap=True), label(page, "muted", wrap=True)
        whom_name = label(page, "field")
        self.whom = self._people(page)
        self.days = {days: QRadioButton(page) for days in _DAYS}
        reason_name = label(page, "field", wrap=True)
        self.reason = QPlainTextEdit(page)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 20)
        keep_private(self.reason)
        self.first_day = WrappedCheck(page)
        for piece in (
            heading,
            words,
            whom_name,
            self.whom,
            *self.days.values(),
            reason_name,
            self.reason,
            self.first_day,
        ):
            page.column.addWidget(piece)
        page.column.addStretch()
        for setter, key in (
            (self.setWindowTitle, "heading"),
            (heading.setText, "heading"),
            (words.setText, "words"),
            (whom_name.setText, "whom"),
            (self.whom.setAccessibleName, "whom"),
            (lambda said: self.whom.setItemText(0, said), "all"),
            (reason_name.setText, "reason"),
            (self.reason.setAccessibleName, "reason"),
            (self.first_day.say, "first_day"),
        ):
            self.bind(setter, f"clocks.bail.{key}")
        return page

    def _people(self, page: QWidget) -> QComboBox:
        """All accused, whose words come later, and each by code; the first accused stands there."""
        whom = QComboBox(page)
        whom.addItem("", "")
        for code in accused_of(self._around.desk, self._case_id):
            whom.addItem(code, code)
        whom.setCurrentIndex(min(1, whom.count() - 1))
        whom.currentIndexChanged.connect(self._on_whom)
        return whom

    def _bottom(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(24, 6, 24, 0)
        column.addWidget(self.notice)
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.keep = button(self, "primary", self._on_keep)
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.keep.setText, "clocks.bail.do")
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.keep)
        column.addLayout(row)
        return column

    def _decided(self, person: str) -> BailDecision:
        """What was decided about somebody; 0 days where nothing was."""
        found = bail_decision(self._around.desk, self._case_id, person)
        return found or BailDecision(0, "", person)

    def _show(self) -> None:
        self._about = self.whom.currentData()
        shown = self._written.get(self._about) or self._decided(self._about)
        for days, choice in self.days.items():
            choice.setText(self._around.texts.say("clocks.bail.days", days=days))
            choice.setAutoExclusive(False)  # where nothing is decided neither is chosen
            choice.setChecked(shown.days == days)
            choice.setAutoExclusive(True)
        self.reason.setPlainText(shown.reason)

    def _take(self) -> None:
        days = next((days for days, choice in self.days.items() if choice.isChecked()), 0)
        self._written[self._about] = BailDecision(days, self.reason.toPlainText().strip(), self._about)

    def _on_whom(self) -> None:
        self._take()
        self._show()

    def _on_keep(self) -> None:
        self._take()
        told = [said for person, said in self._written.items() if said.days and said != self._decided(person)]
        if silent := next((said for said in told if not said.reason), None):
            self.whom.setCurrentIndex(self.whom.findData(silent.person))
            self.reason.setFocus()
            self.notice.tell("warn", self._around.texts.say("clocks.bail.reason_wanted"))
            return
        try:
            self._keep(told)
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
        else:
            self.accept()

    def _keep(self, told: list[BailDecision]) -> None:
        desk, counts = self._around.desk, self.first_day.box.isChecked()
        for decision in told:
            decide_bail(desk, self._case_id, decision)
        if desk.may(Deed.SET_STATION) and counts != counts_first_day(desk):
            count_first_day(desk, counts=counts)

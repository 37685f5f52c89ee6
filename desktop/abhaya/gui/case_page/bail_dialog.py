"""Decides after how many days default bail is due in a case, and how the station counts them."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QRadioButton, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.private_words import keep_private
from abhaya.gui.widgets.wrapped_check import WrappedCheck
from abhaya.workflows.decide_bail import (
    BailDecision,
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
        self.setMinimumWidth(480)
        self._decided = bail_decision(around.desk, case_id)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        heading, words = label(self, "h1", wrap=True), label(self, "muted", wrap=True)
        self.days = {days: QRadioButton(self) for days in _DAYS}
        reason_name = label(self, "field", wrap=True)
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 20)
        keep_private(self.reason)
        self.first_day = WrappedCheck(self)
        self.notice = Notice(self)
        for piece in (
            heading,
            words,
            *self.days.values(),
            reason_name,
            self.reason,
            self.first_day,
            self.notice,
        ):
            column.addWidget(piece)
        column.addLayout(self._buttons())
        for setter, key in (
            (self.setWindowTitle, "heading"),
            (heading.setText, "heading"),
            (words.setText, "words"),
            (reason_name.setText, "reason"),
            (self.reason.setAccessibleName, "reason"),
            (self.first_day.say, "first_day"),
        ):
            self.bind(setter, f"clocks.bail.{key}")
        self.retranslate(around.texts)
        self._show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.keep = button(self, "primary", self._on_keep)
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.keep.setText, "clocks.bail.do")
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.keep)
        return row

    def _show(self) -> None:
        for days, choice in self.days.items():
            choice.setText(self._around.texts.say("clocks.bail.days", days=days))
            choice.setChecked(self._decided is not None and self._decided.days == days)
        self.reason.setPlainText(self._decided.reason if self._decided else "")
        self.first_day.box.setChecked(counts_first_day(self._around.desk))
        self.first_day.setVisible(self._around.desk.may(Deed.SET_STATION))

    def _on_keep(self) -> None:
        days = next((days for days, choice in self.days.items() if choice.isChecked()), 0)
        reason = self.reason.toPlainText().strip()
        if days and not reason:
            self.reason.setFocus()
            self.notice.tell("warn", self._around.texts.say("clocks.bail.reason_wanted"))
            return
        try:
            self._keep(BailDecision(days, reason) if days else None)
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
        else:
            self.accept()

    def _keep(self, decision: BailDecision | None) -> None:
        desk, counts = self._around.desk, self.first_day.box.isChecked()
        if decision is not None and decision != self._decided:
            decide_bail(desk, self._case_id, decision)
        if desk.may(Deed.SET_STATION) and counts != counts_first_day(desk):
            count_first_day(desk, counts=counts)

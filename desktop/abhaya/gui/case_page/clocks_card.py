"""The deadlines of the law in a case: what is to be done next; the rest unfolds."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.clock import Clock
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.tag import tag
from abhaya.workflows.clock_words import ClockWords
from abhaya.workflows.desk import Deed

_AT_ONCE = 4
"""Clocks to be seen without unfolding: those to be done next."""


class ClocksCard(Card, Spoken):
    """Hidden while the case has no clock; ``counting_wanted`` asks for the way days are counted."""

    counting_wanted = Signal()

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self._clocks: tuple[Clock, ...] = ()
        self._folded = True
        self.counting = button(self, "quiet", self.counting_wanted.emit, picture="pencil")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more_rows = QVBoxLayout()
        self._more_rows.setSpacing(0)
        self.more = button(self, "quiet", self._on_more, picture="chevron-down")
        self.content.addLayout(self._rows)
        self.content.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addLayout(self._more_rows)
        self.content.addWidget(self.counting, 0, Qt.AlignmentFlag.AlignLeft)
        self.bind(self.heading.setText, "clocks.heading")
        self.bind(self.counting.setText, "clocks.bail.change")
        self.hide()

    def show_clocks(self, clocks: tuple[Clock, ...], now: datetime) -> None:
        """Fill the card anew; ``now`` is aware."""
        self._clocks = clocks
        words = ClockWords(self._around.texts, now)
        for rows in (self._rows, self._more_rows):
            empty(rows)
        first = [clock for clock in clocks if clock.state.open][:_AT_ONCE]
        rest = [clock for clock in clocks if clock not in first]
        for rows, shown in ((self._rows, first), (self._more_rows, [] if self._folded else rest)):
            for clock in shown:
                rows.addWidget(self._row(clock, words))
        self.more.setText(self._around.texts.say("clocks.more", count=len(rest)))
        self.more.setVisible(bool(rest))
        may_change = self._around.desk.may(Deed.CHANGE_CASE)
        self.counting.setVisible(may_change and any(clock.rule.first_day_by_station for clock in clocks))
        self.setVisible(bool(clocks))

    def _on_more(self) -> None:
        self._folded = not self._folded
        self.show_clocks(self._clocks, self._around.clock())

    def _row(self, clock: Clock, words: ClockWords) -> QFrame:
        row = QFrame(self)
        row.setObjectName("row")
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(label(row, "field", f"{words.whom(clock)} · {words.what(clock)}", wrap=True), 1)
        across.addWidget(tag(row, clock.state.value, words.state(clock)))
        column.addLayout(across)
        column.addWidget(label(row, "", f"{words.due(clock)} · {words.left(clock)}", wrap=True))
        column.addWidget(label(row, "muted", words.source(clock), wrap=True))
        return row

"""The records of a case, with their state and how far they are."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from abhaya.cases.record import Record, RecordStatus
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.shown import in_both_calendars, moment_shown
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.tag import tag
from abhaya.workflows.desk import INDIA, Deed
from abhaya.workflows.open_case import RecordLine


class FormsCard(Card, Spoken):
    """``opened``, ``correction_wanted`` and ``drop_wanted`` carry the id of a record."""

    opened = Signal(str)
    correction_wanted = Signal(str)
    drop_wanted = Signal(str)

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self.next_button: QPushButton | None = None
        self.bind(self.heading.setText, "case_page.forms.heading")

    def show_records(self, records: tuple[RecordLine, ...]) -> None:
        """Fill the card anew, newest work first; ``next_button`` goes on with the newest draft."""
        empty(self.content)
        self.next_button = None
        if not records:
            self.content.addWidget(label(self, "muted", self._say("none"), wrap=True))
        for line in sorted(records, key=lambda line: line.record.updated_at, reverse=True):
            self.content.addWidget(self._row(line))

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"case_page.forms.{key}", **values)

    def _row(self, line: RecordLine) -> QFrame:
        record = line.record
        row = QFrame(self)
        row.setObjectName("row")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 10, 0, 2)
        across.setSpacing(12)
        across.addLayout(self._words(row, line), 1)
        draft = record.status is RecordStatus.DRAFT
        across.addWidget(tag(row, record.status.value, self._say(record.status.value)))
        may_fill = self._around.desk.may(Deed.FILL_FORM)
        if not draft and may_fill:
            self._verb(across, row, line, "correct", self.correction_wanted)
        if line.empty and may_fill:
            self._verb(across, row, line, "drop", self.drop_wanted)
        opener = self._verb(across, row, line, "continue" if draft and may_fill else "read", self.opened)
        if draft and self.next_button is None:
            self.next_button = opener
        return row

    def _words(self, row: QFrame, line: RecordLine) -> QVBoxLayout:
        record = line.record
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label(row, "field", self._title(line), wrap=True))
        column.addWidget(label(row, "muted", self._history(record), wrap=True))
        if record.status is RecordStatus.DRAFT:
            column.addLayout(self._progress(row, record))
        return column

    def _title(self, line: RecordLine) -> str:
        title = line.titles.get(self._around.texts.language) or line.record.form_id
        return f"{title} · {line.record.subject}" if line.record.subject else title

    def _history(self, record: Record) -> str:
        by = record.sealed_by or record.created_by
        at, texts = record.sealed_at or record.updated_at, self._around.texts
        day = at.astimezone(INDIA).date()
        when = in_both_calendars(moment_shown(at, self._around.clock(), texts), day, texts)
        key = "corrected" if record.version > 1 else "written"
        name = self._around.desk.name_of(by)
        return self._say(key, number=record.number, version=record.version - 1, name=name, when=when)

    def _progress(self, row: QFrame, record: Record) -> QHBoxLayout:
        words = self._say("answered", answered=record.answered, questions=record.questions)
        if record.problems:
            words += " · " + self._say("problems", count=record.problems)
        bar = QProgressBar(row)
        bar.setTextVisible(False)
        bar.setMaximum(max(1, record.questions))
        bar.setValue(record.answered)
        bar.setMaximumWidth(160)
        bar.setAccessibleName(words)
        across = QHBoxLayout()
        across.setSpacing(10)
        across.addWidget(bar, 1)
        across.addWidget(label(row, "muted", words), 2)
        return across

    def _verb(
        self, across: QHBoxLayout, row: QFrame, line: RecordLine, verb: str, signal: SignalInstance
    ) -> QPushButton:
        words, record_id = self._say(verb), line.record.id
        made = button(row, "plain", lambda: signal.emit(record_id), words)
        made.setAccessibleName(
            self._say("button_for", verb=words, title=self._title(line), number=line.record.number)
        )
        across.addWidget(made)
        return made

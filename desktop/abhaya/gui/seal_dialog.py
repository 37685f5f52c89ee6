"""Seals a form: first what is still open, then what sealing means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from abhaya.cases.case_document import CaseDocument
from abhaya.cases.check_finding import CheckFinding
from abhaya.cases.departure import Departure
from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.departure_reasons import DepartureReasons
from abhaya.gui.form_view.problem_place import problem_place
from abhaya.gui.icons import icon
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.findings_list import FindingsList
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.points_list import PointsList
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.workflows.case_checks import record_findings
from abhaya.workflows.case_document import case_document
from abhaya.workflows.fill_form import Filling, available_forms
from abhaya.workflows.seal_record import missing, seal
from abhaya.workflows.sequence_guard import departures_told
from abhaya_forms.engine.entry_state import Problem

_PATH = Qt.ItemDataRole.UserRole
_HEIGHT, _ASKED, _FOUND = 260, 110, 46  # pixels of the bare dialog, of a reason asked for and of a finding


class SealDialog(QDialog):
    """Accepted: the form is sealed, or ``jump`` is the path of the question to go to."""

    def __init__(self, parent: QWidget, around: Surroundings, filling: Filling) -> None:
        super().__init__(parent)
        self._around = around
        self._filling = filling
        self._room = parent.window().height()
        self.jump = ""
        self.departures: DepartureReasons | None = None
        self.setWindowTitle(self._say("title"))
        self.setMinimumWidth(460)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 16)
        self._column.setSpacing(12)
        self._sections = filling.entry.sections()
        problems = missing(filling)
        if problems:
            self._show_open(problems)
        else:
            self._show_ready()

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"case_page.seal.{key}", **values)

    def _show_open(self, problems: tuple[Problem, ...]) -> None:
        one = len(problems) == 1
        heading = self._say("open_one") if one else self._say("open", count=len(problems))
        self._column.addWidget(label(self, "h1", heading, wrap=True))
        self._column.addWidget(label(self, "muted", self._say("open_words"), wrap=True))
        self.list = PointsList(self)
        self.list.setObjectName("people")
        self.list.setAccessibleName(self._say("list"))
        for problem in problems:
            item = QListWidgetItem(icon("circle-alert", "danger"), self._words(problem), self.list)
            item.setData(_PATH, problem.path)
        self.list.setCurrentRow(0)
        self.list.activated.connect(self._on_go)
        self._column.addWidget(self.list, 1)
        self.resize(540, min(520, self._room - 20))
        self._buttons(button(self, "primary", self._on_go, self._say("go"), "arrow-right"))
        self.list.setFocus()

    def _show_ready(self) -> None:
        self._column.addWidget(label(self, "h1", self._say("ready"), wrap=True))
        self._column.addWidget(label(self, "", self._say("meaning"), wrap=True))
        self.notice = Notice(self)
        desk, record = self._around.desk, self._filling.record
        document = case_document(desk, record.case_id, self._filling)
        self._asked = ScrollPage(self)
        self._asked.column.setContentsMargins(0, 0, 8, 0)
        if told := departures_told(desk, document, record):
            self.departures = DepartureReasons(self._asked, told, self._around.texts)
            self._asked.column.addWidget(self.departures)
        self.findings = FindingsList(self._asked, available_forms(desk))
        self._asked.column.addWidget(self.findings)
        self._asked.column.addStretch()
        self._column.addWidget(self._asked, 1)
        self._looking = label(self, "muted", self._say("looking"), wrap=True)
        self._column.addWidget(self._looking)
        self._column.addWidget(self.notice)
        self.seal_button = button(self, "primary", self._on_seal, self._say("do"), "stamp")
        later = self._buttons(self.seal_button)  # sealing is for ever: a hasty Return must not do it
        (self.departures.first_open if self.departures else later).setFocus()
        self._fit(len(told), 0)
        self._look(document)

    def _look(self, document: CaseDocument) -> None:
        """Run the checks aside, over the answers as they stand: in a large case it takes a moment."""
        desk, record = self._around.desk, self._filling.record
        self.seal_button.setEnabled(False)  # what the checks find is to be seen first

        def work(_report: Report) -> tuple[CheckFinding, ...]:
            return record_findings(desk, document, record)

        self._around.background.run(work, self, self._show_findings, self._on_not_looked)

    def _show_findings(self, found: tuple[CheckFinding, ...]) -> None:
        self._looking.hide()
        self.findings.show_findings(found, self._around.texts)
        self._fit(len(self.departures.boxes) if self.departures else 0, len(found))
        self.seal_button.setEnabled(True)

    def _on_not_looked(self, error: AbhayaError) -> None:
        self._show_findings(())
        self.notice.tell("warn", self._around.texts.explain(error))

    def _fit(self, told: int, found: int) -> None:
        """Make room for what a supervisor would ask: reasons for what is out of order, and findings."""
        self._asked.setVisible(bool(told or found))
        if told or found:
            self.resize(600, min(_HEIGHT + _ASKED * told + _FOUND * found, self._room - 20))

    def _buttons(self, main: QWidget) -> QWidget:
        row = QHBoxLayout()
        later = button(self, "plain", self.reject, self._say("later"))
        row.addStretch()
        row.addWidget(later)
        row.addWidget(main)
        self._column.addLayout(row)
        return later

    def _words(self, problem: Problem) -> str:
        entry, path = self._filling.entry, problem.path
        section = next(
            (s.label for s in self._sections if any(path.startswith(f"{p}/") for p in s.paths)), ""
        )
        said = [problem_place(entry, path, section, self._around.texts)]
        said.append(entry.label(path) or path.rsplit("/", 1)[-1])
        if problem.kind != "required":
            said.append(problem.message)
        return "\n".join(line for line in said if line)

    def _on_go(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.jump = item.data(_PATH)
            self.accept()

    def _reasons(self, _told: Mapping[Departure, str]) -> Mapping[Departure, str]:
        return self.departures.reasons if self.departures else {}

    def _on_seal(self) -> None:
        try:
            # in the window's own thread: it takes milliseconds, and the entry must not change meanwhile
            seal(self._around.desk, self._filling, self._reasons)
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
        else:
            self.accept()

"""What the forms of a case leave open, said before the case is printed."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from abhaya.cases.check_finding import CheckFinding
from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.findings_list import FindingsList
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.texts import Texts
from abhaya.workflows.case_checks import case_findings
from abhaya.workflows.fill_form import available_forms


class ChecksPanel(QWidget, Spoken):
    """Hidden until something was found."""

    def __init__(self, parent: QWidget, around: Surroundings, case_id: str) -> None:
        super().__init__(parent)
        self._around = around
        self._case_id = case_id
        self._found: tuple[CheckFinding, ...] = ()
        heading, words = label(self, "h2", wrap=True), label(self, "muted", wrap=True)
        self.notice = Notice(self)
        self.findings = FindingsList(self, available_forms(around.desk))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for piece in (heading, words, self.notice, self.findings):
            column.addWidget(piece)
        self.bind(heading.setText, "clocks.checks.heading")
        self.bind(words.setText, "clocks.checks.words")
        self.hide()

    def look(self) -> None:
        """Run the checks aside: that opens every form of the case."""
        desk, case_id = self._around.desk, self._case_id

        def work(_report: Report) -> tuple[CheckFinding, ...]:
            return case_findings(desk, case_id)

        self._around.background.run(work, self, self._show, self._on_trouble)

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._show(self._found)

    def _show(self, found: tuple[CheckFinding, ...]) -> None:
        self._found = found
        self.findings.show_findings(found, self._around.texts)
        self.setVisible(bool(found))

    def _on_trouble(self, error: AbhayaError) -> None:
        self.notice.tell("warn", self._around.texts.explain(error))
        self.show()

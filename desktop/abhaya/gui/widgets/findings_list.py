"""What checks found, a line each: warnings with their mark, notes with theirs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from abhaya.cases.check_finding import CheckFinding
from abhaya.gui.icons import picture
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts
from abhaya.workflows.clock_words import finding_words
from abhaya.workflows.form_shelf import FormLine


class FindingsList(QWidget):
    """Hidden while there is nothing to tell; ``forms`` are those in which things are put right."""

    def __init__(self, parent: QWidget, forms: tuple[FormLine, ...]) -> None:
        super().__init__(parent)
        self._forms = forms
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self.hide()

    def show_findings(self, findings: Iterable[CheckFinding], texts: Texts) -> None:
        """Fill the list anew."""
        empty(self._rows)
        found = list(findings)
        for finding in found:
            self._rows.addLayout(self._row(finding, texts))
        self.setVisible(bool(found))

    def _row(self, finding: CheckFinding, texts: Texts) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        mark = QLabel(self)
        mark.setPixmap(picture("triangle-alert", "warn") if finding.warning else picture("info", "primary"))
        mark.setAccessibleName(texts.say("clocks.warning" if finding.warning else "clocks.note"))
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(self, "", finding_words(finding, texts, self._forms), wrap=True), 1)
        return row

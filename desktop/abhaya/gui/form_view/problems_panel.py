"""Everything wrong with the form in one list; choosing a line goes to its question."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from abhaya.gui.icons import icon
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.points_list import PointsList
from abhaya.texts import Texts

_PATH = Qt.ItemDataRole.UserRole
WIDTH = 300
"""Pixels."""


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """``where`` is section and row, ``label`` the question, ``sentence`` what is wrong, "" for no answer."""

    path: str
    where: str
    label: str
    sentence: str


class ProblemsPanel(QFrame):
    """``chosen`` carries the path of a question, ``closed`` follows the cross."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("problems_panel")
        self.setFixedWidth(WIDTH)
        self._gone_to = ""
        self.title = QLabel(self)
        self.title.setObjectName("h2")
        self.title.setWordWrap(True)
        self.cross = QToolButton(self)
        self.cross.setIcon(icon("x"))
        self.cross.clicked.connect(self.closed)
        self.list = PointsList(self)
        self.list.setObjectName("problems")
        self.list.itemClicked.connect(self._on_chosen)
        self.list.itemActivated.connect(self._on_chosen)
        self.needed = label(self, "muted", wrap=True)
        bar = QHBoxLayout()
        bar.addWidget(self.title, 1)
        bar.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 10, 10)
        column.addLayout(bar)
        column.addWidget(self.needed)
        column.addWidget(self.list, 1)
        self.hide()

    def show_problems(self, lines: list[ProblemLine], texts: Texts) -> None:
        """Show the list; the chosen line stays chosen while it is there."""
        key = "form_view.problems.none" if not lines else "form_view.problems.title"
        self.title.setText(texts.say(key, count=len(lines)))
        self.needed.setText(texts.say("form_view.problems.needed"))
        self.needed.setVisible(any(not line.sentence for line in lines))
        self.list.setAccessibleName(self.title.text())
        self.cross.setAccessibleName(texts.say("window.close"))
        self.cross.setToolTip(texts.say("window.close"))
        row = self.list.currentRow()
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.where}\n{line.label}\n{line.sentence}".rstrip(), self.list)
            item.setData(_PATH, line.path)
            item.setIcon(icon("circle-alert", "danger", 18))
        self.list.setCurrentRow(min(max(row, 0), len(lines) - 1))

    def next_path(self) -> str:
        """Go to the next line, after the last to the first, and return its path; "" without lines."""
        lines = self.list.count()
        if not lines:
            return ""
        row = self.list.currentRow()
        row = (row + 1) % lines if self._path(row) == self._gone_to else row
        self.list.setCurrentRow(row)
        self._gone_to = self._path(row)
        return self._gone_to

    def _path(self, row: int) -> str:
        return str(self.list.item(row).data(_PATH))

    def _on_chosen(self, item: QListWidgetItem) -> None:
        self._gone_to = str(item.data(_PATH))
        self.chosen.emit(self._gone_to)

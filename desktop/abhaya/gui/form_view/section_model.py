"""The pages of a form as a list: name, how far it is filled, what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from abhaya.gui.form_view.page_plan import Page
from abhaya.texts import Texts
from abhaya_forms.engine import Section

_Index = QModelIndex | QPersistentModelIndex


class Progress(StrEnum):
    """How far a section is filled."""

    EMPTY = "empty"
    BEGUN = "begun"
    DONE = "done"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One line of the list; ``count`` is ``7/9`` or, on later parts of a long section, empty."""

    number: int
    label: str
    count: str
    problems: int
    progress: Progress
    relevant: bool

    @property
    def title(self) -> str:
        """Number and name."""
        return f"{self.number}. {self.label}"

    @classmethod
    def of(cls, section: Section, page: Page, nameless: str) -> SectionLine:
        """Sum up what the entry says about a section; ``nameless`` is for one without a label."""
        part = f" ({page.part}/{page.parts})" if page.parts > 1 else ""
        count = f"{section.answered}/{section.questions}" if section.questions and page.part == 1 else ""
        return cls(
            page.section + 1,
            (section.label or nameless) + part,
            count,
            section.problems,
            _progress(section),
            section.relevant,
        )


class SectionModel(QAbstractListModel):
    """``UserRole`` holds the SectionLine; screen readers hear name, progress and count."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.lines: list[SectionLine] = []
        self._texts: Texts | None = None

    def show_lines(self, lines: list[SectionLine], texts: Texts) -> None:
        """Show ``lines``; only those that changed are painted again."""
        before, self.lines = self.lines, lines
        if len(before) != len(lines) or self._texts is not texts:
            self._texts = texts
            self.beginResetModel()
            self.endResetModel()
            return
        for row, (old, new) in enumerate(zip(before, lines, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.title
        if role == Qt.ItemDataRole.UserRole:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole and self._texts:
            return f"{line.title}, {self._texts.say(f'form_view.progress.{line.progress}')}, {line.count}"
        return None


def _progress(section: Section) -> Progress:
    if section.problems:
        return Progress.WRONG
    if section.questions and section.answered >= section.questions:
        return Progress.DONE
    return Progress.BEGUN if section.answered else Progress.EMPTY

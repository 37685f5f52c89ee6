"""Questions that belong together: a card with its heading, or a smaller group inside one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from abhaya.gui.form_view.fold import Fold, GroupFold
from abhaya.gui.form_view.note_view import NoteView
from abhaya.gui.form_view.page_plan import Row
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_layout import QuestionLayout
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.repeat_view import RepeatView
from abhaya_forms.engine import Control, Element, Group, Question


class QuestionBlock(QFrame):
    """Shows itself while anything inside is relevant; ``group`` is None for loose questions."""

    def __init__(
        self, elements: tuple[Element, ...], group: Group | None, row: Row, tools: PageTools, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.group, self.row, self.tools = group, row, tools
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.heading = QLabel(self)
        self.heading.setObjectName("h3")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        column.addWidget(self.heading)
        inside = QWidget(self)
        column.addWidget(inside)
        lines = QuestionLayout(inside)
        self.parts = [build_part(element, row, tools, inside) for element in elements]
        for part in self.parts:
            lines.addWidget(part)
        self.reword()

    def become_card(self) -> None:
        """Stand on white paper of its own."""
        self.setObjectName("card")
        self._column.setContentsMargins(24, 18, 24, 22)

    def reword(self) -> None:
        """Say the heading again, and those of the groups inside."""
        bound = self.group if self.group and self.group.path else None
        text = self.tools.pen.wording(self.row.path_of(bound)).joined if bound else ""
        self.heading.setText(text)
        self.heading.setVisible(bool(text))
        for part in self.parts:
            if isinstance(part, QuestionBlock | RepeatView | Fold):
                part.reword()

    def settle(self) -> None:
        """Show or hide the block by what is inside."""
        shown = any(not part.isHidden() for part in self.parts)
        if self.isHidden() == shown:
            self.setVisible(shown)


def build_part(element: Element, row: Row, tools: PageTools, parent: QWidget) -> QWidget:
    """Construct what shows one element of a form."""
    if isinstance(element, Group) and row.long and element.path:
        return GroupFold(element, row, tools, QuestionBlock, parent)
    if isinstance(element, Group):
        return place_block(element.children, element, row, tools, parent)
    if isinstance(element, Question):
        path = row.path_of(element)
        if element.control == Control.NOTE:
            return NoteView(path, tools, parent)
        return QuestionView(element, path, tools, parent)
    return RepeatView(element, row, tools, QuestionBlock, parent)


def place_block(
    elements: tuple[Element, ...], group: Group | None, row: Row, tools: PageTools, parent: QWidget
) -> QuestionBlock:
    """Construct a block that shows itself only while something in it is relevant."""
    block = QuestionBlock(elements, group, row, tools, parent)
    block.settle()
    tools.blocks.append(block)
    return block

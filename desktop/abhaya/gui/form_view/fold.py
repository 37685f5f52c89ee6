"""A card that opens and closes: a title with its progress, and questions that are built when first opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from abhaya.gui.form_view.page_plan import Row
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.icons import icon, picture
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.wrapped_words import wrap_words
from abhaya_forms.engine import Control, Element, Group, Question, QuestionState

if TYPE_CHECKING:
    from abhaya.gui.form_view.question_block import QuestionBlock


class Fold(QFrame):
    """Subclasses say by ``title`` what the card is called and by ``root`` whose questions it holds."""

    def __init__(
        self,
        elements: tuple[Element, ...],
        row: Row,
        tools: PageTools,
        block: type[QuestionBlock],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.elements, self.row, self.tools = elements, row, tools
        self._block = block
        self.block: QuestionBlock | None = None
        self.is_open = False
        self.toggle = button(self, "row_title", lambda: self.open(not self.is_open))
        self._wrong = QLabel(self)
        self._wrong.setPixmap(picture("circle-alert", "danger", 16))
        self._count = label(self, "muted")
        self.bar = QHBoxLayout()
        self.bar.setSpacing(10)
        self.bar.addWidget(self.toggle, 1, Qt.AlignmentFlag.AlignLeft)
        self.bar.addWidget(self._wrong)
        self.bar.addWidget(self._count)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 8, 20, 8)
        self._column.setSpacing(14)
        self._column.addLayout(self.bar)
        tools.folds.append(self)

    def title(self) -> str:
        """What the card is called."""
        raise NotImplementedError

    @property
    def root(self) -> str:
        """The real path that the questions inside stand under."""
        raise NotImplementedError

    def holds(self, path: str) -> bool:
        """Whether the question at ``path`` is in here."""
        return path.startswith(f"{self.root}/")

    def stops(self) -> list[QWidget]:
        """The controls of the title that Tab goes through, in order."""
        return [self.toggle]

    def reword(self) -> None:
        """Say the title again, and all that is inside."""
        if self.block:
            self.block.reword()
        self.settle()

    def settle(self) -> None:
        """Show title and progress as they are now; hide the card when nothing in it is relevant."""
        states = self._states()
        asked = [s for s in states if s.relevant and not s.read_only]
        answered = sum(bool(s.value or s.non_answer) for s in asked)
        count = self.tools.texts.say("form_view.count", answered=answered, questions=len(asked))
        self._count.setText(count if asked else "")
        self._wrong.setVisible(any(s.problems and not self._spared(s.path) for s in asked))
        self._fit_title()
        self.toggle.setAccessibleName(f"{self.title()}, {count}")
        shown = not states or any(s.relevant for s in states)
        if self.isHidden() == shown:
            self.setVisible(shown)

    def open(self, wanted: bool) -> None:
        """Show or hide the questions."""
        if wanted and self.block is None:
            self.block = self._block(self.elements, None, self.row, self.tools, self)
            self._column.addWidget(self.block)
            self.tools.grown()
        self.is_open = wanted
        if self.block:
            self.block.setVisible(wanted)
        self.toggle.setIcon(icon("chevron-down" if wanted else "chevron-right"))
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _fit_title(self) -> None:
        margins = self._column.contentsMargins()
        beside = [self.bar.itemAt(place) for place in range(1, self.bar.count())]
        taken = sum(
            item.sizeHint().width() + self.bar.spacing() for item in beside if item and not item.isEmpty()
        )
        room = self.width() - margins.left() - margins.right() - taken
        wrap_words(self.toggle, f" {self.title()}", room)

    def _spared(self, path: str) -> bool:
        view = self.tools.views.get(path)
        return isinstance(view, QuestionView) and view.spared

    def _states(self) -> list[QuestionState]:
        entry = self.tools.pen.entry
        return [entry.state(self.row.path_of(q)) for q in own_questions(self.elements)]


class GroupFold(Fold):
    """A group in a row that is too long to be shown whole."""

    def __init__(
        self, group: Group, row: Row, tools: PageTools, block: type[QuestionBlock], parent: QWidget
    ) -> None:
        super().__init__(group.children, row, tools, block, parent)
        self._path = row.path_of(group)
        self.open(False)

    @property
    def root(self) -> str:
        return self._path

    def title(self) -> str:
        return self.tools.pen.wording(self._path).joined


def own_questions(elements: tuple[Element, ...]) -> Iterator[Question]:
    """Every question to be answered in ``elements``, without repeats: their rows count themselves."""
    for element in elements:
        if isinstance(element, Group):
            yield from own_questions(element.children)
        elif isinstance(element, Question) and element.control != Control.NOTE:
            yield element

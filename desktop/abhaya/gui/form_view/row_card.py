"""One row of a repeat: a title with its progress, and its questions when open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from abhaya.gui.form_view.page_plan import Row
from abhaya.gui.icons import icon
from abhaya_forms.engine import Control, Element, Group, Question

if TYPE_CHECKING:
    from abhaya.gui.form_view.question_block import QuestionBlock
    from abhaya.gui.form_view.repeat_view import RepeatView

CODE = "person_code"
"""Name of the question whose answer (``V-001``) stands in the title; a person's name never does."""


class RowCard(QFrame):
    """Questions are built when the row is first opened."""

    def __init__(self, path: str, place: int, repeat: RepeatView) -> None:
        super().__init__(repeat)
        self.setObjectName("card")
        self.path, self.place, self._repeat = path, place, repeat
        self._tools = repeat.tools
        self.row = Row(repeat.repeat.path, path)
        self.block: QuestionBlock | None = None
        self.is_open = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 10, 20, 10)
        self._column.setSpacing(14)
        self._column.addLayout(self._bar())
        self.reword()

    def title(self) -> str:
        """What the row is called: its label or number, and the person's code."""
        tools = self._tools
        label = tools.pen.wording(self.path).label or tools.texts.say("form_view.row")
        code = next((self._value(q) for q in self._questions() if q.name == CODE), "")
        return f"{label} {self.place + 1}" + (f" · {code}" if code else "")

    def reword(self) -> None:
        """Say the title again."""
        texts = self._tools.texts
        self._remove.setText(texts.say("form_view.remove"))
        if self.block:
            self.block.reword()
        self.settle()

    def settle(self) -> None:
        """Show title and progress as they are now."""
        title = self.title()
        states = [self._tools.pen.entry.state(self.row.path_of(q)) for q in self._questions()]
        asked = [s for s in states if s.relevant and not s.read_only]
        answered = sum(bool(s.value or s.non_answer) for s in asked)
        count = self._tools.texts.say("form_view.count", answered=answered, questions=len(asked))
        wrong = any(s.problems for s in asked)
        self._wrong.setVisible(wrong)
        self.toggle.setText(title)
        self._count.setText(count)
        self.toggle.setAccessibleName(f"{title}, {count}")
        self._remove.setAccessibleName(f"{self._remove.text()}: {title}")
        if self.block and self.is_open:
            self.block.settle()

    def open(self, wanted: bool) -> None:
        """Show or hide the questions of the row."""
        if wanted and self.block is None:
            self.block = self._repeat.block(self._repeat.repeat.children, None, self.row, self._tools, self)
            self._column.addWidget(self.block)
        self.is_open = wanted
        if self.block:
            self.block.setVisible(wanted)
            self.settle()
        self.toggle.setIcon(icon("chevron-down" if wanted else "chevron-right"))

    def holds_answers(self) -> bool:
        """Whether removing the row would lose something a person wrote."""
        return any(
            path.startswith(f"{self.path}/") and not self._tools.pen.entry.state(path).read_only
            for path, _ in self._tools.pen.entry.answers()
        )

    def focus_first(self) -> None:
        """Put the cursor into the first question of the row."""
        for path, view in self._tools.views.items():
            if path.startswith(f"{self.path}/") and hasattr(view, "focus") and not view.isHidden():  # type: ignore[attr-defined]
                view.focus()
                return

    def _bar(self) -> QHBoxLayout:
        self.toggle = QPushButton(self)
        self.toggle.setProperty("kind", "row_title")
        self.toggle.clicked.connect(lambda: self.open(not self.is_open))
        self._wrong = QLabel(self)
        self._wrong.setPixmap(icon("circle-alert", "danger").pixmap(16))
        self._count = QLabel(self)
        self._count.setObjectName("muted")
        self._remove = QPushButton(icon("trash-2"), "", self)
        self._remove.setProperty("kind", "quiet")
        self._remove.clicked.connect(lambda: self._repeat.remove_row(self))
        self._remove.setVisible(self._repeat.can_change)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.toggle, 1, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._wrong, self._count, self._remove):
            bar.addWidget(widget)
        return bar

    def _questions(self) -> list[Question]:
        """Questions of the row itself; rows inside it count themselves."""
        return list(_own_questions(self._repeat.repeat.children))

    def _value(self, question: Question) -> str:
        return self._tools.pen.entry.state(self.row.path_of(question)).value


def _own_questions(elements: tuple[Element, ...]) -> Iterator[Question]:
    for element in elements:
        if isinstance(element, Group):
            yield from _own_questions(element.children)
        elif isinstance(element, Question) and element.control != Control.NOTE:
            yield element

"""One row of a repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from abhaya.gui.form_view.fold import Fold
from abhaya.gui.form_view.page_plan import Row, is_long, template_of
from abhaya.gui.form_view.problem_place import row_title
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.widgets.button import button
from abhaya_forms.engine import Question, walk

if TYPE_CHECKING:
    from abhaya.gui.form_view.repeat_view import RepeatView


class RowCard(Fold):
    """Titled by the row's label or number and the person's code."""

    def __init__(self, path: str, repeat: RepeatView) -> None:
        row = Row(repeat.repeat.path, path, long=is_long(repeat.repeat))
        super().__init__(repeat.repeat.children, row, repeat.tools, repeat.block, repeat)
        self.path = path
        self.known = button(self, "quiet", lambda: repeat.choose_person(self), picture="users")
        self.known.hide()
        self.bar.addWidget(self.known)
        self.remove = button(self, "quiet", lambda: repeat.remove_row(self), picture="trash-2")
        self.remove.setVisible(repeat.can_change and not self.tools.pen.entry.is_locked(path))
        self.bar.addWidget(self.remove)

    @property
    def root(self) -> str:
        return self.path

    def title(self) -> str:
        return row_title(self.tools.pen.entry, self.path, self.tools.texts)

    def reword(self) -> None:
        words = self.tools.texts.say("form_view.remove")
        self.remove.setText(words)
        self.known.setText(self.tools.texts.say("form_view.known_person"))
        super().reword()
        self.remove.setAccessibleName(f"{words}: {self.title()}")
        self.known.setAccessibleName(f"{self.known.text()}: {self.title()}")

    def stops(self) -> list[QWidget]:
        return [self.toggle, self.known, self.remove]

    def holds_answers(self) -> bool:
        """Whether removing the row would lose something a person wrote."""
        entry = self.tools.pen.entry
        asked = {e.path for e in walk(self.elements) if isinstance(e, Question)}
        return any(
            self.holds(path) and template_of(path) in asked and not entry.state(path).read_only
            for path, _ in entry.answers()
        )

    def focus_first(self) -> None:
        """Put the cursor into the first question of the row that waits for an answer, else into the first."""
        inside = [view for path, view in self.tools.views.items() if self.holds(path)]
        questions = [view for view in inside if isinstance(view, QuestionView) and view.can_be_answered]
        if first := next((view for view in questions if view.waits), next(iter(questions), None)):
            first.focus()

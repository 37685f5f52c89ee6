"""Things asked once per person, item or journey: a card per row, with buttons to add and remove one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from abhaya.gui.form_view.page_plan import MOST_QUESTIONS, Row
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.row_card import RowCard
from abhaya.gui.subject_dialog import SubjectDialog
from abhaya.gui.widgets.button import button
from abhaya_forms.engine import Question, Repeat, walk

if TYPE_CHECKING:
    from abhaya.gui.form_view.question_block import QuestionBlock


class RepeatView(QFrame):
    """Only as many rows stand open as make one page of questions; the others open on request."""

    def __init__(
        self, repeat: Repeat, row: Row, tools: PageTools, block: type[QuestionBlock], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.repeat, self.path, self.tools, self.block = repeat, row.path_of(repeat), tools, block
        self.cards: list[RowCard] = []
        self._removed: int | None = None
        self._size = max(1, sum(isinstance(e, Question) for e in walk(repeat.children)))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.heading = QLabel(self)
        self.heading.setObjectName("h3")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self._column.addWidget(self.heading)
        self.add = button(self, "plain", self.add_row, picture="plus")
        self.add.setVisible(self.can_change)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        tools.views[self.path] = self
        self.reword()
        self.match_rows()
        self.refresh()

    @property
    def can_change(self) -> bool:
        """Whether rows may be added and removed here."""
        return not (self.repeat.fixed_count or self.tools.pen.read_only)

    def refresh(self) -> None:
        """Show or hide the whole; the questions of the rows refresh themselves."""
        entry = self.tools.pen.entry
        rows = entry.rows(self.path)
        around = self.path.rpartition("/")[0]
        shown = any(map(entry.is_relevant, rows)) if rows else entry.is_relevant(around)
        if self.isHidden() == shown:
            self.setVisible(shown)

    def finish(self) -> None:
        """The questions of the rows finish themselves."""

    def reword(self) -> None:
        """Say heading, button and row titles again."""
        wording = self.tools.pen.wording(self.path)
        self.heading.setText(wording.joined)
        self.heading.setVisible(bool(wording.label))
        self.add.setText(self.tools.texts.say("form_view.add_row"))
        self.add.setAccessibleName(f"{self.add.text()}: {wording.label}")
        for card in self.cards:
            card.reword()

    def match_rows(self) -> None:
        """Show the rows the entry has; a row removed here takes its own card with it, later ones move up."""
        rows = self.tools.pen.entry.rows(self.path)
        was_open = [card.is_open for card in self.cards]
        kept = min(len(rows), len(self.cards))
        if self._removed is not None:
            kept = min(kept, self._removed)
            was_open.pop(self._removed)
            self._removed = None
        for card in self.cards[kept:]:
            self._drop(card)
        for place in range(kept, len(rows)):
            fits = (place + 1) * self._size <= MOST_QUESTIONS
            self._append(rows[place], was_open[place] if place < len(was_open) else fits or place == 0)
        self._offer_people()

    def choose_person(self, card: RowCard) -> None:
        """Let a row be about somebody whom another form of the case has written down."""
        people = self.tools.pen.possible_people(self.repeat.path)
        dialog = SubjectDialog(self.window(), self.tools.texts, card.title(), people, ())
        if dialog.exec():
            self.tools.pen.name_person(card.path, str(dialog.about))
            self._offer_people()
            card.reword()
            card.open(True)
            card.focus_first()

    def _offer_people(self) -> None:
        offered = self.can_change and bool(self.tools.pen.possible_people(self.repeat.path))
        for card in self.cards:
            card.known.setVisible(offered)

    def add_row(self) -> None:
        """Add a row at the end, open it and put the cursor into it."""
        self.tools.pen.add_row(self.path)
        card = self.cards[-1]
        card.open(True)
        card.focus_first()

    def remove_row(self, card: RowCard) -> None:
        """Remove a row; asks first when it holds answers."""
        texts = self.tools.texts
        if card.holds_answers() and not self.tools.dialogs.ask(
            self.window(),
            texts.say("form_view.remove_title", row=card.title()),
            texts.say("form_view.remove_question"),
            texts.say("form_view.remove"),
            icon="triangle-alert",
        ):
            return
        for view in list(self.tools.views.values()):
            view.finish()  # words half typed go where they belong before the rows get other numbers
        place = self._removed = self.cards.index(card)
        self.tools.pen.remove_row(card.path)
        (self.cards[min(place, len(self.cards) - 1)].toggle if self.cards else self.add).setFocus()

    def _append(self, path: str, opened: bool) -> None:
        card = RowCard(path, self)
        card.reword()
        self.cards.append(card)
        self._column.insertWidget(self._column.count() - 1, card)
        card.open(opened)
        self.tools.grown()

    def _drop(self, card: RowCard) -> None:
        self.cards.remove(card)
        self.tools.forget(card.path)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

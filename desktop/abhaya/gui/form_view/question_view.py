"""One question on a page: its words, the answer or why there is none, and what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from abhaya.gui.form_view.error_row import ErrorRow
from abhaya.gui.form_view.non_answer_menu import DotsButton, NonAnswerMenu
from abhaya.gui.form_view.non_answer_strip import NonAnswerStrip
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.problem_sentence import problem_sentence
from abhaya.gui.form_view.question_head import QuestionHead
from abhaya.gui.widgets.answer_widget import AnswerWidget
from abhaya.gui.widgets.answer_widgets import kind_of_reading, kind_of_widget
from abhaya.gui.widgets.dated_line import DatedLine
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.shown_file import ShownFile
from abhaya_forms.engine import NonAnswer, Problem, Question, QuestionState

_DOTS = 32  # pixels kept free for the three dots at the end of the first line


class QuestionView(QWidget):
    """Nothing inside is built before the question is first relevant."""

    def __init__(self, question: Question, path: str, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.question, self.path, self.tools = question, path, tools
        self.answer: AnswerWidget | None = None
        self.strip: NonAnswerStrip | None = None
        self.error: ErrorRow | None = None
        self.dots: DotsButton | None = None
        self.beside: QLabel | None = None
        self.origin: QLabel | None = None
        self.order: ErrorRow | None = None
        self.state: QuestionState | None = None
        self._before = ""
        self.head = QuestionHead(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addWidget(self.head)
        tools.views[path] = self
        self.refresh()

    @property
    def short(self) -> bool:
        """Whether the question may share a line with its neighbour."""
        return self.answer is not None and self.answer.short and self.strip_hidden

    @property
    def strip_hidden(self) -> bool:
        """Whether the question is open for an answer rather than left without one."""
        return self.strip is None or self.strip.isHidden()

    @property
    def spared(self) -> bool:
        """Whether a problem is not told yet: nobody is told off in the middle of a word."""
        told = self.error is not None and not self.error.isHidden()
        return self.answer is not None and self.answer.typing and not told

    def refresh(self) -> None:
        if not self._alive():
            return
        state, second = self.tools.pen.state(self.path)
        if self.isHidden() == state.relevant:
            self.setVisible(state.relevant)
        self.state = state
        if not state.relevant:
            return
        fixed = state.read_only or self.tools.pen.read_only
        answer = self._fit_answer(state, fixed=fixed)
        number = self.tools.pen.entry.definition.numbers[self.question.key]
        required = state.required and not fixed
        self.head.show_words(number, state.label, second, state.hint, required=required)
        answer.show_answer(state)
        self._show_beside(self._beside(answer, state))
        self._show_non_answer(answer, state)
        self._show_origin(state)
        self._show_order(state)
        self._show_problem(answer, state)

    def finish(self) -> None:
        if self.answer:
            self.answer.finish()
        if self.strip:
            self.strip.why.finish()

    def focus(self) -> None:
        """Put the cursor where the question is answered."""
        shown = self.answer if self.strip_hidden else self.strip
        if shown:
            target = shown.focus_target()
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if isinstance(target, QLineEdit) and target.text():
                target.end(False)  # what is typed first must not take the place of what stands there

    @property
    def waits(self) -> bool:
        """Whether an answer is still to be given here."""
        state = self.state
        return self.can_be_answered and not (state and (state.value or state.as_typed or state.non_answer))

    @property
    def can_be_answered(self) -> bool:
        """Whether the cursor has anything to do here."""
        return self.answer is not None and self.answer.answerable and not self.isHidden()

    def stops(self) -> list[QWidget]:
        """The controls that Tab goes through, in order."""
        shown = [*self.answer.stops()] if self.answer else []
        return shown + ([self.strip.why, self.strip.undo] if self.strip else [])

    def open_menu(self) -> NonAnswerMenu | None:
        """Offer the four non-answers and clearing, at the three dots."""
        if self.dots is None or self.state is None:
            return None
        self.finish()
        menu = NonAnswerMenu(self.tools.texts, self.state.non_answer, self)
        menu.triggered.connect(lambda action: self._on_chosen(action.data()))
        menu.popup(self.dots.mapToGlobal(QPoint(0, self.dots.height())))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.dots:
            self.dots.move(self.width() - self.dots.width(), 0)

    def _fit_answer(self, state: QuestionState, *, fixed: bool) -> AnswerWidget:
        kind = kind_of_reading(self.question) if fixed else kind_of_widget(self.question, len(state.choices))
        if self.answer is not None:
            if type(self.answer) is kind:
                return self.answer
            self.answer.deleteLater()
        answer = self.answer = kind(self.question, self)
        answer.speak(self.tools.texts)
        if isinstance(answer, DatedLine):
            answer.today = lambda: self.tools.pen.entry.today
        answer.answered.connect(self._on_answered)
        answer.settled.connect(self._on_settled)
        if isinstance(answer, ShownFile):
            self.tools.files.serve(answer, self.path, self.question)
        self._column.insertWidget(1, answer)
        self.head.setBuddy(answer)
        if self.tools.pen.read_only:  # with nothing to type into, Tab goes through what can be read
            answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fit_dots(wanted=not fixed)
        self.tools.grown()
        return answer

    def _fit_dots(self, *, wanted: bool) -> None:
        if wanted and self.dots is None:
            self.dots = DotsButton(self)
            self.dots.clicked.connect(self.open_menu)
            self.head.kept_free = _DOTS
        if self.dots:
            self.dots.setVisible(wanted)

    def _beside(self, answer: AnswerWidget, state: QuestionState) -> str:
        pen = self.tools.pen
        if state.read_only and not pen.read_only and pen.entry.is_locked(self.path):
            return self.tools.texts.say("form_view.own_words_stay")
        return "" if state.non_answer else answer.told_beside()

    def _show_beside(self, words: str) -> None:
        if words and self.beside is None:
            self.beside = label(self, "muted", wrap=True)
            self._column.insertWidget(2, self.beside)
        if self.beside:
            self.beside.setText(words)
            if self.beside.isHidden() != (not words):
                self.beside.setVisible(bool(words))

    def _show_origin(self, state: QuestionState) -> None:
        """Say where an answer comes from that was taken over; of what nobody types it is no matter."""
        words = "" if state.read_only else self.tools.pen.origin_words(self.path, self.tools.texts)
        if words and self.origin is None:
            self.origin = label(self, "muted", wrap=True)
            self._column.insertWidget(self._column.count() - (self.error is not None), self.origin)
        if self.origin:
            self.origin.setText(words)
            if self.origin.isHidden() != (not words):
                self.origin.setVisible(bool(words))

    def _show_non_answer(self, answer: AnswerWidget, state: QuestionState) -> None:
        none_given = state.non_answer is not None
        if none_given and self.strip is None:
            self.strip = NonAnswerStrip(self.question, self.tools.texts, self)
            self.strip.explained.connect(self._on_explained)
            self.strip.withdrawn.connect(self._on_withdrawn)
            self._column.insertWidget(2, self.strip)
            self.tools.grown()
        if self.strip:
            self.strip.setVisible(none_given)
            if none_given:
                self.strip.show_reason(state, read_only=self.tools.pen.read_only)
        if answer.isHidden() != none_given:
            answer.setVisible(not none_given)

    def _show_order(self, state: QuestionState) -> None:
        """Say quietly that a step is out of order or late; nothing is stopped by it."""
        words = "" if state.non_answer else self.tools.order.words(self.path, self.tools.texts)
        if words and self.order is None:
            self.order = ErrorRow(self, grave=False)
            self._column.insertWidget(self._column.count() - (self.error is not None), self.order)
        if self.order:
            self.order.words.setText(words)
            if self.order.isHidden() != (not words):
                self.order.setVisible(bool(words))

    def _show_problem(self, answer: AnswerWidget, state: QuestionState) -> None:
        sentence = "" if self.spared else self._sentence(state)
        if sentence and self.error is None:
            self.error = ErrorRow(self)
            self._column.addWidget(self.error)
        if self.error:
            self.error.words.setText(sentence)
            if self.error.isHidden() != (not sentence):
                self.error.setVisible(bool(sentence))
        answer.mark_wrong(bool(sentence))
        beside = self.beside.text() if self.beside else ""
        order = self.order.words.text() if self.order else ""
        answer.name_controls(state.label, sentence or "\n".join(filter(None, (state.hint, beside, order))))
        if self.dots:
            self.dots.setAccessibleName(f"{self.tools.texts.say('form_view.no_answer')}: {state.label}")

    def _sentence(self, state: QuestionState) -> str:
        problems = state.problems
        missing = state.required and not (state.value or state.as_typed or state.non_answer)
        if missing and self.tools.missing is not None:
            problems = (self.tools.missing.get(self.path, Problem(self.path, "required", "")),)
        return problem_sentence(problems[0], self.question, self.tools.texts) if problems else ""

    def _alive(self) -> bool:
        """False in a removed row, whose path by now is another row's or nobody's."""
        return self.tools.views.get(self.path) is self

    def _on_answered(self, value: str) -> None:
        if self._alive():
            self.tools.pen.answer(self.path, value)

    def _on_settled(self) -> None:
        self.refresh()
        if self._alive():
            self.tools.pen.settled.emit(self.path)

    def _on_chosen(self, kind: NonAnswer | str) -> None:
        if self.state and (self.state.value or self.state.as_typed):
            self._before = self.state.value or self.state.as_typed
        if kind:
            self.tools.pen.leave_unanswered(self.path, NonAnswer(kind))
        elif self.state and self.state.non_answer:
            self.tools.pen.leave_unanswered(self.path, None)
        else:
            self.tools.pen.answer(self.path, "")
        self.focus()

    def _on_explained(self, why: str) -> None:
        if self.state and self.state.non_answer:
            self.tools.pen.leave_unanswered(self.path, self.state.non_answer, why)

    def _on_withdrawn(self) -> None:
        self.tools.pen.leave_unanswered(self.path, None)
        if self._before:
            self.tools.pen.answer(self.path, self._before)
        self.focus()

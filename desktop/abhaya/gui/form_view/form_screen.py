"""The screen on which a person fills a form, or reads a sealed one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.record import RecordStatus
from abhaya.errors import AbhayaError
from abhaya.gui.form_view.autosave import Autosave
from abhaya.gui.form_view.bottom_bar import BottomBar
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.form_view.form_survey import FormSurveyor
from abhaya.gui.form_view.page_stack import PageStack
from abhaya.gui.form_view.problems_panel import ProblemsPanel
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.section_list import SectionList
from abhaya.gui.form_view.top_bar import TopBar
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.widgets.notice import Notice
from abhaya.texts import Texts

if TYPE_CHECKING:
    from abhaya.workflows.fill_form import Filling

_NARROW = 900  # pixels below which the section list shows icons only
_SURVEY = 120  # milliseconds after an answer until counts are brought up to date


class FormScreen(Screen):
    """``attach_requested`` carries the path of the question that wants a file, "" for the whole record."""

    left = Signal()
    attach_requested = Signal(str)
    preview_requested = Signal()
    seal_requested = Signal()

    def __init__(self, around: Surroundings, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self.filling = filling
        self.texts = around.texts
        entry = filling.entry
        self.pen = EntryPen(
            entry,
            read_only=filling.read_only,
            second=_second_language(entry.definition.languages, entry.language),
        )
        self.pen.setParent(self)
        self.autosave = Autosave(filling.save, around.clock, self)
        self.top = TopBar(entry.definition.languages, self)
        self.notice = Notice(self)
        self.sections = SectionList(self)
        self.pages = PageStack(self.pen, self.texts, around.dialogs, self.sections.view, self)
        self.panel = ProblemsPanel(self)
        self.bottom = BottomBar(self)
        self._surveyor = FormSurveyor(self.pen, self.pages.plan)
        self._survey_soon = QTimer(self, singleShot=True, interval=_SURVEY)
        self._saved_at: datetime | None = None
        self._lay_out()
        self._connect()
        self._speak()
        self.pages.show_page(0)
        if not self.sections.model.lines[0].relevant:
            self._go(1)

    # -- what the window calls

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        if texts is not self.texts:
            self.texts = texts
            self.pages.rebuild(texts)
            self._speak()
            self.take_stock()

    def arrive(self) -> None:
        """Put the cursor into the first question."""
        first = next((view for view in self.pages.current.questions() if view.can_be_answered), None)
        if first:
            first.focus()
        else:
            self.sections.view.setFocus()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "save": self.save_now,
            "back": self.left.emit,
            "next_section": lambda: self._go(1),
            "previous_section": lambda: self._go(-1),
            "next_problem": self._on_next_problem,
            "no_answer": self._on_no_answer,
            "seal": self._on_seal,
        }

    def save_now(self) -> None:
        """Take what is half typed, preedit included, and write it."""
        QGuiApplication.inputMethod().commit()
        self.pages.finish()
        self.autosave.save_now()

    def leave(self) -> bool:
        self.save_now()
        say = self.texts.say
        return not self.autosave.unsaved or self.around.dialogs.ask(
            self,
            say("form_view.leave.title"),
            say("form_view.leave.words"),
            say("form_view.leave.do"),
            say("form_view.leave.stay"),
            "triangle-alert",
        )

    def show_question(self, path: str) -> bool:
        """Go to a question, wherever it stands; False when it is hidden now."""
        return self.pages.jump_to(path)

    def show_attachment(self, path: str, code: str) -> None:
        """Answer the question at ``path`` with the code of a file that was attached for it."""
        self.pen.answer(path, code)

    # -- counts

    def take_stock(self) -> None:
        """Bring counts, icons and problems up to date."""
        self._survey_soon.stop()
        survey = self._surveyor.survey(self.texts, strict=self.pages.missing is not None)
        self.sections.show_sections(survey.lines, survey.answered, survey.questions, self.texts)
        section = self.pages.plan[self.pages.number].section
        here = sum(self.pages.plan[place].section == section for place in survey.places)
        self.bottom.show_problems(here, len(survey.places) - here, self.texts)
        self.bottom.show_place(
            first=self._step(self.pages.number, -1) is None, last=self._step(self.pages.number, 1) is None
        )
        if not self.panel.isHidden():
            self.panel.show_problems(self._surveyor.problem_lines(survey, self.texts), self.texts)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- inside

    def _lay_out(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sections)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.notice)
        column.addLayout(middle, 1)
        column.addWidget(self.bottom)

    def _connect(self) -> None:
        self.top.left.connect(self.left)
        self.top.attach_requested.connect(lambda: self.attach_requested.emit(""))
        self.top.preview_requested.connect(self._on_preview)
        self.top.seal_requested.connect(self._on_seal)
        self.top.languages.chosen.connect(self.pen.speak)
        self.sections.chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self._on_shown)
        self.pages.attach_requested.connect(self.attach_requested)
        self.panel.chosen.connect(self.show_question)
        self.panel.closed.connect(self._close_panel)
        self.bottom.problems_requested.connect(self._on_problems)
        self.bottom.previous_requested.connect(lambda: self._go(-1))
        self.bottom.next_requested.connect(lambda: self._go(1))
        self.pen.changed.connect(self._on_changed)
        self.pen.reworded.connect(self._on_reworded)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.waiting.connect(lambda: self.top.save_state.show_waiting(self.texts))
        self.autosave.failed.connect(self._on_failed)
        self._survey_soon.timeout.connect(self.take_stock)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _speak(self) -> None:
        say, record = self.texts.say, self.filling.record
        self.top.retranslate(self.texts)
        self.bottom.retranslate(self.texts)
        self.top.title.setText(self._title())
        status = say(f"form_view.status.{record.status}")
        subtitle = "form_view.subtitle" if record.version == 1 else "form_view.subtitle_corrected"
        self.top.subtitle.setText(say(subtitle, number=record.number, version=record.version, status=status))
        self.top.save_state.show_saved(self.texts, self._saved_at)
        self.top.languages.show_languages(self.pen.entry.language, self.pen.second, self.texts)
        if self.pen.read_only:
            self.top.set_read_only()
            key = "no_right" if record.status == RecordStatus.DRAFT else record.status
            self.notice.tell("info", say(f"form_view.read_only.{key}"))

    def _title(self) -> str:
        titles = self.around.desk.forms.titles().get(self.filling.record.form_sha256, {})
        return titles.get(self.texts.language) or self.filling.entry.definition.title

    def _fit(self) -> None:
        panel = self.panel.width() if not self.panel.isHidden() else 0
        self.sections.set_narrow(self.width() - panel < _NARROW)

    def _step(self, start: int, step: int) -> int | None:
        number = start + step
        while 0 <= number < len(self.pages.plan):
            if self.sections.model.lines[number].relevant:
                return number
            number += step
        return None

    def _go(self, step: int) -> None:
        number = self._step(self.pages.number, step)
        if number is not None:
            self.pages.finish()
            self.pages.show_page(number)
            self.pages.current.verticalScrollBar().setValue(0)
            self.arrive()

    def _on_shown(self, number: int) -> None:
        self.take_stock()
        self.sections.show_chosen(number)

    def _on_changed(self) -> None:
        self.pages.rest_from_building()
        self._survey_soon.start()
        self.autosave.note_change()

    def _on_reworded(self) -> None:
        self._speak()
        self.take_stock()

    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self.notice.hide()
        self.top.save_state.show_saved(self.texts, at)

    def _on_failed(self, error: AbhayaError) -> None:
        self.top.save_state.show_failed(self.texts)
        self.notice.tell("danger", f"{self.texts.explain(error)}\n{self.texts.say('form_view.retried')}")

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None and self.isAncestorOf(old):
            self.autosave.note_left()
        if new is not None and self.pages.isAncestorOf(new):
            self.pages.current.reveal(new)

    def _on_seal(self) -> None:
        if not self.pen.read_only:
            self.save_now()
            self.pages.be_strict()
            self.take_stock()
            self.seal_requested.emit()

    def _on_preview(self) -> None:
        self.save_now()
        self.preview_requested.emit()

    def _on_no_answer(self) -> None:
        view: QWidget | None = QApplication.focusWidget()
        while view is not None and not isinstance(view, QuestionView):
            view = view.parentWidget()
        if view is not None:
            view.open_menu()

    def _on_problems(self) -> None:
        self.panel.show()
        self._fit()
        self.take_stock()
        self.panel.list.setFocus()

    def _on_next_problem(self) -> None:
        if self.panel.isHidden():
            self._on_problems()
        if path := self.panel.next_path():
            self.show_question(path)

    def _close_panel(self) -> None:
        self.panel.hide()
        self._fit()
        self.arrive()


def _second_language(languages: tuple[str, ...], first: str) -> str:
    """English and Hindi stand beside each other; Nepali has Hindi beside it, the language of the station."""
    hindi = next((name for name in languages if name.endswith("(hi)")), "")
    english = next((name for name in languages if name.endswith("(en)")), "")
    return english if first == hindi else hindi

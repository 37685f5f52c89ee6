"""The parts of the form screen, where they stand and what is written on them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.record import RecordStatus
from abhaya.gui.form_view.autosave import Autosave
from abhaya.gui.form_view.bottom_bar import BottomBar
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.form_view.form_files import FormFiles
from abhaya.gui.form_view.form_survey import FormSurveyor
from abhaya.gui.form_view.language_menu import language_beside
from abhaya.gui.form_view.order_watch import OrderWatch
from abhaya.gui.form_view.page_stack import PageStack
from abhaya.gui.form_view.problems_panel import ProblemsPanel
from abhaya.gui.form_view.section_list import SectionList
from abhaya.gui.form_view.top_bar import TopBar
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.shown import day_shown
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.enter_from_paper import paper_behind

if TYPE_CHECKING:
    from abhaya.workflows.fill_form import Filling

_NARROW = 900  # pixels below which the section list shows icons only


class FormFrame(Screen):
    """Holds the parts; what they do together is the FormScreen's."""

    def __init__(self, around: Surroundings, filling: Filling, parent: QWidget | None) -> None:
        super().__init__(around, parent)
        self.filling = filling
        self.texts = around.texts
        entry, languages = filling.entry, filling.entry.definition.languages
        beside = language_beside(languages, entry.language)
        self.pen = EntryPen(filling, second=beside, parent=self)
        self.autosave = Autosave(filling.save, lambda: around.desk.locked, around.clock, self)
        self.top = TopBar(languages, self)
        self.notice = Notice(self)
        self.sections = SectionList(self)
        self.files = FormFiles(self, around, filling, self.pen)
        self.order = OrderWatch(around.desk, filling, self.pen, self)
        self.pages = PageStack(
            self.pen, self.order, self.texts, around.dialogs, self.files, self.sections.view, self
        )
        self.panel = ProblemsPanel(self)
        self.bottom = BottomBar(self)
        self.surveyor = FormSurveyor(self.pen, self.pages.plan)
        self.saved_at: datetime | None = None
        self._lay_out()
        self.speak()

    def speak(self) -> None:
        """Say everything around the pages in the interface language."""
        say, record = self.texts.say, self.filling.record
        self.top.retranslate(self.texts)
        self.bottom.retranslate(self.texts)
        titles = self.around.desk.forms.titles().get(record.form_sha256, {})
        title = titles.get(self.texts.language) or self.filling.entry.definition.title
        named = " · ".join(filter(None, (record.subject, title)))  # a long title is cut at its end
        self.top.title.setText(named)
        self.top.title.setToolTip(named)
        status = say(f"form_view.status.{record.status}")
        subtitle = "form_view.subtitle" if record.version == 1 else "form_view.subtitle_corrected"
        place = {"case": self.filling.case_number, "number": record.number, "version": record.version}
        told = [say(subtitle, **place, status=status)]
        if paper := paper_behind(self.filling):
            told.append(say("form_view.paper.shown", serial=paper.serial, day=day_shown(paper.day)))
        self.top.subtitle.setText(" · ".join(told))
        self.top.languages.show_languages(self.pen.entry.language, self.pen.second, self.texts)
        self.show_save_state()
        if self.pen.read_only:
            self.top.set_read_only()
            key = "no_right" if record.status == RecordStatus.DRAFT else record.status
            self.notice.tell("info", say(f"form_view.read_only.{key}"))

    def show_save_state(self) -> None:
        """Say whether all is written."""
        if self.autosave.unsaved:
            self.top.save_state.show_waiting(self.texts)
        else:
            self.top.save_state.show_saved(self.texts, self.saved_at)

    def take_stock(self) -> None:
        """Bring counts, icons and problems up to date."""
        plan, number = self.pages.plan, self.pages.number
        survey = self.surveyor.survey(
            self.texts, strict=self.pages.missing is not None, spared=self.pages.spared()
        )
        self.sections.show_sections(survey.lines, survey.answered, survey.questions, self.texts)
        here = sum(plan[place].section == plan[number].section for place in survey.places)
        self.bottom.show_problems(here, len(survey.places) - here, self.texts)
        self.bottom.show_place(first=self.beside(number, -1) is None, last=self.beside(number, 1) is None)
        if not self.panel.isHidden():
            self.panel.show_problems(self.surveyor.problem_lines(survey, self.texts), self.texts)

    def beside(self, number: int, step: int) -> int | None:
        """The next page that can be gone to, forwards (1) or back (-1)."""
        number += step
        while 0 <= number < len(self.pages.plan):
            if self.sections.model.lines[number].relevant:
                return number
            number += step
        return None

    def show_panel(self, shown: bool) -> None:
        """Open or close the list of problems; the list of sections makes room for it."""
        self.panel.setVisible(shown)
        self._fit()
        self.take_stock()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        panel = self.panel.width() if not self.panel.isHidden() else 0
        self.sections.set_narrow(self.width() - panel < _NARROW)

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

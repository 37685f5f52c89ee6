"""The screen on which a person fills a form, or reads a sealed one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.form_view.form_frame import FormFrame
from abhaya.gui.form_view.paper_dialog import PaperDialog
from abhaya.gui.screen import Surroundings
from abhaya.texts import Texts
from abhaya.workflows.case_clocks import case_clocks, note_deadline
from abhaya.workflows.spread_change import changed_facts

if TYPE_CHECKING:
    from abhaya.workflows.fill_form import Filling

_SURVEY = 120  # milliseconds after an answer until counts are brought up to date


class FormScreen(FormFrame):
    """``left``, ``preview_requested`` and ``seal_requested`` say where the person wants to go next."""

    left = Signal()
    preview_requested = Signal()
    seal_requested = Signal()

    def __init__(self, around: Surroundings, filling: Filling, parent: QWidget | None = None) -> None:
        super().__init__(around, filling, parent)
        self._as_opened = filling.record.updated_at
        self._survey_soon = QTimer(self, singleShot=True, interval=_SURVEY)
        self._survey_soon.timeout.connect(self.take_stock)
        self._rebuild_soon = QTimer(self, singleShot=True, interval=0)
        self._rebuild_soon.timeout.connect(lambda: self.pages.rebuild(self.texts))
        self._connect_parts()
        self._connect_answers()
        self.pages.show_page(0)
        if not self.sections.model.lines[0].relevant:
            self._go(1)
        if filling.unsaved and not filling.read_only:  # what became known since it was saved
            self.autosave.note_change()

    # -- what the window calls

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        if texts is not self.texts:
            self.texts = texts
            self.pages.rebuild(texts)
            self._on_reworded()

    def arrive(self) -> None:
        """Put the cursor into the first question that waits for an answer, else into the first one."""
        questions = [view for view in self.pages.current.questions() if view.can_be_answered]
        if first := next((view for view in questions if view.waits), next(iter(questions), None)):
            first.focus()
        else:
            self.sections.view.setFocus()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "save": self._on_save,
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

    @property
    def unsaved(self) -> bool:
        return self.autosave.unsaved

    def leave(self) -> bool:
        self._on_save()
        self._note_deadline()
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

    # -- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._rebuild_soon.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.pages.chain_now()
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.panel.isHidden():
            self._on_panel_closed()
        else:
            super().keyPressEvent(event)

    # -- inside

    def _on_save(self) -> None:
        """Save, and then ask whether what was told otherwise shall reach other drafts."""
        self.save_now()
        if self.autosave.unsaved or self.pen.read_only or self.around.desk.locked:
            return
        from abhaya.gui.form_view.changed_facts_dialog import ChangedFactsDialog

        if facts := changed_facts(self.around.desk, self.filling):
            ChangedFactsDialog(self, self.around, self.filling, facts).exec()
        self.filling.known.settle()

    def _note_deadline(self) -> None:
        """Let the list of cases know what is due now; that it cannot is no reason to keep anybody here."""
        record = self.filling.record
        if self.autosave.unsaved or record.updated_at == self._as_opened:
            return
        desk, self._as_opened = self.around.desk, record.updated_at
        with suppress(AbhayaError):
            note_deadline(desk, record.case_id, case_clocks(desk, record.case_id))

    def _connect_parts(self) -> None:
        self.top.left.connect(self.left)
        self.top.attach_requested.connect(self.files.attach)
        self.top.paper_requested.connect(self._on_paper)
        self.top.preview_requested.connect(self._on_preview)
        self.top.seal_requested.connect(self._on_seal)
        self.top.languages.chosen.connect(self.pen.speak)
        self.sections.chosen.connect(self.pages.show_page)
        self.pages.shown.connect(self._on_shown)
        self.panel.chosen.connect(self.show_question)
        self.panel.closed.connect(self._on_panel_closed)
        self.bottom.problems_requested.connect(self._on_problems)
        self.bottom.previous_requested.connect(lambda: self._go(-1))
        self.bottom.next_requested.connect(lambda: self._go(1))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    def _connect_answers(self) -> None:
        self.pen.changed.connect(self._on_changed)
        self.pen.settled.connect(lambda _path: self._survey_soon.start())
        self.pen.reworded.connect(self._on_reworded)
        self.autosave.waiting.connect(self.show_save_state)
        self.autosave.saved.connect(self._on_saved)
        self.autosave.failed.connect(self._on_failed)

    def _go(self, step: int) -> None:
        number = self.beside(self.pages.number, step)
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
        if not self.pen.read_only:
            self.autosave.note_change()  # the record remembers the language it is asked in
        self.speak()
        self.take_stock()

    def _on_saved(self, at: datetime) -> None:
        self.saved_at = at
        self.notice.hide()
        self.show_save_state()

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
            self._on_save()  # other drafts follow before this one is sealed, not after
            self.pen.drop_empty_rows()
            self.pages.be_strict()
            self.take_stock()
            self.seal_requested.emit()

    def _on_paper(self) -> None:
        self.save_now()
        if PaperDialog(self, self.around, self.filling).exec():
            self.speak()

    def _on_preview(self) -> None:
        self.save_now()
        self.preview_requested.emit()

    def _on_no_answer(self) -> None:
        if view := self.pages.question_with_cursor():
            view.open_menu()

    def _on_problems(self) -> None:
        self.pages.finish()
        self.show_panel(True)
        self.panel.list.setFocus()

    def _on_next_problem(self) -> None:
        self.pages.finish()
        if self.panel.isHidden():
            self._on_problems()
        if path := self.panel.next_path():
            self.show_question(path)

    def _on_panel_closed(self) -> None:
        held = self.panel.isAncestorOf(QApplication.focusWidget() or self)
        self.show_panel(False)
        if held:
            self.arrive()

"""Printing a case for court: choose, look at the very pages, save or print them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from abhaya.cases.bundle import Copy
from abhaya.errors import AbhayaError
from abhaya.gui.background import Report, Task
from abhaya.gui.export_screen.bundle_choice import BundleChoice
from abhaya.gui.export_screen.checks_panel import ChecksPanel
from abhaya.gui.export_screen.print_dialog import PrintDialog
from abhaya.gui.export_screen.printing import printer_names
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.empty_state import EmptyState
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.page_panel import PagePanel
from abhaya.gui.widgets.page_source import PdfPages
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts
from abhaya.workflows.export_bundle import PreparedBundle, plan_bundle, prepare, save_bundle
from abhaya.workflows.open_case import read_case

_BESIDE = 820  # pixels of width from which choice and pages stand side by side
_CHOICE_WIDTH = 340
_ANY_WIDTH = 16777215  # Qt's QWIDGETSIZE_MAX


class ExportScreen(Screen):
    """Raises AbhayaError at construction when there is nothing to print."""

    left = Signal()

    def __init__(self, around: Surroundings, case_id: str, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        everything = plan_bundle(around.desk, case_id, Copy.COURT, around.texts.language, whole=True)
        self._case = read_case(around.desk, case_id)
        self._task: Task | None = None
        self.bundle: PreparedBundle | None = None
        self.choice = BundleChoice(self, around, everything, self._case)
        self.choice.changed.connect(self._on_changed)
        self.checks = ChecksPanel(self, around, case_id)
        self.notice = Notice(self)
        self.panel = PagePanel(self)
        self._look = EmptyState(self, "file-text")
        self._look.column.addStretch()
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._look)
        self._pages.addWidget(self.panel)
        self._lay_out()
        self._show_state()

    # -- what the window calls

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {
            "back": self.go_back,
            "print": self.print_pages,
            "save_as": self.save,
            "zoom_in": self.panel.view.zoom_in,
            "zoom_out": self.panel.view.zoom_out,
        }

    def arrive(self) -> None:
        """Begin at the choice of the copy; what the checks find comes as soon as it is known."""
        self.checks.look()
        self.choice.copy.setFocus()

    def leave(self) -> bool:
        if self._task is not None:
            self._task.cancel()
        return True

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.choice.retranslate(texts)
        self.checks.retranslate(texts)
        self.panel.retranslate(texts)
        self._title.setText(texts.say("export_screen.title", number=self._case.case.number))
        self._show_state()

    # -- what a person does here

    def go_back(self) -> None:
        """To the case; where there is only room for the pages, first to the choice."""
        if self.bundle is None or self._beside:
            self.left.emit()
        else:
            self._forget_bundle()
            self._show_state()
            self.choice.copy.setFocus()

    def prepare(self) -> None:
        """Lay the pages out and show them."""
        desk, plan = self.around.desk, self.choice.plan
        self.notice.hide()
        self.bar.setRange(0, 0)

        def work(report: Report) -> PreparedBundle | None:
            return prepare(desk, plan, report)

        self._task = self.around.background.run(
            work, self, self._on_prepared, self._on_trouble, self._on_progress, self._on_stopped
        )
        self._show_state()

    def save(self) -> None:
        """Ask where to, and write the very bytes that are shown."""
        bundle = self._bundle_shown()
        if bundle is None:
            return
        say = self.around.texts.say
        suggested = Path.home() / bundle.file_name
        place = self.around.dialogs.choose_place(
            self, say("export_screen.save_title"), suggested, "PDF (*.pdf)"
        )
        if place is None:
            return
        desk = self.around.desk

        def work(_report: Report) -> None:
            save_bundle(desk, bundle, place, replace=True)  # the box has asked

        def saved(_nothing: None) -> None:
            words = say("export_screen.saved", file=place, pages=bundle.pages, hash=bundle.sha256)
            self.notice.tell("ok", words)

        self.around.background.run(work, self, saved, self._on_trouble)

    def print_pages(self) -> None:
        """Print the very pages that are shown, or say calmly why not."""
        bundle = self._bundle_shown()
        if bundle is None:
            return
        names = printer_names()
        if not names:
            self.notice.tell("info", self.around.texts.say("export_screen.no_printer"))
            return
        dialog = PrintDialog(self, self.around.texts, names, PdfPages(bundle.data))
        dialog.exec()
        if dialog.outcome:
            self.notice.tell(*dialog.outcome)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setMaximumWidth(_CHOICE_WIDTH if self._beside else _ANY_WIDTH)
        self._show_halves()

    # -- inside

    def _lay_out(self) -> None:
        self._side = self._choice_side()
        self._pages.setContentsMargins(16, 12, 16, 12)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(self._side, 2)
        halves.addWidget(self._pages, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top_bar())
        column.addWidget(self.notice)
        column.addLayout(halves, 1)
        self.bind(self._look.heading.setText, "export_screen.look_heading")
        self.bind(self._look.words.setText, "export_screen.look")

    def _top_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("top_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 10, 24, 10)
        row.setSpacing(10)
        back = button(bar, "plain", self.go_back, picture="arrow-left")
        self._title = label(bar, "h1", wrap=True)
        self.print_button = button(bar, "plain", self.print_pages, picture="printer")
        self.save_button = button(bar, "primary", self.save, picture="file-down")
        self.bind(back.setText, "export_screen.back")
        self.bind(self.print_button.setText, "export_screen.print")
        self.bind(self.save_button.setText, "export_screen.save")
        row.addWidget(back)
        row.addWidget(self._title, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.save_button)
        return bar

    def _choice_side(self) -> ScrollPage:
        page = ScrollPage(self)
        page.column.addWidget(self.choice)
        warning = Notice(page)
        self.bind(lambda words: warning.tell("warn", words), "export_screen.warning")
        page.column.addWidget(warning)
        self.prepare_button = button(page, "primary", self.prepare, picture="eye")
        self.bar = QProgressBar(page)
        self.bar.setTextVisible(False)
        self._doing = label(page, "muted")
        self.stop_button = button(page, "plain", self._on_stop)
        self.bind(self._doing.setText, "export_screen.preparing")
        self.bind(self.bar.setAccessibleName, "export_screen.preparing")
        self.bind(self.stop_button.setText, "window.stop")
        for piece in (self.prepare_button, self._doing, self.bar, self.stop_button):
            page.column.addWidget(piece)
        page.column.addWidget(self.checks)
        page.column.addStretch()
        return page

    def _bundle_shown(self) -> PreparedBundle | None:
        return self.bundle if self._task is None else None

    def _show_state(self) -> None:
        busy, ready = self._task is not None, self.bundle is not None
        for piece in (self._doing, self.bar, self.stop_button):
            piece.setVisible(busy)
        self.prepare_button.setVisible(not busy and not ready)
        self.prepare_button.setEnabled(bool(self.choice.plan.record_ids))
        self.prepare_button.setText(self.around.texts.say("export_screen.prepare"))
        for made in (self.print_button, self.save_button):
            made.setEnabled(ready and not busy)
        self._pages.setCurrentIndex(1 if ready else 0)
        self._show_halves()

    @property
    def _beside(self) -> bool:
        return self.width() >= _BESIDE

    def _show_halves(self) -> None:
        ready = self.bundle is not None
        self._side.setVisible(self._beside or not ready)
        self._pages.setVisible(self._beside or ready)

    def _forget_bundle(self) -> None:
        self.bundle = None
        self.panel.show_pages(None)

    def _on_changed(self) -> None:
        if self._task is not None:
            self._task.cancel()
        if self.bundle is not None:
            self._forget_bundle()
            self.notice.tell("info", self.around.texts.say("export_screen.changed"))
        self._show_state()

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_prepared(self, bundle: PreparedBundle | None) -> None:
        self._task = None
        self.bundle = bundle
        if bundle is not None:
            self.panel.show_pages(PdfPages(bundle.data))
            if bundle.substitutes:
                words = self.around.texts.say("export_screen.substitutes", count=bundle.substitutes)
                self.notice.tell("warn", words)
        self._show_state()
        if bundle is not None:
            self.panel.view.setFocus()

    def _on_stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _on_stopped(self) -> None:
        self._task = None
        self.notice.tell("info", self.around.texts.say("export_screen.stopped"))
        self._show_state()

    def _on_trouble(self, error: AbhayaError) -> None:
        self._task = None
        self.notice.tell("warn", self.around.texts.explain(error))
        self._show_state()

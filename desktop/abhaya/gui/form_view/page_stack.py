"""Holds the pages of a form: builds the one shown, the others in quiet moments, and keeps all up to date."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from abhaya.gui.dialogs import Dialogs
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.form_view.focus_chain import chain_focus
from abhaya.gui.form_view.form_files import FormFiles
from abhaya.gui.form_view.order_watch import OrderWatch
from abhaya.gui.form_view.page_plan import plan_pages, template_of
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.section_page import SectionPage
from abhaya.texts import Texts
from abhaya_forms.engine import Change, Problem

_TICK = 30  # milliseconds between two pages built in advance
_FIRST_TICK = 200  # the page in view is painted first
_REST = 1500  # milliseconds without a key before building goes on


class PageStack(QStackedWidget):
    """``shown`` carries the number of the page now in view.  Tab comes from ``anchor`` into the page."""

    shown = Signal(int)

    def __init__(
        self,
        pen: EntryPen,
        order: OrderWatch,
        texts: Texts,
        dialogs: Dialogs,
        files: FormFiles,
        anchor: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.pen, self._order, self._texts = pen, order, texts
        self._dialogs, self._files, self._anchor = dialogs, files, anchor
        self.plan = plan_pages(pen.entry.definition.body)
        self.missing: Mapping[str, Problem] | None = None
        self._built: dict[int, SectionPage] = {}
        self._stale: set[int] = set()
        self._ahead = QTimer(self, interval=_TICK)
        self._ahead.timeout.connect(self._build_next)
        self._unchained = True
        pen.changed.connect(self._on_changed)
        pen.settled.connect(lambda path: self.current.refresh(frozenset({path})))
        order.noticed.connect(self._on_noticed)
        pen.reworded.connect(self._on_reworded)

    @property
    def current(self) -> SectionPage:
        """The page in view."""
        return self._built[self.number]

    number = 0
    """Number of the page in view."""

    def show_page(self, number: int) -> None:
        """Bring a page into view, building it if needed."""
        self.number = number
        page = self._build(number)
        if number in self._stale:
            self._stale.discard(number)
            page.refresh_all()
        if page is not self.currentWidget():
            self._step_out()
        self.setCurrentWidget(page)
        self._note_growth()
        self._ahead.start(_FIRST_TICK)
        self.shown.emit(number)

    def rest_from_building(self) -> None:
        """Somebody types: build nothing until they pause."""
        if self._ahead.isActive():
            self._ahead.start(_REST)

    def jump_to(self, path: str) -> bool:
        """Put the cursor into the question at ``path``, opening its row; False when it is hidden."""
        template = template_of(path)
        number = next((n for n, page in enumerate(self.plan) if page.holds(template)), None)
        if number is None:
            return False
        self.show_page(number)
        self._open_folds(path)
        view = self.current.tools.views.get(path)
        if not isinstance(view, QuestionView) or view.isHidden():
            return False
        QApplication.sendPostedEvents()  # rows just opened must have their places before anything scrolls
        view.focus()
        self.current.reveal(view)
        return True

    def finish(self) -> None:
        """Take everything half typed as answers."""
        for page in self._built.values():
            for view in list(page.tools.views.values()):
                view.finish()

    def be_strict(self) -> None:
        """From now on show required questions without an answer as problems."""
        problems = self.pen.entry.problems(to_seal=True)
        self.missing = {problem.path: problem for problem in problems if problem.kind == "required"}
        for page in self._built.values():
            page.tools.missing = self.missing
        self._on_reworded()

    def rebuild(self, texts: Texts) -> None:
        """Build all pages anew, in another language or size of text; the cursor stays in its question."""
        self.finish()
        self._texts = texts
        held = self.question_with_cursor()
        self._step_out()
        while self._built:
            _, page = self._built.popitem()
            self.removeWidget(page)
            page.deleteLater()
        self.show_page(self.number)
        if held is not None:
            self.jump_to(held.path)
            _go_on_writing()

    def spared(self) -> str:
        """The path of the question whose problem is not told yet, as it is being typed into, or ""."""
        view = self.question_with_cursor()
        return view.path if view is not None and view.spared else ""

    def question_with_cursor(self) -> QuestionView | None:
        """The question that takes the keys now."""
        view: QWidget | None = QApplication.focusWidget()
        while view is not None and not isinstance(view, QuestionView):
            view = view.parentWidget()
        return view

    def chain_now(self) -> None:
        """Bring Tab into reading order if controls were added; called before Tab is followed.

        Done later, what is typed ahead on a slow computer would go past a question that has just appeared.
        """
        if self._unchained:
            self._unchained = False
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # the order is read off the places
            chain_focus(self._anchor, self.current.body, self.current.tools)

    def keep_in_place(self, change: Callable[[], object]) -> None:
        """Do something that moves questions about, and keep the one with the cursor where the eye is."""
        widget = QApplication.focusWidget()
        page = self.current
        held = widget if widget is not None and page.body.isAncestorOf(widget) else None
        before = held.mapTo(page.viewport(), QPoint(0, 0)).y() if held else 0
        change()
        if held:
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            moved = held.mapTo(page.viewport(), QPoint(0, 0)).y() - before
            page.verticalScrollBar().setValue(page.verticalScrollBar().value() + moved)

    def _step_out(self) -> None:
        """Take the focus off a page that goes, else Qt hands it to any control at all."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._anchor.setFocus()

    def _note_growth(self) -> None:
        self._unchained = True

    def _build(self, number: int) -> SectionPage:
        if number not in self._built:
            tools = PageTools(
                self.pen,
                self._order,
                self._texts,
                self._dialogs,
                self._files,
                self._note_growth,
                self.missing,
            )
            page = SectionPage(self.plan[number], tools, self)
            self.addWidget(page)
            self._built[number] = page
        return self._built[number]

    def _build_next(self) -> None:
        self._ahead.setInterval(_TICK)
        number = next((n for n in range(len(self.plan)) if n not in self._built), None)
        if number is None:
            self._ahead.stop()
        else:
            self._build(number)

    def _open_folds(self, path: str) -> None:
        for fold in self.current.tools.folds:  # opening one appends those inside it
            if fold.holds(path) and not fold.is_open:
                fold.open(True)

    def _on_changed(self, change: Change) -> None:
        self._stale.update(self._built)
        self._stale.discard(self.number)
        if change.structure:
            self.current.refresh_all()
        else:
            self.current.refresh(change.paths)

    def _on_noticed(self, paths: frozenset[str]) -> None:
        self._stale.update(self._built)
        self._stale.discard(self.number)
        self.keep_in_place(lambda: self.current.refresh(paths))

    def _on_reworded(self) -> None:
        self._stale.update(self._built)
        self._stale.discard(self.number)
        self.keep_in_place(self.current.refresh_all)


def _go_on_writing() -> None:
    """Set the cursor behind the words: arriving marks them all, and the next letter would replace them."""
    line = QApplication.focusWidget()
    if isinstance(line, QLineEdit):
        line.end(False)
    elif isinstance(line, QPlainTextEdit):
        line.moveCursor(QTextCursor.MoveOperation.End)

"""Holds the pages of a form: builds the one shown, the others in quiet moments, and keeps all up to date."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from abhaya.gui.dialogs import Dialogs
from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.form_view.page_plan import plan_pages, template_of
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.repeat_view import RepeatView
from abhaya.gui.form_view.section_page import SectionPage
from abhaya.texts import Texts
from abhaya_forms.engine import Change

_TICK = 30  # milliseconds between two pages built in advance
_REST = 1500  # milliseconds without a key before building goes on


class PageStack(QStackedWidget):
    """``shown`` carries the number of the page now in view; ``attach_requested`` the path of a question."""

    shown = Signal(int)
    attach_requested = Signal(str)

    def __init__(self, pen: EntryPen, texts: Texts, dialogs: Dialogs, parent: QWidget) -> None:
        super().__init__(parent)
        self.pen, self._texts, self._dialogs = pen, texts, dialogs
        self.plan = plan_pages(pen.entry.definition.body)
        self.strict = False
        self._built: dict[int, SectionPage] = {}
        self._stale: set[int] = set()
        self._ahead = QTimer(self, interval=_TICK)
        self._ahead.timeout.connect(self._build_next)
        pen.changed.connect(self._on_changed)
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
        self.setCurrentWidget(page)
        self._ahead.start(_TICK)
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
        self._open_rows(path)
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
        self.strict = True
        for page in self._built.values():
            page.tools.strict = True
        self._on_reworded()

    def rebuild(self, texts: Texts) -> None:
        """Build all pages anew with words in another interface language."""
        self.finish()
        self._texts = texts
        while self._built:
            _, page = self._built.popitem()
            self.removeWidget(page)
            page.deleteLater()
        self.show_page(self.number)

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

    def _build(self, number: int) -> SectionPage:
        if number not in self._built:
            tools = PageTools(self.pen, self._texts, self._dialogs, self.attach_requested.emit, self.strict)
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

    def _open_rows(self, path: str) -> None:
        page = self.current
        for view in list(page.tools.views.values()):
            if isinstance(view, RepeatView):
                for card in view.cards:
                    if path.startswith(f"{card.path}/") and not card.is_open:
                        card.open(True)
                        self._open_rows(path)
                        return

    def _on_changed(self, change: Change) -> None:
        for number, page in self._built.items():
            if change.structure:
                page.match_rows()
                page.refresh_all()
            elif number == self.number:
                page.refresh(change.paths)
            else:
                self._stale.add(number)

    def _on_reworded(self) -> None:
        self._stale.update(self._built)
        self._stale.discard(self.number)
        self.keep_in_place(self.current.refresh_all)

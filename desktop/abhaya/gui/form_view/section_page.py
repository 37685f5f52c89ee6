"""The questions of one page, in cards that scroll."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from abhaya.gui.form_view.page_plan import Page, Row
from abhaya.gui.form_view.page_tools import PageTools
from abhaya.gui.form_view.question_block import QuestionBlock, build_part, place_block
from abhaya.gui.form_view.question_view import QuestionView
from abhaya.gui.form_view.repeat_view import RepeatView
from abhaya_forms.engine import Element, Question

_WIDEST = 860  # pixels; longer lines are hard to read
_TOP = Row()


class SectionPage(QScrollArea):
    """Built whole; refreshed path by path."""

    def __init__(self, page: Page, tools: PageTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.page, self.tools = page, tools
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body = QWidget(self.viewport())
        self.body.setObjectName("scroll_body")
        across = QHBoxLayout(self.body)
        across.setContentsMargins(24, 18, 24, 24)
        sheet = QWidget(self.body)
        sheet.setMaximumWidth(_WIDEST)
        across.addWidget(sheet, 1)
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self.title = QLabel(sheet)
        self.title.setObjectName("h2")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self._column.addWidget(self.title)
        self._cards = [self._card(elements, sheet) for elements in _cards(page.elements)]
        self._column.addStretch()
        self.setWidget(self.body)
        self._reword_title()

    def repeats(self) -> list[RepeatView]:
        """Every repeat on the page, those inside open rows included."""
        return [view for view in self.tools.views.values() if isinstance(view, RepeatView)]

    def questions(self) -> list[QuestionView]:
        """Every question that is built, in the order they were built."""
        return [view for view in self.tools.views.values() if isinstance(view, QuestionView)]

    def refresh(self, paths: frozenset[str]) -> None:
        """Show again what stands at ``paths``."""
        for path in paths & self.tools.views.keys():
            self.tools.views[path].refresh()
        for repeat in self.repeats():
            if any(path.startswith(f"{repeat.path}[") for path in paths):
                repeat.refresh()
        for fold in self.tools.folds:
            if any(fold.holds(path) for path in paths):
                fold.settle()
        self._settle()

    def refresh_all(self) -> None:
        """Show everything again: another language, another set of rules to show, other rows."""
        self._match_rows()
        self._reword_title()
        for card in self._cards:
            card.reword()
        for view in list(self.tools.views.values()):
            view.refresh()
        self._settle()

    def _settle(self) -> None:
        for block in self.tools.blocks:
            block.settle()

    def _match_rows(self) -> None:
        for repeat in self.repeats():
            if self.tools.views.get(repeat.path) is repeat:  # it may have gone with a row around it
                repeat.match_rows()

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that the whole question around ``widget`` can be seen."""
        view: QWidget | None = widget
        while view is not None and not isinstance(view, QuestionView):
            view = view.parentWidget()
        shown = view if view is not None and view.height() < self.viewport().height() else widget
        self.ensureWidgetVisible(shown, 0, 16)

    def _reword_title(self) -> None:
        heading = self.page.heading
        words = self.tools.pen.wording(heading.path).joined if heading and heading.path else ""
        part = f" ({self.page.part}/{self.page.parts})" if self.page.parts > 1 else ""
        self.title.setText(f"{self.page.section + 1}. {words}{part}")
        self.title.setVisible(bool(words + part))

    def _card(self, elements: tuple[Element, ...], sheet: QWidget) -> QuestionBlock | RepeatView:
        if isinstance(elements[0], Question):
            part: QWidget = place_block(elements, None, _TOP, self.tools, sheet)
        else:
            part = build_part(elements[0], _TOP, self.tools, sheet)
        assert isinstance(part, QuestionBlock | RepeatView)
        if isinstance(part, QuestionBlock):
            part.become_card()
        self._column.addWidget(part)
        return part


def _cards(elements: tuple[Element, ...]) -> Iterator[tuple[Element, ...]]:
    """One card for each run of loose questions, one for each group and repeat."""
    for loose, run in groupby(elements, lambda e: isinstance(e, Question)):
        if loose:
            yield tuple(run)
        else:
            yield from ((element,) for element in run)

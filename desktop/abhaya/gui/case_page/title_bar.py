"""The bar above a case: its number, what it is about, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from abhaya.cases.case import Case
from abhaya.gui.icons import icon
from abhaya.gui.screen import Spoken
from abhaya.gui.shown import day_shown, in_both_calendars
from abhaya.gui.widgets.button import button, tool_button
from abhaya.gui.widgets.label import label
from abhaya.texts import Texts
from abhaya_forms.tables import term_label


class TitleBar(QFrame, Spoken):
    """Buttons lose their words in a narrow window, never their accessible names."""

    left = Signal()
    fill_wanted = Signal()
    attach_wanted = Signal()
    export_wanted = Signal()
    statistics_wanted = Signal()
    fir_wanted = Signal()

    def __init__(self, parent: QWidget, *, may_fill: bool, may_attach: bool, may_export: bool) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._narrow = False
        self._words: dict[QPushButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 24, 10)
        row.setSpacing(10)
        self.back = self._button(row, "plain", self.left, "arrow-left", "back", offered=True)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        self.number = label(self, "h1")
        self.about = label(self, "muted", wrap=True)
        titles.addWidget(self.number)
        titles.addWidget(self.about)
        row.addLayout(titles, 1)
        self.export = self._button(row, "plain", self.export_wanted, "printer", "export", offered=may_export)
        self.attach = self._button(
            row, "plain", self.attach_wanted, "paperclip", "attach", offered=may_attach
        )
        self.fill = self._button(row, "primary", self.fill_wanted, "file-plus", "fill_form", offered=may_fill)
        self.menu = QMenu(self)
        self.fir = self.menu.addAction(icon("pencil"), "", self.fir_wanted.emit)
        self.fir.setVisible(may_fill)
        self.bind(self.fir.setText, "case_page.fir_number.title")
        self.statistics = self.menu.addAction(icon("file-up"), "")
        self.statistics.triggered.connect(self.statistics_wanted)
        self.statistics.setVisible(may_export)
        self.bind(self.statistics.setText, "case_page.statistics.title")
        self.more = tool_button(self, "ellipsis", self._on_more)
        self.more.setVisible(may_fill or may_export)
        for say in (self.more.setAccessibleName, self.more.setToolTip, self.menu.setAccessibleName):
            self.bind(say, "case_page.more")
        row.addWidget(self.more)
        self.first_button = self.fill if may_fill else self.back

    def show_case(self, case: Case, texts: Texts) -> None:
        """Say which case it is; names nobody."""
        self.number.setText(case.number)
        about = [term_label("exploitation_types", case.kind, texts.language)]
        about.append(term_label("districts", case.district, texts.language))
        about.append(in_both_calendars(day_shown(case.event_on), case.event_on, texts))
        if case.fir_number:
            about.append(texts.say("case_page.fir", number=case.fir_number))
        self.about.setText(" · ".join(part for part in about if part))

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._show_words()

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or icons with words."""
        self._narrow = narrow
        self._show_words()

    def _on_more(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _button(
        self, row: QHBoxLayout, kind: str, signal: SignalInstance, mark: str, key: str, *, offered: bool
    ) -> QPushButton:
        made = button(self, kind, signal.emit, picture=mark)
        made.setVisible(offered)
        self.bind(made.setAccessibleName, f"case_page.{key}")
        self.bind(made.setToolTip, f"case_page.{key}")
        self._words[made] = key
        row.addWidget(made)
        return made

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        for made in self._words:
            made.setText(made.accessibleName())
        layout = self.layout()
        assert layout is not None
        if self._narrow or layout.minimumSize().width() > self.width():  # long words, or large ones
            for made in self._words:
                made.setText("")

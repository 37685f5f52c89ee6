"""Says what a copy for statistics tells and what is left out of it, before it is saved anywhere."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts
from abhaya.workflows.export_htcds import HtcdsExport
from abhaya_forms.htcds import STANDARD, htcds_fields


class StatisticsDialog(QDialog):
    """Accepted when a place is to be chosen; ``ending`` is that of the kind of file wanted."""

    def __init__(self, parent: QWidget, texts: Texts, told: HtcdsExport) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(self._say("title"))
        self.setMinimumWidth(460)
        self.resize(600, min(560, parent.window().height() - 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self, "h1", self._say("title"), wrap=True))
        column.addWidget(self._page(told), 1)
        self.kinds = {ending: QRadioButton(self._say(ending), self) for ending in ("json", "csv")}
        self.kinds["json"].setChecked(True)
        for kind in self.kinds.values():
            column.addWidget(kind)
        column.addLayout(self._buttons())

    @property
    def ending(self) -> str:
        """json or csv."""
        return next(ending for ending, kind in self.kinds.items() if kind.isChecked())

    def _say(self, key: str, **values: object) -> str:
        return self._texts.say(f"case_page.statistics.{key}", **values)

    def _page(self, told: HtcdsExport) -> ScrollPage:
        page = ScrollPage(self)
        page.column.setContentsMargins(0, 0, 8, 0)
        page.column.setSpacing(8)
        filled, language = told.filled(), self._texts.language
        leaving = [
            f"{field.term.labels[language]}: {filled[field.name]}"
            for field in htcds_fields()
            if filled[field.name]
        ]
        refused = [self._say("refused", count=told.refused)] if told.refused else []
        for job, words in (
            ("", self._say("words")),
            ("", self._say("left_out")),
            ("field", "\n".join([self._say("people", count=len(told.records)), *refused])),
            ("", self._say("keep")),
            ("field", self._say("leaving")),
            ("", "\n".join(leaving)),
            ("muted", STANDARD),
        ):
            page.column.addWidget(label(page, job, words, wrap=True))
        page.column.addStretch()
        return page

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(button(self, "plain", self.reject, self._texts.say("window.cancel")))
        self.choose = button(self, "primary", self.accept, self._say("do"))
        row.addWidget(self.choose)
        return row

"""Shows which other forms say a fact as it was before, and lets the chosen drafts follow."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.gui.widgets.wrapped_check import WrappedCheck
from abhaya.workflows.fill_form import Filling
from abhaya.workflows.spread_change import ChangedFact, OtherRecord, update_drafts


class ChangedFactsDialog(QDialog):
    """Drafts are ticked at first; sealed forms are named only, since nothing ever changes them."""

    def __init__(
        self, parent: QWidget, around: Surroundings, filling: Filling, facts: tuple[ChangedFact, ...]
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._filling = filling
        self.checks: list[tuple[WrappedCheck, ChangedFact, OtherRecord]] = []
        self.setWindowTitle(self._say("title"))
        self.resize(560, min(480, parent.window().height() - 20))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(label(self, "h1", self._say("title"), wrap=True))
        column.addWidget(label(self, "muted", self._say("words"), wrap=True))
        page = ScrollPage(self)
        page.column.setContentsMargins(0, 4, 0, 4)
        for fact in facts:
            self._show_fact(page, fact)
        page.column.addStretch()
        column.addWidget(page, 1)
        self.notice = Notice(self)
        column.addWidget(self.notice)
        column.addLayout(self._buttons())

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"form_view.changed_facts.{key}", **values)

    def _show_fact(self, page: ScrollPage, fact: ChangedFact) -> None:
        question = self._filling.entry.label(fact.asked.path)
        heading = " · ".join(filter(None, (question, fact.asked.person)))
        page.column.addWidget(label(page, "field", heading, wrap=True))
        for other in fact.others:
            if other.is_draft:
                check = WrappedCheck(page)
                check.say(self._say("draft", **self._named(other)))
                check.box.setChecked(True)
                page.column.addWidget(check)
                self.checks.append((check, fact, other))
            else:
                words = self._say("sealed", **self._named(other))
                page.column.addWidget(label(page, "muted", words, wrap=True))

    def _named(self, other: OtherRecord) -> dict[str, object]:
        title = other.titles.get(self._around.texts.language) or other.record.form_id
        return {"title": title, "number": other.record.number}

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        if self.checks:
            self.update_button = button(self, "primary", self._on_update, self._say("do"))
            row.addWidget(button(self, "plain", self.reject, self._say("leave")))
            row.addWidget(self.update_button)
        else:
            row.addWidget(button(self, "primary", self.reject, self._around.texts.say("window.ok")))
        return row

    def _on_update(self) -> None:
        chosen = [(fact, other) for check, fact, other in self.checks if check.box.isChecked()]
        try:
            update_drafts(self._around.desk, self._filling, chosen)
        except AbhayaError as error:
            self.notice.tell("warn", self._around.texts.explain(error))
        else:
            self.accept()

"""The forms that can be filled, and bringing in one that others wrote."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.icons import icon
from abhaya.gui.screen import Screen, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.card import Card
from abhaya.gui.widgets.emptying import empty
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.named_line import NamedLine
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.points_list import PointsList
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.texts import Texts
from abhaya.workflows.fill_form import available_forms
from abhaya.workflows.form_shelf import FormLine
from abhaya.workflows.import_form import FormReport, check, finding_text, import_form
from abhaya_forms.source import SPREADSHEETS, XFORMS

_ENDINGS = " ".join(f"*{end} *{end.upper()}" for end in (".yaml", *SPREADSHEETS, *XFORMS))


class ImportFormScreen(Screen):
    """For supervisors."""

    def __init__(self, around: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(around, parent)
        self._path: Path | None = None
        self._report: FormReport | None = None
        page = ScrollPage(self)
        title, words = label(page, "h1"), label(page, "muted", wrap=True)
        self.choose = button(page, "primary", self._on_choose, picture="folder-open")
        self.notice = Notice(page)
        self.findings = PointsList(page)
        self.findings.setObjectName("people")
        self.findings.setMinimumHeight(220)
        self.approved_by = NamedLine(page, "import_form.approved_by", "import_form.approved_by_hint")
        self.approved_by.edit.returnPressed.connect(self._on_add)
        self.add_button = button(page, "plain", self._on_add, picture="check")
        self.here = Card(page)
        self.bind(title.setText, "import_form.title")
        self.bind(words.setText, "import_form.words")
        self.bind(self.choose.setText, "import_form.choose")
        self.bind(self.findings.setAccessibleName, "import_form.findings")
        self.bind(self.add_button.setText, "import_form.do")
        self.bind(self.here.heading.setText, "import_form.here")
        top = QHBoxLayout()
        top.addWidget(title, 1)
        top.addWidget(self.choose)
        page.column.addLayout(top)
        for piece in (words, self.notice, self.findings, self.approved_by, self.add_button, self.here):
            page.column.addWidget(piece)
        page.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._show_report()

    def deeds(self) -> Mapping[str, Callable[[], object]]:
        return {"refresh": self.arrive}

    def arrive(self) -> None:
        """Read which forms are here."""
        self._show_here()
        self.choose.setFocus()

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self.approved_by.retranslate(texts)
        self._show_here()
        self._show_report()

    def check(self, path: Path) -> None:
        """Say what is wrong with the form in ``path``; nothing is imported yet."""
        self._path, self._report = path, None
        self._show_report()
        self.notice.tell("info", self._say("checking", file=path.name))

        now = self.around.desk.local_clock()

        def work(_report: Report) -> FormReport:
            return check(path, now)

        self.around.background.run(work, self, self._on_checked, self._on_trouble)

    def _say(self, key: str, **values: object) -> str:
        return self.around.texts.say(f"import_form.{key}", **values)

    def _show_here(self) -> None:
        empty(self.here.content)
        for form in available_forms(self.around.desk):
            self.here.content.addWidget(self._row(form))

    def _row(self, form: FormLine) -> QFrame:
        row = QFrame(self.here)
        row.setObjectName("row")
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 10, 0, 4)
        title = form.titles.get(self.around.texts.language) or form.form_id
        across.addWidget(label(row, "field", title, wrap=True), 1)
        origin = self._say("shipped") if form.shipped else self._say("own", name=form.approved_by)
        version = self._say("version", version=form.version)
        across.addWidget(label(row, "muted", f"{version} · {origin}"))
        return row

    def _show_report(self) -> None:
        self.findings.clear()
        report = self._report
        for piece in (self.approved_by, self.add_button):
            piece.setVisible(report is not None and report.compiled is not None)
        self.findings.setVisible(report is not None and bool(report.findings))
        if report is None or self._path is None:
            return
        count, usable = len(report.findings), report.compiled is not None
        key = ("hints" if count else "good") if usable else "bad"
        key += "_one" if count == 1 else ""
        self.notice.tell("ok" if key == "good" else "warn", self._say(key, file=self._path.name, count=count))
        mark = icon("info" if usable else "circle-alert", "primary" if usable else "danger")
        for finding in report.findings:
            QListWidgetItem(mark, finding_text(self.around.texts, finding), self.findings)

    def _on_choose(self) -> None:
        kinds = f"{self._say('kinds')} ({_ENDINGS})"
        chosen = self.around.dialogs.choose_files(self, self._say("choose"), kinds)
        if chosen:
            self.check(chosen[0])

    def _on_checked(self, report: FormReport) -> None:
        self._report = report
        self._show_report()
        if report.compiled is not None:
            self.approved_by.setFocus()

    def _on_add(self) -> None:
        desk, report, by = self.around.desk, self._report, self.approved_by.text()
        if report is None or report.compiled is None or not self.add_button.isEnabled():
            return
        form = report.compiled
        self.add_button.setEnabled(False)
        self.around.background.run(
            lambda _report: import_form(desk, form, by), self, self._on_added, self._on_trouble
        )

    def _on_added(self, form: FormLine) -> None:
        self._report = None
        self.approved_by.edit.clear()
        self.add_button.setEnabled(True)
        self._show_report()
        self._show_here()
        self.choose.setFocus()
        title = form.titles.get(self.around.texts.language) or form.form_id
        self.notice.tell("ok", self._say("done", title=title, version=form.version))

    def _on_trouble(self, error: AbhayaError) -> None:
        self.add_button.setEnabled(True)
        self.notice.tell("warn", self.around.texts.explain(error))

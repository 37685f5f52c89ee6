"""Chooses files, says what they are, and keeps them with the case one after the other."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from abhaya.cases.attachment import Attachment
from abhaya.cases.media_type import accepted, endings_of
from abhaya.errors import AbhayaError
from abhaya.gui.attach.file_rows import FileRow
from abhaya.gui.background import Report, Task
from abhaya.gui.screen import Surroundings, Writing
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.scroll_page import ScrollPage
from abhaya.workflows.attach_file import attach


class AttachDialog(Writing, QDialog):
    """``attached`` are the attachments made; what could not be attached stays in the list with the reason.

    ``asked`` is the kind of file a question takes, as in XForms (``image/*``): one file is its answer, and
    None without a question.
    """

    def __init__(
        self,
        parent: QWidget,
        around: Surroundings,
        case_id: str,
        paths: tuple[Path, ...] = (),
        record_id: str = "",
        asked: str | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self._asked = asked
        self._case_id = case_id
        self._record_id = record_id
        self._task: Task | None = None
        self._waiting: list[FileRow] = []
        self.rows: list[FileRow] = []
        self.attached: list[Attachment] = []
        self._title = self._say("title" if asked is None else "title_one")
        self.setWindowTitle(self._title)
        self.resize(580, min(600, parent.window().height() - 20))
        self._lay_out()
        self.add(paths)

    @property
    def unsaved(self) -> bool:
        return any(row.caption.text() for row in self.rows)

    def add(self, paths: tuple[Path, ...]) -> None:
        """Put further files on the list; where one is asked for, the last takes the place of the others."""
        known = {row.path for row in self.rows}
        added = [self._add_row(path) for path in dict.fromkeys(paths) if path not in known]
        if self._asked is not None:
            for row in self.rows[:-1]:
                self._on_removed(row)
        if added:
            added[0].caption.setFocus()
        self._show_state()

    def reject(self) -> None:
        """Escape while attaching stops first."""
        if self._task is None:
            super().reject()
        else:
            self._on_stop()

    def done(self, result: int) -> None:
        """Gone for good: what is not attached by now is not attached behind anybody's back."""
        self._on_stop()
        super().done(result)

    # -- Qt

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(tuple(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()))

    # -- inside

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"case_page.attach_files.{key}", **values)

    def _lay_out(self) -> None:
        self._page = ScrollPage(self)
        self._page.column.addWidget(label(self._page, "h1", self._title, wrap=True))
        self._page.column.addWidget(label(self._page, "muted", self._say("words"), wrap=True))
        self._page.column.addWidget(self._drop_zone())
        self._files = QVBoxLayout()
        self._page.column.addLayout(self._files)
        self._page.column.addStretch()
        self.notice = Notice(self)
        self._doing = label(self, "muted")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 14)
        column.addWidget(self._page, 1)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(24, 4, 24, 0)
        for piece in (self.notice, self._doing, self.bar):
            bottom.addWidget(piece)
        bottom.addLayout(self._buttons())
        column.addLayout(bottom)

    def _drop_zone(self) -> QFrame:
        zone = QFrame(self._page)
        zone.setObjectName("drop_zone")
        column = QVBoxLayout(zone)
        self.choose = button(zone, "plain", self._on_choose, self._say("choose"), "folder-open")
        words = label(zone, "muted", self._say("or_drop"))
        column.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words, 0, Qt.AlignmentFlag.AlignHCenter)
        return zone

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        say = self._around.texts.say
        self.stop = button(self, "plain", self._on_stop, say("window.stop"))
        self.cancel = button(self, "plain", self.reject, say("window.cancel"))
        self.start = button(self, "primary", self._on_start, self._say("do"), "paperclip")
        row.addStretch()
        for made in (self.stop, self.cancel, self.start):
            row.addWidget(made)
        return row

    def _add_row(self, path: Path) -> FileRow:
        row = FileRow(self._page, path, self._around.texts)
        row.removed.connect(self._on_removed)
        row.caption.returnPressed.connect(lambda: self._on_return(row))
        before: QWidget = self.rows[-1].caption if self.rows else self.choose
        for control in (row.remove, row.caption):
            self.setTabOrder(before, control)
            before = control
        self.rows.append(row)
        self._files.addWidget(row)
        return row

    def _on_return(self, row: FileRow) -> None:
        after = self.rows[self.rows.index(row) + 1 :]
        if after:
            after[0].caption.setFocus()
        else:
            self.start.setFocus()

    def _show_state(self) -> None:
        busy = self._task is not None
        self.start.setEnabled(bool(self.rows) and not busy)
        self.choose.setEnabled(not busy)
        self.setAcceptDrops(not busy)
        self.cancel.setVisible(not busy)
        for piece in (self.stop, self.bar, self._doing):
            piece.setVisible(busy)

    def _on_choose(self) -> None:
        kinds = f"{self._say('kinds')} ({_patterns(self._asked or '')})"
        self.add(self._around.dialogs.choose_files(self, self._title, kinds))

    def _on_removed(self, row: FileRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._show_state()

    def _on_start(self) -> None:
        self.notice.hide()
        self._waiting = list(self.rows)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._task = None
            self._show_state()
            if not self.rows:
                self.accept()
            return
        row = self._waiting.pop(0)
        row.notice.hide()
        desk, case_id, record_id, asked = self._around.desk, self._case_id, self._record_id, self._asked or ""
        path, caption = row.path, row.caption.text().strip()
        kept: list[Attachment] = []

        def work(report: Report) -> Attachment:
            kept.append(attach(desk, case_id, path, caption, record_id, report, asked))
            return kept[0]

        self._task = self._around.background.run(
            work,
            self,
            lambda made: self._on_attached(row, made),
            lambda error: self._on_failed(row, error),
            self._on_progress,
            lambda: self._on_stopped(row, kept),
        )
        total = len(self.attached) + len(self.rows)
        self._doing.setText(self._say("doing", number=len(self.attached) + 1, total=total))
        self.bar.setRange(0, 0)
        self._show_state()

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, 1000)
        self.bar.setValue(done * 1000 // max(1, total))

    def _on_attached(self, row: FileRow, made: Attachment) -> None:
        self.attached.append(made)
        self._on_removed(row)
        self._next()

    def _on_failed(self, row: FileRow, error: AbhayaError) -> None:
        row.notice.tell("warn", self._around.texts.explain(error))
        self._next()

    def _on_stop(self) -> None:
        if self._task is not None:
            self._waiting = []
            self._task.cancel()

    def _on_stopped(self, row: FileRow, kept: list[Attachment]) -> None:
        if kept:  # the file was there before it could hear of the stop
            self._on_attached(row, kept[0])
        self._task = None
        self._show_state()
        if self.rows:
            self.notice.tell("info", self._say("stopped"))


def _patterns(asked: str) -> str:
    """The files that a file box offers; some systems tell capitals apart."""
    endings = endings_of(accepted(asked))
    return " ".join(f"*.{ending}" for ending in (*endings, *(ending.upper() for ending in endings)))

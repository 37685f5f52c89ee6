"""Shows one original, from memory."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError, Code
from abhaya.gui.case_page.pictures import original, pages_of
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.page_panel import PagePanel
from abhaya.workflows.open_case import AttachmentLine


class AttachmentViewer(QDialog):
    """The title names the code only."""

    def __init__(self, parent: QWidget, around: Surroundings, line: AttachmentLine) -> None:
        super().__init__(parent)
        self._around = around
        self._line = line
        attachment = line.attachment
        self.setWindowTitle(attachment.code)
        room = parent.window().size()
        self.resize(min(900, room.width() - 40), room.height() - 40)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addWidget(label(self, "h2", f"{attachment.code}  {line.label.caption}".strip(), wrap=True))
        self.notice = Notice(self)
        self.panel = PagePanel(self)
        self.panel.retranslate(around.texts)
        column.addWidget(self.notice)
        column.addWidget(self.panel, 1)
        row = QHBoxLayout()
        fingerprint = around.texts.say("case_page.attachments.fingerprint", hash=attachment.sha256)
        row.addWidget(label(self, "muted", fingerprint, wrap=True), 1)
        close = button(self, "primary", self.accept, around.texts.say("window.close"))
        row.addWidget(close)
        column.addLayout(row)
        self.panel.view.setFocus()
        desk = around.desk
        around.background.run(
            lambda _report: original(desk, attachment), self, self._on_read, self._on_trouble
        )

    def _on_read(self, data: bytes) -> None:
        try:
            self.panel.show_pages(pages_of(self._line.attachment, data))
        except ValueError:
            self._on_trouble(AbhayaError(Code.ATTACHMENT_DAMAGED, code=self._line.attachment.code))

    def _on_trouble(self, error: AbhayaError) -> None:
        self.notice.tell("warn", self._around.texts.explain(error))

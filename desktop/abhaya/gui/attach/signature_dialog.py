"""Lets a person sign on the screen with their own hand."""

from __future__ import annotations

import io

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.cases.attachment import Attachment, AttachmentLabel
from abhaya.cases.record import Record
from abhaya.errors import AbhayaError
from abhaya.gui.attach.signature_pad import SignaturePad
from abhaya.gui.screen import Surroundings, Writing
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.workflows.attach_file import attach_stream


class SignatureDialog(Writing, QDialog):
    """``attached`` is the drawing once it is kept; ``whose`` says which signature is asked for.

    The drawing goes from memory into the station: no plain file of it ever lies on the disk.
    """

    def __init__(self, parent: QWidget, around: Surroundings, record: Record, whose: str) -> None:
        super().__init__(parent)
        self._around, self._record, self._whose = around, record, whose
        self.attached: Attachment | None = None
        self.setWindowTitle(self._say("title"))
        room = parent.window().size()
        self.resize(min(760, room.width() - 40), min(480, room.height() - 40))
        self.pad = SignaturePad(self)
        self.pad.setAccessibleName(f"{self._say('title')}: {whose}")
        self.pad.changed.connect(self._show_state)
        self.notice = Notice(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.addWidget(label(self, "h2", whose, wrap=True))
        column.addWidget(label(self, "muted", self._say("words"), wrap=True))
        column.addWidget(self.pad)
        column.addStretch()
        column.addWidget(self.notice)
        column.addLayout(self._buttons())
        self._show_state()

    @property
    def unsaved(self) -> bool:
        return bool(self.pad.strokes)

    def _say(self, key: str, **values: object) -> str:
        return self._around.texts.say(f"widgets.signature.{key}", **values)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.undo = button(self, "plain", self.pad.undo, self._say("undo"), "undo-2")
        self.clear = button(self, "plain", self.pad.clear, self._say("clear"), "x")
        self.cancel = button(self, "plain", self.reject, self._around.texts.say("window.cancel"))
        self.keep = button(self, "primary", self._on_keep, self._say("keep"), "check")
        for made in (self.undo, self.clear):
            row.addWidget(made)
        row.addStretch()
        for made in (self.cancel, self.keep):
            row.addWidget(made)
        return row

    def _show_state(self) -> None:
        for made in (self.undo, self.clear, self.keep):
            made.setEnabled(bool(self.pad.strokes))

    def _on_keep(self) -> None:
        self.setEnabled(False)
        desk, record, drawn = self._around.desk, self._record, self.pad.png()
        name = AttachmentLabel("", self._say("caption", whose=self._whose))
        self._around.background.run(
            lambda _report: attach_stream(desk, record.case_id, io.BytesIO(drawn), name, record.id),
            self,
            self._on_kept,
            self._on_failed,
        )

    def _on_kept(self, made: Attachment) -> None:
        self.attached = made
        self.accept()

    def _on_failed(self, error: AbhayaError) -> None:
        self.setEnabled(True)
        self.notice.tell("warn", self._around.texts.explain(error))

"""Finds, adds and shows the files that answer questions of a form."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from abhaya.gui.form_view.entry_pen import EntryPen
from abhaya.gui.screen import Surroundings
from abhaya.gui.widgets.file_line import FileLine
from abhaya.gui.widgets.shown_file import ShownFile
from abhaya.workflows.open_case import AttachmentLine, attachment_named
from abhaya_forms.engine import Question

if TYPE_CHECKING:
    from abhaya.workflows.fill_form import Filling


class FormFiles:
    """Its dialogs stand over ``screen``; what is attached belongs to the record."""

    def __init__(self, screen: QWidget, around: Surroundings, filling: Filling, pen: EntryPen) -> None:
        self._screen, self._around, self._filling, self._pen = screen, around, filling, pen

    def find(self, code: str) -> AttachmentLine | None:
        """Return the attachment of the case with this code, None when it has none."""
        return attachment_named(self._around.desk, self._filling.record.case_id, code)

    def serve(self, answer: ShownFile, path: str, question: Question) -> None:
        """Give the widget of the question at ``path`` what it asks for."""
        answer.look_up = self.find
        answer.open_requested.connect(self.open)
        if isinstance(answer, FileLine):
            ask = self._sign if question.signs else self._attach
            answer.attach_requested.connect(partial(ask, path, question))

    def attach(self) -> None:
        """Keep files with the record that answer none of its questions."""
        from abhaya.gui.attach.attach_dialog import AttachDialog

        record = self._filling.record
        AttachDialog(self._screen, self._around, record.case_id, record_id=record.id).exec()

    def open(self, code: str) -> None:
        """Show a picture or paper."""
        from abhaya.gui.case_page.attachment_viewer import AttachmentViewer

        if line := self.find(code):
            AttachmentViewer(self._screen, self._around, line).exec()

    def _attach(self, path: str, question: Question) -> None:
        from abhaya.gui.attach.attach_dialog import AttachDialog

        record, asked = self._filling.record, question.media_type
        dialog = AttachDialog(self._screen, self._around, record.case_id, record_id=record.id, asked=asked)
        dialog.exec()
        if dialog.attached:
            self._pen.answer(path, dialog.attached[0].code)

    def _sign(self, path: str, _question: Question) -> None:
        from abhaya.gui.attach.signature_dialog import SignatureDialog

        whose = self._pen.wording(path).label
        dialog = SignatureDialog(self._screen, self._around, self._filling.record, whose)
        dialog.exec()
        if dialog.attached is not None:
            self._pen.answer(path, dialog.attached.code)

"""Changes the passphrase of the person at the desk."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from abhaya.errors import AbhayaError
from abhaya.gui.background import Report
from abhaya.gui.screen import Spoken, Surroundings
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.new_passphrase import NewPassphrase
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.passphrase_field import PassphraseField


class ChangePassphraseDialog(QDialog, Spoken):
    """Asks for the old one first: somebody else may be sitting at an unlocked desk."""

    def __init__(self, parent: QWidget, around: Surroundings) -> None:
        super().__init__(parent)
        self._around = around
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        heading, old = label(self, "h2"), label(self, "field")
        self.old = PassphraseField(self, "unlock.change.old")
        old.setBuddy(self.old.edit)
        self.new = NewPassphrase(self)
        self.old.entered.connect(self.new.first.setFocus)
        self.new.entered.connect(self._on_change)
        self.notice = Notice(self)
        self.bind(self.setWindowTitle, "unlock.change.title")
        self.bind(heading.setText, "unlock.change.title")
        self.bind(old.setText, "unlock.change.old")
        for piece in (heading, old, self.old, self.new, self.notice):
            column.addWidget(piece)
        column.addLayout(self._buttons())
        for words in (self, self.old, self.new):
            words.retranslate(around.texts)
        self.old.setFocus()

    def event(self, event: QEvent) -> bool:
        kind = event.type()  # read first: after a deferred delete neither event nor dialog is left
        done = super().event(event)
        if kind == QEvent.Type.LayoutRequest and (column := self.layout()):
            self.resize(self.width(), max(self.height(), column.totalHeightForWidth(self.width())))
        return done

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        cancel = button(self, "plain", self.reject)
        self.change = button(self, "primary", self._on_change)
        self.bind(cancel.setText, "window.cancel")
        self.bind(self.change.setText, "unlock.change.do")
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.change)
        return row

    def _on_change(self) -> None:
        from abhaya.workflows.unlock_station import change_passphrase

        if not self.new.same:
            self.notice.tell("warn", self._around.texts.say("unlock.change.differ"))
            return
        desk, old, new = self._around.desk, self.old.text(), self.new.text()

        def work(_report: Report) -> None:
            change_passphrase(desk, old, new)

        self.change.setEnabled(False)
        self._around.background.run(work, self, self._on_changed, self._on_failed)

    def _on_changed(self, _result: None) -> None:
        texts = self._around.texts
        self._around.dialogs.inform(
            self, texts.say("unlock.change.title"), texts.say("unlock.change.done"), "circle-check"
        )
        self.accept()

    def _on_failed(self, error: AbhayaError) -> None:
        self.change.setEnabled(True)
        self.notice.tell("warn", self._around.texts.explain(error))

"""A passphrase, a button, and what came of it; stands on the unlock page and on the lock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from abhaya.errors import AbhayaError, Code
from abhaya.gui.background import Background, Report
from abhaya.gui.screen import Spoken
from abhaya.gui.unlock.countdown import Countdown
from abhaya.gui.widgets.button import button
from abhaya.gui.widgets.label import label
from abhaya.gui.widgets.notice import Notice
from abhaya.gui.widgets.passphrase_field import PassphraseField
from abhaya.texts import Texts


class UnlockForm(QWidget, Spoken):
    """``unlock(passphrase)`` runs in the background; ``unlocked`` carries what it returned."""

    unlocked = Signal(object)
    refused = Signal()

    def __init__(self, parent: QWidget, background: Background, unlock: Callable[[str], object]) -> None:
        super().__init__(parent)
        self._background = background
        self._unlock = unlock
        self._texts = Texts()
        self._error: AbhayaError | None = None
        self._busy = False
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(lambda _seconds: self._show_state())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        heading = label(self, "field")
        self.passphrase = PassphraseField(self, "unlock.passphrase")
        self.passphrase.entered.connect(self._on_unlock)
        heading.setBuddy(self.passphrase.edit)
        self.notice = Notice(self)
        self.button = button(self, "primary", self._on_unlock, picture="lock-open")
        self.bind(heading.setText, "unlock.passphrase")
        for piece in (heading, self.passphrase, self.notice, self.button):
            column.addWidget(piece)
        self.setFocusProxy(self.passphrase)

    @property
    def trying(self) -> bool:
        """Whether a passphrase is being tried now."""
        return self._busy

    def retranslate(self, texts: Texts) -> None:
        super().retranslate(texts)
        self._texts = texts
        self.passphrase.retranslate(texts)
        self._show_state()

    def forget(self) -> None:
        """Empty the field and take back what was said."""
        self.passphrase.clear()
        self._error = None
        self._show_state()

    def _on_unlock(self) -> None:
        typed = self.passphrase.text()
        if not typed or self._busy or self._countdown.left:
            return
        self._busy, self._error = True, None
        self._show_state()

        def work(_report: Report) -> object:
            return self._unlock(typed)

        self._background.run(work, self, self._on_unlocked, self._on_refused)

    def _on_unlocked(self, result: object) -> None:
        self._busy = False
        self.forget()
        self.unlocked.emit(result)

    def _on_refused(self, error: AbhayaError) -> None:
        self._busy, self._error = False, error
        if error.code in (Code.WRONG_PASSPHRASE, Code.WAIT_BEFORE_RETRY):
            self.passphrase.edit.selectAll()
            wait = int(error.values.get("seconds", 0))
            if wait:
                self._countdown.start(wait)
        self._show_state()
        self.passphrase.setFocus()
        self.refused.emit()

    def _show_state(self) -> None:
        waiting = self._countdown.left
        self.button.setEnabled(not self._busy and not waiting)
        self.button.setText(self._texts.say("unlock.unlocking" if self._busy else "unlock.unlock"))
        if waiting:
            self.notice.tell("warn", self._explained() + self._texts.say("unlock.wait", seconds=waiting))
        elif self._error is not None:
            self.notice.tell("danger", self._texts.explain(self._error))
        else:
            self.notice.hide()

    def _explained(self) -> str:
        if self._error is None or self._error.code is Code.WAIT_BEFORE_RETRY:
            return ""
        return self._texts.explain(self._error) + "\n"

"""What lines and long texts share: words half typed are never lost."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from abhaya.gui.widgets.answer_widget import AnswerWidget

_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TypedAnswer(AnswerWidget):
    """Mixed in before the Qt class, so that its event handlers run first."""

    _preedit = ""

    def finish(self) -> None:
        if self._preedit:
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            QApplication.sendEvent(self, event)
        if self.typing:
            self.hand_over()
            self.typing = False
            self.settled.emit()

    def hand_over(self) -> None:
        """Emit what stands in the widget now."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self.finish()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        self._preedit = event.preeditString()

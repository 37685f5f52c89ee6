"""A box that comes up while a person is at something else."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from abhaya.gui.message_box import MessageBox

_REST = 800  # milliseconds without a key


class UnaskedBox(MessageBox):
    """Takes no key and no click until the keyboard has rested: who types on has not read it."""

    def __init__(self, parent: QWidget, title: str, text: str, button: str, icon: str) -> None:
        super().__init__(parent, title, text, (button,), icon)
        self.main.setEnabled(False)
        self._resting = QTimer(self, singleShot=True, interval=_REST)
        self._resting.timeout.connect(self._wake)
        self._resting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._resting.isActive():
            self._resting.start()
        else:
            super().keyPressEvent(event)

    def _wake(self) -> None:
        self.main.setEnabled(True)
        self.main.setFocus()

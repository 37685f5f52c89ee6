"""Counts down the seconds until the passphrase may be tried again."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal


class Countdown(QObject):
    """``ticked`` carries the seconds left, 0 at the end."""

    ticked = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.left = 0
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._on_second)

    def start(self, seconds: int) -> None:
        """Begin (again) at ``seconds``."""
        self.left = seconds
        self._timer.start()
        self.ticked.emit(self.left)

    def _on_second(self) -> None:
        self.left = max(0, self.left - 1)
        if not self.left:
            self._timer.stop()
        self.ticked.emit(self.left)

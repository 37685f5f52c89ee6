"""Notices that nobody is at the keyboard any more."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.InputMethod,
}
_LOCK = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_L)
WARNING = 30
"""Seconds before the lock at which the countdown begins."""


class IdleWatch(QObject):
    """``soon`` carries the seconds left, 0 when somebody came back; ``idle`` says the time is over.

    ``lock_pressed`` is Ctrl+L inside a dialog, where the shortcuts of the window do not reach.

    Counts ``clock`` or ``steady`` seconds, whichever are more: the one counts hours of suspended laptop,
    the other goes on when the clock of the computer is set back.  It listens at the windows, not at the
    application: a filter there would be called for every event of every widget.
    """

    soon = Signal(int)
    idle = Signal()
    lock_pressed = Signal()

    def __init__(
        self,
        parent: QObject,
        clock: Callable[[], datetime],
        minutes: int,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self.seconds = minutes * 60
        self._clock, self._steady = clock, steady
        self._note_life()
        self._warned = False
        self._timer = QTimer(self, interval=1000)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.check)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus_window)
        self._on_focus_window(application.focusWindow())

    def start(self) -> None:
        """Begin to count from now."""
        self._note_life()
        self._warned = False
        self._timer.start()

    def stop(self) -> None:
        """Do not count while locked or before a station is open."""
        self._timer.stop()

    def check(self) -> None:
        """Compare the clock with the last sign of life; called every second."""
        by_clock, steady = (self._clock() - self._last).total_seconds(), self._steady() - self._last_steady
        left = self.seconds - int(max(by_clock, steady))
        if left <= 0:
            self.stop()
            self.idle.emit()
        elif left <= WARNING:
            self._warned = True
            self.soon.emit(left)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            if isinstance(event, QKeyEvent) and event.keyCombination() == _LOCK:
                self.lock_pressed.emit()
                return True
            self._note_life()
            if self._warned:
                self._warned = False
                self.soon.emit(0)
        return False

    def _note_life(self) -> None:
        self._last, self._last_steady = self._clock(), self._steady()

    def _on_focus_window(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

"""Writes the draft by itself: after a pause, at the latest every few seconds, again after a failure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from abhaya.gui.background import told

PAUSE = 1200
"""Milliseconds without a change before the draft is written."""

LONGEST = 5000
"""Most milliseconds between a change and the writing of it."""

LEFT = 200
"""Milliseconds after a question was left; several answers in a row are written together."""

RETRY = 10000
"""Milliseconds between two tries while writing fails."""


class Autosave(QObject):
    """``saved`` carries the time of writing, ``failed`` the AbhayaError; words are never thrown away.

    While the station is ``locked`` there are no keys to write with; what is left is written afterwards.
    ``save`` runs in the window's own thread: it takes 3 ms, and the entry must not change meanwhile.
    """

    saved = Signal(object)
    failed = Signal(object)
    waiting = Signal()

    def __init__(
        self,
        save: Callable[[], object],
        locked: Callable[[], bool],
        clock: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._save, self._locked, self._clock = save, locked, clock
        self.unsaved = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._retry = QTimer(self, singleShot=True, interval=RETRY)
        for timer in (self._pause, self._longest, self._retry):
            timer.timeout.connect(self.save_now)

    def note_change(self) -> None:
        """An answer has changed."""
        if not self.unsaved:
            self.unsaved = True
            self.waiting.emit()
        if not self._retry.isActive():
            self._pause.start(PAUSE)
            if not self._longest.isActive():
                self._longest.start()

    def note_left(self) -> None:
        """The cursor has left a question."""
        if self.unsaved and not self._retry.isActive():
            self._pause.start(LEFT)

    def save_now(self) -> bool:
        """Write what is unsaved; returns whether all is saved."""
        for timer in (self._pause, self._longest, self._retry):
            timer.stop()
        if not self.unsaved:
            return True
        if self._locked():
            self._retry.start()
            return False
        try:
            self._save()
        except Exception as error:  # noqa: BLE001 - a defect must not cost words either: logged, told, retried
            self._retry.start()
            self.failed.emit(told(error))
            return False
        self.unsaved = False
        self.saved.emit(self._clock())
        return True

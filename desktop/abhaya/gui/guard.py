"""Keeps an unlocked desk from strangers: locks when asked to and when nobody is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from abhaya.gui.background import Background
from abhaya.gui.idle_watch import IdleWatch
from abhaya.gui.lock import Lock
from abhaya.gui.screen import Writing

if TYPE_CHECKING:
    from abhaya.gui.desk_area import DeskArea


class Guard(QObject):
    """Guards nothing before ``begin``; ``given_up``: somebody else takes over."""

    given_up = Signal()

    def __init__(
        self, window: QWidget, background: Background, clock: Callable[[], datetime], idle_minutes: int
    ) -> None:
        super().__init__(window)
        self._background = background
        self._minutes = idle_minutes
        self._area: DeskArea | None = None
        self.lock = Lock(window)
        self.lock.unlocked.connect(self._on_unlocked)
        self.lock.refused.connect(lambda: self._on_busy(background.busy))
        self.lock.given_up.connect(self.given_up)
        self.watch = IdleWatch(self, clock, idle_minutes)
        self.watch.idle.connect(lambda: self.lock_now("idle"))
        self.watch.soon.connect(self._on_soon)
        self.watch.lock_pressed.connect(self.lock_now)
        background.busy_changed.connect(self._on_busy)

    @property
    def locked(self) -> bool:
        """Whether everything is covered now."""
        return self.lock.closed

    @property
    def unsaved(self) -> bool:
        """Whether words stand in the screen or in an open dialog only."""
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, Writing) and w.isVisible()]
        return any(w.unsaved for w in dialogs) or (self._area is not None and self._area.screen_shown.unsaved)

    def begin(self, area: DeskArea) -> None:
        """Guard ``area`` from now on."""
        self._area = area
        self.watch.start()

    def end(self) -> None:
        """There is nothing to guard any more; what was held back may speak."""
        self._area = None
        self.watch.stop()
        self._background.release()

    def lock_now(self, why: str = "by_hand") -> None:
        """Save, cover everything, and forget the keys as soon as no workflow needs them."""
        if self._area is None or self.locked:
            return
        try:
            self._area.screen_shown.save_now()
        finally:  # a defect in saving must not leave the station open
            self._cover(self._area, why)

    def shut_down(self) -> None:
        """The window is closing."""
        self.watch.stop()
        self.lock.shut_down()

    def _cover(self, area: DeskArea, why: str) -> None:
        self.watch.stop()
        self._background.hold()
        desk, texts = area.around.desk, area.around.texts
        role = texts.say(f"roles.role.{desk.session.role.value}")
        reason = texts.say(f"unlock.lock.{why}", minutes=self._minutes)
        who = f"{desk.session.display_name} · {role}"
        self.lock.close(texts, who, reason, desk.resume, self.unsaved)
        self._on_busy(self._background.busy)

    def _on_unlocked(self) -> None:
        self._background.release()
        self.watch.start()
        if self._area is not None and self._area.screen_shown.unsaved:
            self._area.screen_shown.save_now()

    def _on_busy(self, busy: bool) -> None:
        # a passphrase that is being tried may find the keys still there: they must not go while it does
        if self.locked and not busy and not self.lock.trying and self._area is not None:
            self._area.around.desk.suspend()

    def _on_soon(self, seconds: int) -> None:
        if self._area is None:
            return
        if seconds:
            words = self._area.around.texts.say("unlock.lock.soon", seconds=seconds)
            self._area.notice.tell("warn", words)
        else:
            self._area.notice.hide()

"""Finds threads, running timers and open windows that outlive the test that made them."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QEvent, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

GRACE = 5.0
"""Seconds that a thread which is about to end gets to end in."""


def running_threads() -> set[threading.Thread]:
    """Return Python's threads; those Qt made are its own and are found as QThread."""
    return {t for t in threading.enumerate() if not isinstance(t, threading._DummyThread)}


def threads_left(known: set[threading.Thread]) -> list[str]:
    """Return a description of every thread but the known ones that goes on."""
    for thread in running_threads() - known:
        thread.join(GRACE)
    return [f"thread {thread.name}" for thread in running_threads() - known]


def qt_objects_left() -> list[str]:
    """Return a description of every open window, running timer and Qt thread."""
    application = QApplication.instance()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()
    QThreadPool.globalInstance().waitForDone(int(GRACE * 1000))
    left = [f"window {window!r}" for window in application.topLevelWidgets() if window.isVisible()]
    for thing in gc.get_objects():
        if not issubclass(type(thing), (QTimer, QThread)) or not isValid(thing):
            continue
        if isinstance(thing, QTimer) and thing.isActive():
            left.append(f"timer of {thing.interval()} ms, parent {thing.parent()!r}")
        if isinstance(thing, QThread) and thing.isRunning() and thing is not QThread.currentThread():
            left.append(f"thread {thing!r}")
    return left

"""Runs a workflow off the window's thread, one at a time, and hands back what came of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from abhaya.errors import AbhayaError, Code
from abhaya.log import log_trouble

T = TypeVar("T")
Report = Callable[[int, int], bool]
"""What a workflow calls with (done, total); False asks it to stop."""

_REPORT_EVERY = 0.05  # seconds; a bar that moves 20 times a second looks smooth and costs nothing


class Task:
    """One piece of work under way."""

    def __init__(self) -> None:
        self.cancelled = False

    def cancel(self) -> None:
        """Ask the work to stop at its next report; its result, if any still comes, is thrown away."""
        self.cancelled = True


class Background(QObject):
    """One worker thread.  Callbacks run in the window's thread, and only while ``receiver`` still lives."""

    busy_changed = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="workflow")
        self._tasks: list[Task] = []
        self._held: list[tuple[QObject, Callable[[], object]]] | None = None
        self._arrived.connect(lambda deliver: deliver(), Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether work is running or waiting."""
        return bool(self._tasks)

    def run(
        self,
        work: Callable[[Report], T],
        receiver: QObject,
        done: Callable[[T], object],
        failed: Callable[[AbhayaError], object],
        progress: Callable[[int, int], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Task:
        """Run ``work(report)``, then one of ``done``, ``failed`` and, after ``cancel``, ``stopped``."""
        task = Task()
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self.busy_changed.emit(True)

        def finish(outcome: Callable[[], object]) -> None:
            self._tasks.remove(task)
            if not self._tasks:
                self.busy_changed.emit(False)
            self._hand_over(receiver, (stopped or _nothing) if task.cancelled else outcome)

        def execute() -> None:
            try:
                result = work(self._reporter(task, receiver, progress))
            except BaseException as error:  # noqa: BLE001 - trouble, a stop asked for, or a defect
                trouble = error
                self._arrived.emit(lambda: finish(lambda: failed(told(trouble))))
            else:
                self._arrived.emit(lambda: finish(lambda: done(result)))

        self._executor.submit(execute)
        return task

    def hold(self) -> None:
        """Let the work go on but keep what comes of it until ``release``: a locked window says nothing."""
        self._held = self._held or []

    def release(self) -> None:
        """Hand over what was held."""
        held, self._held = self._held or [], None
        for receiver, ending in held:
            self._hand_over(receiver, ending)

    def _hand_over(self, receiver: QObject, ending: Callable[[], object]) -> None:
        if self._held is not None:
            self._held.append((receiver, ending))
        elif isValid(receiver):
            ending()

    def close(self) -> None:
        """Ask everything to stop and wait for the running work; nothing is left behind."""
        for task in self._tasks:
            task.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _reporter(
        self, task: Task, receiver: QObject, progress: Callable[[int, int], object] | None
    ) -> Report:
        last = -_REPORT_EVERY

        def show(done: int, total: int) -> None:
            if progress is not None and not task.cancelled and self._held is None and isValid(receiver):
                progress(done, total)

        def report(done: int, total: int) -> bool:
            nonlocal last
            now = time.monotonic()
            if now - last >= _REPORT_EVERY or done == total:
                last = now
                self._arrived.emit(lambda: show(done, total))
            return not task.cancelled

        return report


def told(trouble: BaseException) -> AbhayaError:
    """Return what a person is told of ``trouble``; a defect is logged, and told by its mark."""
    if isinstance(trouble, AbhayaError):
        return trouble
    return AbhayaError(Code.UNEXPECTED, mark=log_trouble(trouble))


def _nothing() -> None:
    return None

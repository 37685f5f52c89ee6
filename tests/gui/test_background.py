"""Workflows off the window's thread: every ending arrives once, in the right thread, or not at all."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread

from abhaya.errors import AbhayaError, Code
from abhaya.gui.background import Background


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.close()


@pytest.fixture
def receiver():
    return QObject()


@pytest.fixture
def endings():
    return []


def _run(background, receiver, endings, work, **more):
    return background.run(
        work,
        receiver,
        lambda result: endings.append(("done", result)),
        lambda error: endings.append(("failed", error.code)),
        stopped=lambda: endings.append(("stopped", None)),
        **more,
    )


def test_result_arrives_in_the_window_thread(qtbot, background, receiver):
    threads = {}

    def work(_report):
        threads["work"] = threading.current_thread()
        return 7

    def done(result):
        threads["done"], threads["result"] = QThread.currentThread(), result

    background.run(work, receiver, done, lambda _error: None)
    qtbot.waitUntil(lambda: "done" in threads)
    assert threads["work"] is not threading.main_thread()
    assert threads["done"] is receiver.thread()
    assert threads["result"] == 7


def test_trouble_arrives_as_trouble(qtbot, background, receiver, endings):
    def work(_report):
        raise AbhayaError(Code.DISK_FULL)

    _run(background, receiver, endings, work)
    qtbot.waitUntil(lambda: not background.busy)
    assert endings == [("failed", Code.DISK_FULL)]


def test_defect_is_told_calmly_and_logged(qtbot, background, receiver, endings, caplog):
    def work(_report):
        raise ZeroDivisionError("a defect")

    _run(background, receiver, endings, work)
    qtbot.waitUntil(lambda: not background.busy)
    assert endings == [("failed", Code.UNEXPECTED)]
    assert caplog.records[0].exc_info[0] is ZeroDivisionError


def test_cancelled_work_ends_as_stopped_whatever_came_of_it(qtbot, background, receiver, endings):
    begun, go_on = threading.Event(), threading.Event()

    def work(report):
        begun.set()
        go_on.wait()
        assert report(1, 2) is False
        raise RuntimeError("stopped half way")

    task = _run(background, receiver, endings, work)
    begun.wait()
    task.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert endings == [("stopped", None)]


def test_progress_arrives_before_the_result_and_the_last_step_always(qtbot, background, receiver, endings):
    def work(report):
        return all(report(step, 100) for step in range(101))

    _run(background, receiver, endings, work, progress=lambda done, total: endings.append((done, total)))
    qtbot.waitUntil(lambda: not background.busy)
    assert endings[-2:] == [(100, 100), ("done", True)]


def test_nothing_reaches_a_receiver_that_is_gone(qtbot, background, endings):
    receiver = QObject()
    go_on = threading.Event()
    _run(background, receiver, endings, lambda _report: go_on.wait())
    receiver.deleteLater()
    qtbot.waitUntil(lambda: not _alive(receiver))
    go_on.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert endings == []


def test_one_after_the_other(qtbot, background, receiver, endings):
    running, most = [], []

    def work(_report):
        running.append(1)
        most.append(len(running))
        running.pop()

    for _ in range(20):
        _run(background, receiver, endings, work)
    qtbot.waitUntil(lambda: len(endings) == 20)
    assert set(most) == {1}


def test_held_results_wait_for_the_release_while_work_goes_on(qtbot, background, receiver, endings):
    worked = threading.Event()
    background.hold()
    _run(background, receiver, endings, lambda _report: worked.set())
    worked.wait()
    qtbot.wait(0)
    assert endings == []
    background.release()
    qtbot.waitUntil(lambda: endings == [("done", None)])


def test_busy_is_told_while_results_are_held(qtbot, background, receiver, endings):
    told = []
    background.busy_changed.connect(told.append)
    background.hold()
    _run(background, receiver, endings, lambda _report: None)
    qtbot.waitUntil(lambda: told == [True, False])
    background.release()
    assert endings == [("done", None)]


def test_close_waits_for_running_work_and_drops_waiting_work(background, receiver, endings):
    begun, finished, second = threading.Event(), threading.Event(), threading.Event()

    def work(report):
        begun.set()
        while report(0, 1):
            pass
        finished.set()

    _run(background, receiver, endings, work)
    _run(background, receiver, endings, lambda _report: second.set())
    begun.wait()
    background.close()
    assert finished.is_set()
    assert not second.is_set()


def _alive(thing):
    from shiboken6 import isValid

    return isValid(thing)

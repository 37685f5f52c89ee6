"""The fixture that fails a test for what it leaves behind sees each kind of leftover."""

from __future__ import annotations

import socket
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QLabel

from support import leftovers
from support.leftovers import qt_objects_left, running_threads, threads_left


def test_sees_a_thread_that_goes_on(monkeypatch):
    monkeypatch.setattr(leftovers, "GRACE", 0.01)
    known, end = running_threads(), threading.Event()
    thread = threading.Thread(target=end.wait, name="endless")
    thread.start()
    assert threads_left(known) == ["thread endless"]
    end.set()
    thread.join()
    assert threads_left(known) == []


def test_sees_a_running_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    (left,) = qt_objects_left()
    assert left.startswith("timer of 60000 ms")
    timer.stop()
    assert qt_objects_left() == []


def test_sees_an_open_window(qapp):
    window = QLabel("left open")
    window.show()
    (left,) = qt_objects_left()
    assert "QLabel" in left
    window.close()
    assert qt_objects_left() == []


def test_sees_a_running_qt_thread(qapp):
    thread = QThread()
    thread.start()
    (left,) = qt_objects_left()
    assert "QThread" in left
    thread.quit()
    thread.wait()
    assert qt_objects_left() == []


def test_refuses_to_leave_this_machine():
    with socket.socket() as outside, pytest.raises(AssertionError, match="uses no network"):
        outside.connect(("192.0.2.1", 443))

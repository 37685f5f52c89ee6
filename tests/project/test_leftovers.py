"""The fixture that fails a test for what it leaves behind sees each kind of leftover."""

from __future__ import annotations

import socket
import threading

import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QLabel

from support import leftovers
from support.leftovers import left_behind, running_threads


def test_sees_a_thread_that_goes_on(monkeypatch):
    monkeypatch.setattr(leftovers, "GRACE", 0.01)
    known, end = running_threads(), threading.Event()
    thread = threading.Thread(target=end.wait, name="endless")
    thread.start()
    assert left_behind(known) == ["thread endless"]
    end.set()
    thread.join()
    assert left_behind(known) == []


def test_sees_a_running_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    (left,) = left_behind(running_threads())
    assert left.startswith("timer of 60000 ms")
    timer.stop()
    assert left_behind(running_threads()) == []


def test_sees_an_open_window(qapp):
    window = QLabel("left open")
    window.show()
    (left,) = left_behind(running_threads())
    assert "QLabel" in left
    window.close()
    assert left_behind(running_threads()) == []


def test_sees_a_running_qt_thread(qapp):
    thread = QThread()
    thread.start()
    (left,) = left_behind(running_threads())
    assert "QThread" in left
    thread.quit()
    thread.wait()
    assert left_behind(running_threads()) == []


def test_refuses_to_leave_this_machine():
    with socket.socket() as outside, pytest.raises(AssertionError, match="uses no network"):
        outside.connect(("192.0.2.1", 443))

"""The pinned PySide6 gives back what it borrows; 6.12.0 does not, and ends by aborting the program."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal

CALLS = 400


class Teller(QObject):
    told = Signal(bool)


def test_a_call_that_returns_nothing_takes_no_none():
    # PySide6 6.12.0 drops a reference to None with every such call on Python 3.10 and 3.11 (from 3.12 on None
    # is immortal).  At zero the interpreter aborts ("none_dealloc"), though every ordinary test passes.
    teller, spare = QObject(), [None] * 10 * CALLS
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        teller.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < CALLS / 8
    assert spare


def test_a_signal_takes_no_true():
    teller, spare = Teller(), [True] * 10 * CALLS
    before = sys.getrefcount(True)
    for _ in range(CALLS):
        teller.told.emit(True)
    assert abs(sys.getrefcount(True) - before) < CALLS / 8
    assert spare

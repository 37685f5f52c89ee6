"""Nobody is there: told by whichever time is longer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QObject

from abhaya.gui.idle_watch import IdleWatch


class Steady:
    """Seconds that only go forward."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def parent(qapp):
    return QObject()


@pytest.mark.parametrize(
    ("clock_moves", "steady_moves"),
    [(timedelta(hours=-1), 300.0), (timedelta(hours=8), 2.0)],
    ids=["clock set back", "laptop suspended"],
)
def test_the_longer_time_counts(qtbot, parent, clock, clock_moves, steady_moves):
    steady = Steady()
    watch = IdleWatch(parent, clock, 5, steady)
    watch.start()
    clock.now += clock_moves
    steady.now += steady_moves
    with qtbot.waitSignal(watch.idle):
        watch.check()

"""What holds for every test: one place and time, no network, and nothing left behind."""

from __future__ import annotations

import os
import shutil
import time

import pytest
from hypothesis import HealthCheck, settings

from support.leftovers import qt_objects_left, running_threads, threads_left
from support.no_network import network_refused

os.environ.update(
    LC_ALL="C.UTF-8",
    TZ="Asia/Kolkata",
    QT_QPA_PLATFORM="offscreen",
    QT_LOGGING_RULES="qt.text.font.db=false",  # the platform's fonts lack scripts that the bundled ones have
)
if hasattr(time, "tzset"):  # not on Windows
    time.tzset()

settings.register_profile("abhaya", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("abhaya")  # the speed of the machine decides nothing

JDK = shutil.which("javac")


@pytest.fixture(autouse=True)
def nothing_left_behind(request):
    """Fail a test that leaves a thread, a running timer or an open window behind."""
    threads = running_threads()
    yield
    assert threads_left(threads) == []
    if "qapp" in request.fixturenames:  # looking for Qt's things takes as long as a small test
        assert qt_objects_left() == []


@pytest.fixture(autouse=True, scope="session")
def no_network():
    """Refuse every connection that would leave this machine."""
    with network_refused():
        yield


def pytest_runtest_setup(item):
    """Skip what needs a judge where there is no JDK to run one."""
    if item.get_closest_marker("judge") and not JDK:
        pytest.skip("no JDK: javac is not on the path")


def pytest_terminal_summary(terminalreporter):
    """Count and name the tests whose judge could not sit."""
    unjudged = [
        report.nodeid for report in terminalreporter.stats.get("skipped", []) if "judge" in report.keywords
    ]
    if unjudged:
        terminalreporter.section(f"{len(unjudged)} tests skipped for want of a JDK")
        terminalreporter.write_line("\n".join(sorted(unjudged)))

"""An exception that nobody caught is told, a defect only once, trouble with a remedy each time."""

from __future__ import annotations

from abhaya.errors import AbhayaError, Code


def trouble(kind: Exception) -> Exception:
    """Return an exception as it is caught: with the place where it was raised."""
    try:
        raise kind
    except Exception as caught:
        return caught


def test_a_defect_is_told_once_and_a_full_disk_each_time(page, dialogs):
    for caught in [trouble(ZeroDivisionError()) for _ in range(3)]:
        page.window.confess(caught)
    assert [error.code for error in dialogs.explained] == [Code.UNEXPECTED]
    for _ in range(2):
        page.window.confess(trouble(AbhayaError(Code.DISK_FULL)))
    assert [error.code for error in dialogs.explained] == [Code.UNEXPECTED, Code.DISK_FULL, Code.DISK_FULL]

"""The lock while a workflow runs, and somebody else who takes over behind it."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QApplication

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from pages.lock_page import lock_dialog, try_passphrase, unlock
from support.station_people import PASSPHRASES


def test_running_work_goes_on_behind_the_lock_and_speaks_after_it(qtbot, page):
    go_on, endings = threading.Event(), []
    page.window.background.run(lambda _report: go_on.wait(), page.window, endings.append, lambda _error: None)
    page.press("lock")
    assert not page.desk.locked, "the keys are still needed"
    go_on.set()
    qtbot.waitUntil(lambda: page.desk.locked)
    assert endings == [], "a locked window says nothing"
    unlock(qtbot, page)
    assert endings == [True]


def test_unlocking_before_the_work_is_done_only_tries_the_passphrase(qtbot, page):
    go_on = threading.Event()
    page.window.background.run(lambda _report: go_on.wait(), page.window, bool, lambda _error: None)
    page.press("lock")
    try_passphrase(page, "not the passphrase")
    qtbot.waitUntil(lambda: "does not fit" in lock_dialog(page).form.notice.words)
    lock_dialog(page).form.passphrase.clear()
    unlock(qtbot, page)
    assert not page.desk.locked
    go_on.set()
    qtbot.waitUntil(lambda: not page.window.background.busy)


@pytest.mark.parametrize("fits", [True, False])
def test_work_that_ends_while_a_passphrase_is_tried(qtbot, page, monkeypatch, fits):
    work_may_end, trying, trial_may_end = threading.Event(), threading.Event(), threading.Event()
    ring, real = page.desk.ring, page.desk.ring.unlock

    def slow(*asked):
        session = real(*asked)
        trying.set()
        trial_may_end.wait()
        if not fits:
            session.close()
            raise AbhayaError(Code.WRONG_PASSPHRASE)
        return session

    monkeypatch.setattr(ring, "unlock", slow)
    page.window.background.run(lambda _report: work_may_end.wait(), page.window, bool, lambda _error: None)
    page.press("lock")
    try_passphrase(page, PASSPHRASES[Role.SUPERVISOR])
    qtbot.waitUntil(trying.is_set)
    work_may_end.set()
    qtbot.waitUntil(lambda: not page.window.background.busy)
    trial_may_end.set()
    qtbot.waitUntil(lambda: not lock_dialog(page) or "does not fit" in lock_dialog(page).form.notice.words)
    assert page.window.guard.locked is not fits
    assert page.desk.locked is not fits
    if not fits:
        monkeypatch.undo()
        unlock(qtbot, page)


def test_somebody_else_can_take_over(qtbot, page):
    page.press("lock")
    desk = page.desk
    lock_dialog(page).given_up.emit()
    assert page.window.desk_area is None
    assert desk.locked
    assert not page.window.guard.locked
    assert page.window._stack.currentWidget().people.count() == 4


def test_somebody_else_can_take_over_while_files_are_being_attached(qtbot, page, tmp_path, monkeypatch):
    from abhaya.gui.attach.attach_dialog import AttachDialog
    from support.attachments import photo, scan
    from support.desks import begin_case

    go_on, asked_for = threading.Event(), []

    def slow(_desk, _case_id, path, *_):
        asked_for.append(path)
        go_on.wait()

    monkeypatch.setattr("abhaya.gui.attach.attach_dialog.attach", slow)
    files = (photo(tmp_path), scan(tmp_path))
    dialog = AttachDialog(page.screen, page.area.around, begin_case(page.desk).id, files)
    dialog.setModal(True)
    dialog.show()
    dialog.start.click()
    page.press("lock")
    go_on.set()
    qtbot.waitUntil(lambda: page.desk.locked)
    lock_dialog(page).given_up.emit()
    assert page.window.desk_area is None
    assert QApplication.activeModalWidget() is None
    assert asked_for == [files[0]], "nothing more is attached for somebody who has left"

"""The lock covers everything at once, loses nothing, and gives the desk back to the same person only."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from abhaya.gui.case_list.new_case_dialog import NewCaseDialog
from abhaya.gui.lock import Cover
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.open_case import read_case
from pages.lock_page import lock_dialog, try_passphrase, unlock


def _covered(window):
    covers = [c for c in window.findChildren(Cover) if c.isVisible() and c.parentWidget() is window]
    return bool(covers) and covers[0].geometry() == window.rect()


def test_locking_covers_the_window_and_takes_the_keys(page):
    page.press("lock")
    assert _covered(page.window)
    assert page.desk.locked
    assert QApplication.activeModalWidget() is lock_dialog(page)


def test_it_says_who_locked_and_that_nothing_is_lost(page):
    page.press("lock")
    said = "\n".join(label.text() for label in lock_dialog(page).findChildren(type(page.area.notice._words)))
    assert "You locked Abhaya." in said
    assert "Nothing is lost" in said
    assert "Supervisor (DEMO)" in said


def test_right_passphrase_returns_to_the_same_cursor(qtbot, page):
    search = page.screen.search
    search.setFocus()
    QTest.keyClicks(search, "0001")
    search.setCursorPosition(2)
    page.press("lock")
    unlock(qtbot, page)
    assert not page.desk.locked
    assert not page.window.findChildren(Cover) or not _covered(page.window)
    assert page.window.focusWidget() is search
    assert (search.text(), search.cursorPosition()) == ("0001", 2)


def test_wrong_passphrase_opens_nothing(qtbot, page):
    page.press("lock")
    try_passphrase(page, "not the passphrase")
    form = lock_dialog(page).form
    qtbot.waitUntil(lambda: "does not fit" in form.notice.words)
    assert page.window.guard.locked
    assert page.desk.locked


@pytest.mark.parametrize("try_to_leave", ["escape", "close"])
def test_it_cannot_be_sent_away(page, try_to_leave):
    page.press("lock")
    if try_to_leave == "escape":
        QTest.keyClick(lock_dialog(page), Qt.Key.Key_Escape)
    else:
        lock_dialog(page).close()
    assert lock_dialog(page).isVisible()
    assert _covered(page.window)


def test_shortcuts_do_nothing_while_locked(page):
    page.press("lock")
    page.press("new_case")
    page.press("quit")
    assert QApplication.activeModalWidget() is lock_dialog(page)
    assert page.window.isVisible()


def test_an_open_dialog_is_covered_and_comes_back_as_it_was(qtbot, page, with_modal):
    def inside(dialog):
        dialog.summary.setPlainText("Half a sen")
        page.window.guard.lock_now()
        assert _covered(dialog)
        assert _covered(page.window)
        assert QApplication.activeModalWidget() is lock_dialog(page)
        unlock(qtbot, page)
        assert QApplication.activeModalWidget() is dialog
        assert not any(cover.isVisible() for cover in dialog.findChildren(Cover))
        assert dialog.summary.toPlainText() == "Half a sen"

    with_modal(lambda: page.press("new_case"), inside, NewCaseDialog)


def test_ctrl_l_locks_from_inside_a_dialog(qtbot, page, with_modal):
    def inside(dialog):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert page.window.guard.locked
        unlock(qtbot, page)

    with_modal(lambda: page.press("new_case"), inside, NewCaseDialog)


def test_an_open_menu_is_closed(page):
    menu = QMenu(page.window)
    menu.addAction("anything")
    menu.popup(page.window.mapToGlobal(page.window.rect().center()))
    page.press("lock")
    assert QApplication.activePopupWidget() is None


def test_clipboard_is_emptied(page):
    QGuiApplication.clipboard().setText("words from a statement")
    page.press("lock")
    assert QGuiApplication.clipboard().text() == ""


def test_a_covered_window_stays_covered_when_it_grows(page):
    page.press("lock")
    page.window.resize(1000, 600)
    QApplication.processEvents()
    assert _covered(page.window)


def test_the_list_behind_the_lock_reads_nothing(qtbot, page, monkeypatch):
    from support.desks import begin_case

    monkeypatch.setattr("abhaya.gui.case_list.case_model._PAGE", 2)
    for _ in range(6):
        begin_case(page.desk)
    page.screen.arrive()
    page.press("lock")
    page.screen.model._pages.clear()
    assert page.screen.model.index(4, 0).data() == ""
    unlock(qtbot, page)
    assert page.screen.model.index(4, 0).data() == "GKP/2026/0002"


def test_half_a_summary_is_saved_before_locking(qtbot, page):
    from support.desks import begin_case

    case = begin_case(page.desk)
    screen = page.open_case(case.id)
    screen.summary.begin()
    screen.summary.edit.setPlainText("Eleven people at the kiln.")
    page.press("lock")
    unlock(qtbot, page)
    assert read_case(page.desk, case.id).summary == "Eleven people at the kiln."
    assert page.window.focusWidget() is screen.summary.edit


def test_what_could_not_be_saved_is_kept_for_the_same_person(qtbot, page, monkeypatch):
    from abhaya.errors import AbhayaError, Code
    from support.desks import begin_case

    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    screen = page.open_case(begin_case(page.desk).id)
    with monkeypatch.context() as disk:
        disk.setattr("abhaya.gui.case_page.case_page_screen.change_summary", full)
        screen.summary.begin()
        screen.summary.edit.setPlainText("Words to keep")
        page.press("lock")
    assert lock_dialog(page).other.isHidden()
    assert not page.window.close(), "the words are nowhere else"
    unlock(qtbot, page)
    assert read_case(page.desk, screen._case_id).summary == "Words to keep", "saved again after unlocking"


def test_a_defect_while_saving_does_not_keep_the_station_open(qtbot, page, monkeypatch):
    from support.desks import begin_case

    def defect(*_):
        raise ZeroDivisionError

    screen = page.open_case(begin_case(page.desk).id)
    with monkeypatch.context() as broken:
        broken.setattr("abhaya.gui.case_page.case_page_screen.change_summary", defect)
        screen.summary.begin()
        screen.summary.edit.setPlainText("Words to keep")
        with pytest.raises(ZeroDivisionError):
            page.press("lock")
    assert _covered(page.window)
    qtbot.waitUntil(lambda: page.desk.locked)  # the clocks of the case may still be reckoned
    assert lock_dialog(page).other.isHidden()
    unlock(qtbot, page)
    assert read_case(page.desk, screen._case_id).summary == "Words to keep"


def test_words_in_an_open_dialog_are_kept_for_the_same_person(qtbot, page, with_modal):
    def inside(dialog):
        dialog.summary.setPlainText("Half a sen")
        page.window.guard.lock_now()
        assert lock_dialog(page).other.isHidden()
        unlock(qtbot, page)
        dialog.summary.clear()
        page.window.guard.lock_now()
        assert not lock_dialog(page).other.isHidden(), "nothing is lost with an empty dialog"
        unlock(qtbot, page)

    with_modal(lambda: page.press("new_case"), inside, NewCaseDialog)


def test_idle_time_locks_and_says_so(page, clock):
    clock.now += timedelta(minutes=5)
    page.window.guard.watch.check()
    assert page.window.guard.locked
    said = "\n".join(label.text() for label in lock_dialog(page).findChildren(type(page.area.notice._words)))
    assert "5 minutes" in said


def test_a_countdown_warns_and_a_key_stops_it(page, clock):
    clock.now += timedelta(minutes=4, seconds=40)
    page.window.guard.watch.check()
    assert "Locks in" in page.area.notice.words
    QTest.keyClick(page.window.windowHandle(), Qt.Key.Key_Shift)
    assert page.area.notice.words == ""
    clock.now += timedelta(seconds=40)
    page.window.guard.watch.check()
    assert not page.window.guard.locked


def test_the_watch_rests_while_locked(page, clock):
    page.press("lock")
    assert not page.window.guard.watch._timer.isActive()


def test_half_an_answer_is_saved_and_the_cursor_stays(qtbot, page, tmp_path):
    from pages.form_page import FormPage
    from support.desks import begin_case, fill_small_form

    case = begin_case(page.desk)
    page.area.show_form(fill_small_form(page.desk, case, tmp_path))
    line = FormPage(page.screen).control("/data/place")
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "Sonauli ga")
    line.setCursorPosition(3)
    page.press("lock")
    assert page.desk.locked
    unlock(qtbot, page)
    assert page.window.focusWidget() is line
    assert (line.text(), line.cursorPosition()) == ("Sonauli ga", 3)
    kept = open_record(page.desk, page.screen.filling.record.id)
    assert kept.entry.state("/data/place").value == "Sonauli ga"

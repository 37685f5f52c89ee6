"""Coming to the desk: choose yourself, type the passphrase, be told calmly what is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from abhaya.cases.role import Role
from abhaya.gui.unlock.change_passphrase_dialog import ChangePassphraseDialog
from abhaya.gui.unlock.first_start import DemoOffer
from support.desks import desk_of
from support.station_people import PASSPHRASES


@pytest.fixture
def window(open_window, folder):
    return open_window(str(folder))


@pytest.fixture
def screen(window):
    return window._stack.currentWidget()


def _choose(screen, name):
    item = screen.people.findItems(name, Qt.MatchFlag.MatchContains)[0]
    screen.people.setCurrentItem(item)


def _unlock(screen, passphrase):
    screen.form.passphrase.edit.clear()
    QTest.keyClicks(screen.form.passphrase.edit, passphrase)
    QTest.keyClick(screen.form.passphrase.edit, Qt.Key.Key_Return)


def test_everybody_is_listed_with_the_office(screen):
    lines = [screen.people.item(row).text() for row in range(screen.people.count())]
    assert "Supervisor (DEMO) · Supervisor" in lines
    assert "Demo legal_aid · Legal aid" in lines


def test_the_passphrase_opens_the_case_list(qtbot, window, screen):
    _choose(screen, "Supervisor")
    _unlock(screen, PASSPHRASES[Role.SUPERVISOR])
    qtbot.waitUntil(lambda: window.desk_area is not None)
    assert window.windowTitle() == "Abhaya – Gorakhpur Kotwali"
    assert "cases" in window.desk_area.side.places


def test_who_worked_last_is_chosen_the_next_time(qtbot, window, screen):
    _choose(screen, "Supervisor")
    _unlock(screen, PASSPHRASES[Role.SUPERVISOR])
    qtbot.waitUntil(lambda: window.desk_area is not None)
    window.close_desk()
    again = window._stack.currentWidget()
    assert again.people.currentItem().text() == "Supervisor (DEMO) · Supervisor"


def test_somebody_elses_passphrase_does_not_fit(qtbot, window, screen):
    _choose(screen, "Supervisor")
    _unlock(screen, PASSPHRASES[Role.INVESTIGATOR])
    qtbot.waitUntil(lambda: "does not fit" in screen.form.notice.words)
    assert window.desk_area is None
    assert screen.form.passphrase.edit.hasSelectedText(), "typing again replaces what was wrong"


def test_the_delay_grows_and_is_counted_down(qtbot, screen):
    _choose(screen, "Supervisor")
    for _ in range(12):
        _unlock(screen, "wrong again")
        qtbot.waitUntil(lambda: not screen.form._busy)
        if screen.form._countdown.left:
            break
    left = screen.form._countdown.left
    assert left > 0
    assert f"try again in {left} s" in screen.form.notice.words
    assert not screen.form.button.isEnabled()
    screen.form._countdown._on_second()
    assert f"try again in {left - 1} s" in screen.form.notice.words or left == 1
    screen.form._countdown._timer.stop()


def test_choosing_somebody_else_takes_back_what_was_said(qtbot, screen):
    _choose(screen, "Supervisor")
    _unlock(screen, "wrong")
    qtbot.waitUntil(lambda: bool(screen.form.notice.words))
    _choose(screen, "Demo investigator")
    assert screen.form.notice.words == ""
    assert screen.form.passphrase.text() == ""


def test_the_eye_shows_what_is_typed(screen):
    field = screen.form.passphrase
    assert field.edit.echoMode() is QLineEdit.EchoMode.Password
    QTest.keyClick(field.show_button, Qt.Key.Key_Space)
    assert field.edit.echoMode() is QLineEdit.EchoMode.Normal


def test_caps_lock_is_noticed_by_what_it_does(screen):
    edit, hint = screen.form.passphrase.edit, screen.form.passphrase.hint
    QTest.keyClicks(edit, "a")
    assert hint.isHidden()
    QTest.keyClick(edit, "A")  # without Shift: Caps Lock must be on
    assert "Caps Lock" in hint.text()
    assert not hint.isHidden()
    QTest.keyClick(edit, Qt.Key.Key_CapsLock)
    assert hint.isHidden()


def test_devanagari_letters_are_noticed(screen):
    screen.form.passphrase.edit.setText("अभय")
    assert "Devanagari" in screen.form.passphrase.hint.text()


def test_the_language_changes_at_once(window, screen):
    screen._languages.buttons["hi"].click()
    assert screen.form.button.text() == "ताला खोलें"
    assert "पर्यवेक्षक" in screen.people.findItems("Supervisor", Qt.MatchFlag.MatchContains)[0].text()
    assert window.settings.language == "hi"


def test_an_administrator_comes_to_the_people_not_to_the_cases(open_desk):
    page = open_desk(Role.ADMINISTRATOR)
    assert list(page.area.side.places) == ["people"]


def test_a_station_open_elsewhere_is_named_by_its_holder(qtbot, window, screen, folder, clock):
    with desk_of(folder, clock, Role.INVESTIGATOR):
        _choose(screen, "Supervisor")
        _unlock(screen, PASSPHRASES[Role.SUPERVISOR])
        qtbot.waitUntil(lambda: "Demo investigator" in screen.form.notice.words)
    assert window.desk_area is None


def test_the_practice_station_shows_its_passphrase(open_window, folder, tmp_path):
    window = open_window(str(folder), demo=DemoOffer("four easy demo words", lambda: tmp_path))
    assert "four easy demo words" in window._stack.currentWidget()._demo_notice.words


def test_change_passphrase(qtbot, open_desk, folder, clock, with_modal, dialogs):
    page = open_desk()

    def change(dialog):
        QTest.keyClicks(dialog.old.edit, PASSPHRASES[Role.SUPERVISOR])
        QTest.keyClicks(dialog.new.first.edit, "harbour pencil violet moss")
        QTest.keyClicks(dialog.new.again.edit, "harbour pencil violet mos")
        dialog.change.click()
        assert "not the same" in dialog.notice.words
        QTest.keyClicks(dialog.new.again.edit, "s")
        dialog.change.click()
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(page.area.side.passphrase_wanted.emit, change, ChangePassphraseDialog)
    assert dialogs.asked == ["Change my passphrase"]
    page.press("lock")
    form = page.window.guard.lock.dialog.form
    QTest.keyClicks(form.passphrase.edit, "harbour pencil violet moss")
    form.button.click()
    qtbot.waitUntil(lambda: not page.window.guard.locked)


def test_the_dialog_grows_with_what_it_says(open_desk, with_modal):
    page = open_desk()

    def change(dialog):
        for field, words in ((dialog.old, "मेरो"), (dialog.new.first, "मेरो"), (dialog.new.again, "मेरी")):
            field.edit.setText(words)
        dialog.change.click()
        assert "not the same" in dialog.notice.words
        QApplication.processEvents()
        shown = [piece for piece in dialog.findChildren(QLabel) if piece.isVisible() and piece.text()]
        assert sum(piece.objectName() == "warn_words" for piece in shown) == 3
        assert [p.text() for p in shown if p.height() < p.heightForWidth(p.width())] == []
        assert dialog.height() >= dialog.layout().totalHeightForWidth(dialog.width())

    with_modal(page.area.side.passphrase_wanted.emit, change, ChangePassphraseDialog)


def test_a_wrong_old_passphrase_changes_nothing(qtbot, open_desk, with_modal):
    page = open_desk()

    def change(dialog):
        dialog.old.edit.setText("not mine")
        dialog.new.first.edit.setText("harbour pencil violet moss")
        dialog.new.again.edit.setText("harbour pencil violet moss")
        dialog.change.click()
        qtbot.waitUntil(lambda: "does not fit" in dialog.notice.words)

    with_modal(page.area.side.passphrase_wanted.emit, change, ChangePassphraseDialog)

"""The first start: set up a station, open one, or practise."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from abhaya.errors import AbhayaError, Code
from abhaya.gui.unlock.create_station_page import CreateStationPage
from abhaya.gui.unlock.first_start import DemoOffer, FirstStart
from abhaya.gui.unlock.unlock_screen import UnlockScreen
from abhaya.station import Station
from support.window_station import staffed_station

_SAID = {
    "name": "Nautanwa Police Station (DEMO)",
    "code": "ntw",
    "district": "Maharajganj",
    "state": "Uttar Pradesh",
}


@pytest.fixture
def window(open_window):
    return open_window()


def _page(window, kind):
    page = window._stack.currentWidget()
    assert isinstance(page, kind)
    return page


@pytest.fixture
def wizard(window):
    _page(window, FirstStart).create_button.click()
    page = _page(window, CreateStationPage)
    for name, text in _SAID.items():
        QTest.keyClicks(page._lines[name].edit, text)
    return page


def _type_supervisor(wizard, first="harbour pencil violet moss", again="harbour pencil violet moss"):
    QTest.keyClicks(wizard._lines["person_name"].edit, "Insp. Demo Singh")
    wizard.passphrase.clear()
    QTest.keyClicks(wizard.passphrase.first.edit, first)
    QTest.keyClicks(wizard.passphrase.again.edit, again)
    wizard._next.click()


def test_a_station_is_set_up_in_two_steps(qtbot, window, wizard, tmp_path):
    wizard._next.click()
    _type_supervisor(wizard)
    qtbot.waitUntil(lambda: isinstance(window._stack.currentWidget(), UnlockScreen), timeout=20000)
    station = Station(tmp_path / "new")
    assert (station.name, station.code) == (_SAID["name"], "NTW")
    assert "Insp. Demo Singh" in _page(window, UnlockScreen).people.item(0).text()


def test_return_goes_from_the_name_to_the_passphrase(wizard):
    wizard._next.click()
    QTest.keyClick(wizard._lines["person_name"].edit, Qt.Key.Key_Return)
    assert wizard.passphrase.first.edit.hasFocus()


def test_what_is_missing_is_asked_for_by_name(wizard):
    wizard._lines["district"].edit.clear()
    wizard._next.click()
    assert wizard.notice.words == "Please fill in: District"
    assert wizard._pages.currentIndex() == 0
    assert wizard._lines["district"].edit.hasFocus()


@pytest.mark.parametrize("code", ["A", "ABCDEFG", "G1", "जीकेपी"])
def test_a_short_code_that_case_numbers_cannot_begin_with(wizard, code):
    wizard._lines["code"].edit.setText(code)
    wizard._next.click()
    assert "2 to 6 letters" in wizard.notice.words


def test_two_passphrases_that_differ(wizard, tmp_path):
    wizard._next.click()
    _type_supervisor(wizard, again="harbour pencil violet mess")
    assert "not the same" in wizard.notice.words
    assert not (tmp_path / "new").exists()


def test_a_weak_passphrase_creates_nothing(qtbot, wizard, tmp_path):
    wizard._next.click()
    _type_supervisor(wizard, "password", "password")
    qtbot.waitUntil(lambda: "too easy" in wizard.notice.words)
    assert not (tmp_path / "new").exists()
    assert wizard._next.isEnabled()


def test_back_keeps_what_was_typed(wizard):
    wizard._next.click()
    wizard._back.click()
    assert wizard._lines["name"].text() == _SAID["name"]


def test_a_folder_that_is_no_station_is_explained(window, tmp_path):
    window.open_folder(tmp_path)
    assert "not an Abhaya station" in _page(window, FirstStart).notice.words


def test_a_station_folder_opens(window, tmp_path, clock, dialogs):
    folder = staffed_station(tmp_path / "elsewhere", clock)
    dialogs.choose_folder = lambda *_: folder
    _page(window, FirstStart).open_button.click()
    assert _page(window, UnlockScreen)._station.folder == folder
    assert window.settings.station == str(folder)


def test_practice_is_prepared_in_the_background(qtbot, open_window, tmp_path, clock):
    offer = DemoOffer("easy words", lambda: staffed_station(tmp_path / "demo", clock))
    window = open_window(demo=offer)
    _page(window, FirstStart).demo_button.click()
    qtbot.waitUntil(lambda: isinstance(window._stack.currentWidget(), UnlockScreen))


def test_practice_that_cannot_be_prepared_is_explained(qtbot, open_window):
    def fail():
        raise AbhayaError(Code.DISK_FULL)

    window = open_window(demo=DemoOffer("easy words", fail))
    page = _page(window, FirstStart)
    page.demo_button.click()
    qtbot.waitUntil(lambda: page.isEnabled())
    assert page.notice.words


def test_without_a_demo_nothing_is_offered(window):
    assert not hasattr(_page(window, FirstStart), "demo_button")

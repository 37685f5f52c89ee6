"""The whole window off screen, over a real station; only the clock and the boxes are stand-ins."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from abhaya.cases.case import Case
from abhaya.cases.role import Role
from abhaya.gui.main_window import MainWindow
from abhaya.gui.theme import apply_theme
from abhaya.settings import Settings
from abhaya.texts import Texts
from abhaya.workflows.list_people import list_people
from abhaya.workflows.unlock_station import unlock
from pages.window_page import WindowPage
from support.answering_dialogs import AnsweringDialogs
from support.desks import Clock, begin_case
from support.sealed_case import SealedCase
from support.sealed_case import sealed_case as make_sealed_case
from support.station_people import CHEAP, PASSPHRASES
from support.window_station import staffed_station

_EFFECTS = (
    Qt.UIEffect.UI_AnimateCombo,
    Qt.UIEffect.UI_AnimateMenu,
    Qt.UIEffect.UI_FadeMenu,
    Qt.UIEffect.UI_AnimateTooltip,
)
_PATIENCE = 5000  # milliseconds until a dialog that does not come fails the test


@pytest.fixture(scope="session")
def qapp(qapp):
    """The program's look, and nothing that moves by itself."""
    apply_theme(qapp)
    qapp.setCursorFlashTime(0)
    for effect in _EFFECTS:
        qapp.setEffectEnabled(effect, False)
    return qapp


@pytest.fixture
def clock():
    """A clock that work looks at thousands of times before the window takes its person for gone."""
    return Clock(timedelta(milliseconds=1))


@pytest.fixture(scope="session")
def staffed(tmp_path_factory) -> Path:
    """A station that tests copy and never open."""
    return staffed_station(tmp_path_factory.mktemp("staffed") / "station", Clock())


@pytest.fixture
def folder(tmp_path, staffed) -> Path:
    """A station with one person of each office."""
    return Path(shutil.copytree(staffed, tmp_path / "station"))


@pytest.fixture
def dialogs():
    return AnsweringDialogs(Texts("en"))


@pytest.fixture
def open_window(qtbot, qapp, clock, dialogs, tmp_path):
    """Show the window, locked (with a station) or on its first start (without one)."""
    windows = []

    def show(station: str = "", *, language: str = "en", size=(1366, 768), demo=None) -> MainWindow:
        window = MainWindow(
            Settings(station=station, language=language, width=size[0], height=size[1]),
            clock=clock,
            remember=lambda _settings: None,
            new_folder=tmp_path / "new",
            demo=demo,
            dialogs=dialogs,
        )
        windows.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    yield show
    for window in windows:
        dialogs.yes = True
        window.close()
        window.deleteLater()
    apply_theme(qapp)  # a test may have made the text larger


@pytest.fixture
def open_desk(open_window, folder, clock):
    """Show the window with the desk of somebody of that office."""

    def show(role: Role = Role.SUPERVISOR, **options) -> WindowPage:
        person = next(person for person in list_people(folder) if person.role is role)
        desk = unlock(folder, person.person_id, PASSPHRASES[role], clock=clock, policy=CHEAP)
        window = open_window(str(folder), **options)
        window.show_desk(desk)
        return WindowPage(window)

    return show


@pytest.fixture
def with_modal(qtbot):
    """``with_modal(trigger, handle)``: run ``handle(dialog)`` inside the loop of the dialog that comes up."""

    def run(trigger, handle, kind=QDialog):
        state = {"seen": False, "error": None}
        waited = QElapsedTimer()
        timer = QTimer(interval=10)

        def poll():
            if not waited.isValid():  # from the first turn of a loop: what is before may be long
                waited.start()
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, kind) and dialog.isVisible():
                timer.stop()
                state["seen"] = True
                try:
                    handle(dialog)
                except BaseException as error:
                    state["error"] = error
                finally:
                    if dialog.isVisible():
                        dialog.reject()
            elif waited.elapsed() > _PATIENCE:
                timer.stop()

        timer.timeout.connect(poll)
        timer.start()
        trigger()
        if not state["seen"]:
            qtbot.waitUntil(lambda: state["seen"], timeout=_PATIENCE)
        if state["error"]:
            raise state["error"]

    return run


@pytest.fixture
def sealed_case(page, tmp_path) -> SealedCase:
    """A case with everything in it, at the desk of the test's ``page``."""
    return make_sealed_case(page.desk, tmp_path)


@pytest.fixture
def page(open_desk) -> WindowPage:
    """The desk of a supervisor."""
    return open_desk()


@pytest.fixture
def case(page) -> Case:
    """An invented case without forms."""
    return begin_case(page.desk)


@pytest.fixture
def screen(page, case):
    """The page of that case."""
    return page.open_case(case.id)

"""The one window: first the entrance, then the desk; holds the lock, the language and the keys."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from abhaya.errors import AbhayaError, Code
from abhaya.gui.actions import install_shortcuts
from abhaya.gui.background import Background
from abhaya.gui.dialogs import Dialogs
from abhaya.gui.guard import Guard
from abhaya.gui.icons import icon
from abhaya.gui.qt_texts import QtTexts
from abhaya.gui.screen import Surroundings
from abhaya.gui.theme import apply_theme
from abhaya.gui.unlock.entrance import Entrance
from abhaya.gui.unlock.first_start import DemoOffer, FirstStart
from abhaya.gui.unlock.unlock_screen import UnlockScreen
from abhaya.log import log_trouble
from abhaya.settings import LANGUAGES, Settings
from abhaya.station import Station
from abhaya.texts import Texts

if TYPE_CHECKING:
    from abhaya.gui.desk_area import DeskArea
    from abhaya.workflows.desk import Desk


class MainWindow(QMainWindow):
    """``remember`` keeps changed settings; ``new_folder`` is where a new station is suggested."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime],
        remember: Callable[[Settings], object],
        new_folder: Path,
        demo: DemoOffer | None = None,
        dialogs: Dialogs | None = None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.texts = Texts(settings.language)
        self.background = Background(self)
        self.dialogs = dialogs or Dialogs(self.texts)
        self.desk_area: DeskArea | None = None
        self._clock = clock
        self._remember = remember
        self._new_folder = new_folder
        self._demo = demo
        self._qt_texts = QtTexts(self)
        self._confessing = False
        self._confessed: set[str] = set()
        self.guard = Guard(self, self.background, clock, settings.idle_minutes)
        self.guard.given_up.connect(self.close_desk)
        self.setWindowIcon(icon("shield-check", "primary", 64))
        self.setMinimumSize(480, 320)
        self._fit(settings.width, settings.height)
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)
        install_shortcuts(self, self.perform)
        self._speak()
        self._enter()

    # -- before a station is unlocked

    def show_first_start(self) -> FirstStart:
        """Offer to set up a station, open one, or practise."""
        page = FirstStart(self.background, self.dialogs, self._demo)
        page.create_wanted.connect(self.show_create_station)
        page.opened.connect(self.open_folder)
        self._show_entrance(page)
        page.begin()
        return page

    def show_create_station(self) -> None:
        """Set up a new station."""
        from abhaya.gui.unlock.create_station_page import CreateStationPage

        page = CreateStationPage(self.background, self.dialogs, self._clock, self._new_folder)
        page.left.connect(self.show_first_start)
        page.created.connect(self.show_unlock)
        self._show_entrance(page)
        page.begin()

    def open_folder(self, folder: Path) -> None:
        """Go to the station in ``folder``, or say why that cannot be."""
        try:
            self.show_unlock(Station(folder))
        except AbhayaError as error:
            self.show_first_start().say_error(error)

    def show_unlock(self, station: Station) -> None:
        """Ask who is there and for the passphrase."""
        page = UnlockScreen(
            station,
            self.background,
            self._clock,
            last_person=self.settings.person,
            demo_passphrase=self._demo.passphrase if self._demo else "",
        )
        page.unlocked.connect(self.show_desk)
        page.left.connect(self.show_first_start)
        self._show_entrance(page)
        self._change_settings(station=str(station.folder))
        page.begin()

    # -- the desk

    def show_desk(self, desk: Desk) -> None:
        """Show the cases of an unlocked station."""
        from abhaya.gui.desk_area import DeskArea

        around = Surroundings(desk, self.texts, self.background, self.dialogs, self._clock)
        area = self.desk_area = DeskArea(around)
        self._change_settings(person=desk.person_id)
        area.side.lock_wanted.connect(self.guard.lock_now)
        area.side.help_wanted.connect(lambda: self.perform("help"))
        area.side.passphrase_wanted.connect(self._on_passphrase_wanted)
        area.side.language_chosen.connect(self.set_language)
        area.side.text_size_chosen.connect(self.set_text_size)
        area.side.show_text_size(self.settings.text_size)
        area.retranslate(self.texts)
        self._show(area)
        area.start()
        self.setWindowTitle(self.texts.say("window.title", station=desk.station.name))
        self.guard.begin(area)

    def close_desk(self) -> None:
        """Leave the desk for somebody else; what was written is saved already."""
        area = self.desk_area
        if area is None:
            return
        while isinstance(box := QApplication.activeModalWidget(), QDialog):
            box.done(QDialog.DialogCode.Rejected)  # unlike close(), no dialog can put this off
        self.guard.end()
        self.desk_area = None
        station = area.around.desk.station
        area.around.desk.close()
        self.show_unlock(station)

    # -- language, size, keys

    def set_language(self, language: str) -> None:
        """Say everything in ``language`` at once."""
        self.texts = Texts(language)
        self._change_settings(language=language)
        self._speak()
        if self.desk_area is not None:
            self.desk_area.around.texts = self.texts
            self.desk_area.retranslate(self.texts)
            station = self.desk_area.around.desk.station.name
            self.setWindowTitle(self.texts.say("window.title", station=station))
        elif isinstance(page := self._stack.currentWidget(), Entrance):
            page.retranslate(self.texts)

    def set_text_size(self, size: int) -> None:
        """Show all text at ``size`` per cent."""
        self._change_settings(text_size=size)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, size)
        if self.desk_area is not None:
            self.desk_area.fit()

    def perform(self, name: str) -> None:
        """Do what a shortcut or a menu asks for, if it means anything here."""
        deeds: dict[str, Callable[[], object]] = {
            "help": self._on_help,
            "lock": self.guard.lock_now,
            "quit": self.close,
            "next_language": self._on_next_language,
        }
        if self.desk_area is not None:
            deeds |= self.desk_area.screen_shown.deeds()
        if name in deeds and not self.guard.locked:
            deeds[name]()

    def confess(self, trouble: BaseException) -> None:
        """Tell of an exception that nobody caught, of a defect once; behind the lock it is only noted."""
        mark = log_trouble(trouble)
        if self._confessing or self.guard.locked or mark in self._confessed:
            return
        if not isinstance(trouble, AbhayaError):
            self._confessed.add(mark)
            trouble = AbhayaError(Code.UNEXPECTED, mark=mark)
        self._confessing = True
        self.dialogs.interrupt(self, trouble)
        self._confessing = False

    # -- Qt

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close():
            event.ignore()
            return
        self._change_settings(width=self.width(), height=self.height())
        self.guard.shut_down()
        self.background.close()
        if self.desk_area is not None:
            self.desk_area.around.desk.close()
        event.accept()

    # -- inside

    def _enter(self) -> None:
        if self.settings.station and Path(self.settings.station).exists():
            self.open_folder(Path(self.settings.station))
        else:
            self.show_first_start()

    def _show_entrance(self, page: Entrance) -> None:
        page.language_chosen.connect(self.set_language)
        page.retranslate(self.texts)
        self._show(page)
        self.setWindowTitle(self.texts.say("window.title_closed"))

    def _show(self, page: QWidget) -> None:
        before = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if before is not None:
            self._stack.removeWidget(before)
            before.deleteLater()

    def _speak(self) -> None:
        self.dialogs.texts = self.texts
        self._qt_texts.speak(self.texts)

    def _fit(self, width: int, height: int) -> None:
        room = self.screen().availableGeometry()
        self.resize(min(width, room.width()), min(height, room.height()))

    def _may_close(self) -> bool:
        if self.guard.locked:  # the computer is being shut down
            return not self.guard.unsaved
        if self.desk_area is None:
            return True
        if not self.desk_area.screen_shown.leave():
            return False
        return not self.background.busy or self.dialogs.ask(
            self,
            self.texts.say("window.quit.title"),
            self.texts.say("window.quit.busy"),
            self.texts.say("window.quit.do"),
        )

    def _change_settings(self, **changed: str | int) -> None:
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]
        self._remember(self.settings)

    def _on_passphrase_wanted(self) -> None:
        from abhaya.gui.unlock.change_passphrase_dialog import ChangePassphraseDialog

        if self.desk_area is not None:
            ChangePassphraseDialog(self, self.desk_area.around).exec()

    def _on_help(self) -> None:
        from abhaya.gui.shortcut_sheet import ShortcutSheet

        offered = set(self.desk_area.screen_shown.deeds()) if self.desk_area else set()
        ShortcutSheet(self, self.texts, offered).exec()

    def _on_next_language(self) -> None:
        at = LANGUAGES.index(self.texts.language)
        self.set_language(LANGUAGES[(at + 1) % len(LANGUAGES)])


def run_window(
    settings: Settings,
    *,
    clock: Callable[[], datetime],
    remember: Callable[[Settings], object],
    new_folder: Path,
    demo: DemoOffer | None = None,
) -> int:
    """Show the window until it is closed; return the exit code of the program."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false")  # a harmless remark on Noto Sans
    application = QApplication(["abhaya"])
    application.setApplicationName("abhaya")
    application.setQuitOnLastWindowClosed(True)
    apply_theme(application, settings.text_size)
    window = MainWindow(settings, clock=clock, remember=remember, new_folder=new_folder, demo=demo)
    window.show()
    sys.excepthook = lambda _kind, trouble, _trace: window.confess(trouble)
    return application.exec()

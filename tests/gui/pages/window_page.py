"""The window as a person sees it: what is said on it and how one gets about."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from abhaya.gui.desk_area import DeskArea
from abhaya.gui.main_window import MainWindow
from abhaya.gui.screen import Screen
from abhaya.gui.seal_dialog import SealDialog


class WindowPage:
    """Drives a MainWindow whose desk is open."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def area(self) -> DeskArea:
        assert self.window.desk_area is not None
        return self.window.desk_area

    @property
    def desk(self):
        return self.area.around.desk

    @property
    def screen(self) -> Screen:
        return self.area.screen_shown

    def press(self, name: str) -> None:
        """Do what the shortcut of that name does."""
        self.window.perform(name)

    def go(self, place: str) -> Screen:
        """Press a button of the side bar and return the screen it shows."""
        self.area.side.places[place].click()
        return self.screen

    def open_case(self, case_id: str) -> Screen:
        self.area.show_case(case_id)
        return self.screen


def words_on(widget: QWidget) -> str:
    """All words that can be seen on ``widget``, a line each."""
    QApplication.processEvents()  # what was just put into a layout is shown by its next event
    said = []
    for kind in (QLabel, QAbstractButton):
        said += [piece.text().strip() for piece in widget.findChildren(kind) if piece.isVisibleTo(widget)]
    return "\n".join(said)


def type_into(widget: QWidget, text: str) -> None:
    """Type on the keyboard with the focus in ``widget``."""
    widget.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or widget, text)


def press_seal(qtbot, dialog: SealDialog) -> None:
    """Seal as soon as the checks have been looked at."""
    qtbot.waitUntil(dialog.seal_button.isEnabled)
    dialog.seal_button.click()

"""Buttons by the job they do; all of them can be reached with the Tab key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QToolButton, QWidget

from abhaya.gui.icons import ICON_SIDE, icon

_GAP = 6
_TINTS = {"primary": "on_primary", "quiet": "primary", "link": "primary", "danger_link": "danger"}


class Button(QPushButton):
    """A push button that Return presses as well as Space, in dialogs and outside them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_return(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A tool button that Return presses as well as Space."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _pressed_by_return(self, event):
            super().keyPressEvent(event)


def _pressed_by_return(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    pressed.click()
    return True


def button(
    parent: QWidget, kind: str, clicked: Callable[[], object], text: str = "", picture: str = ""
) -> QPushButton:
    """Return a push button; ``kind`` is primary (one per screen), plain, quiet, link or danger_link."""
    made = Button(text, parent)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    if picture:
        made.setIcon(icon(picture, _TINTS.get(kind, "text"), gap=_GAP))
        made.setIconSize(QSize(ICON_SIDE + _GAP, ICON_SIDE))
    made.clicked.connect(lambda: clicked())
    return made


def tool_button(parent: QWidget, picture: str, clicked: Callable[[], object]) -> QToolButton:
    """Return a button that is only an icon; give it an accessible name and a tool tip."""
    made = ToolButton(parent)
    made.setIcon(icon(picture))
    made.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.clicked.connect(lambda: clicked())
    return made

"""Every shortcut of the window in one table.

A screen answers to a shortcut by offering a deed of the same name (``Screen.deeds``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Shortcut:
    """``name`` is the deed and the text key; ``area`` where it works; further keys do the same."""

    name: str
    area: str
    keys: tuple[str, ...]


SHORTCUTS = (
    Shortcut("help", "everywhere", ("F1", "Ctrl+/")),
    Shortcut("lock", "everywhere", ("Ctrl+L",)),
    Shortcut("save", "everywhere", ("Ctrl+S",)),
    Shortcut("back", "everywhere", ("Alt+Left",)),
    Shortcut("next_language", "everywhere", ("Ctrl+Shift+L",)),
    Shortcut("quit", "everywhere", ("Ctrl+Q",)),
    Shortcut("new_case", "case_list", ("Ctrl+N",)),
    Shortcut("find", "case_list", ("Ctrl+F", "F3")),
    Shortcut("open", "case_list", ("Ctrl+O",)),
    Shortcut("refresh", "case_list", ("F5",)),
    Shortcut("fill_form", "case_page", ("Ctrl+Shift+N",)),
    Shortcut("attach", "case_page", ("Ctrl+Shift+A",)),
    Shortcut("edit", "case_page", ("F2",)),
    Shortcut("export", "case_page", ("Ctrl+E",)),
    Shortcut("add_person", "people", ("Ctrl+Shift+P",)),
    Shortcut("next_section", "form", ("Ctrl+PgDown",)),
    Shortcut("previous_section", "form", ("Ctrl+PgUp",)),
    Shortcut("next_problem", "form", ("F8",)),
    Shortcut("no_answer", "form", ("F9",)),
    Shortcut("seal", "form", ("Ctrl+Return",)),
    Shortcut("print", "export", ("Ctrl+P",)),
    Shortcut("save_as", "export", ("Ctrl+Shift+S",)),
    Shortcut("zoom_in", "export", ("Ctrl++", "Ctrl+=")),
    Shortcut("zoom_out", "export", ("Ctrl+-",)),
)


def install_shortcuts(window: QWidget, perform: Callable[[str], object]) -> None:
    """Make ``window`` call ``perform(name)`` for every key of the table."""
    for shortcut in SHORTCUTS:
        action = QAction(window)
        action.setShortcuts([QKeySequence(keys) for keys in shortcut.keys])
        action.triggered.connect(lambda _=False, name=shortcut.name: perform(name))
        window.addAction(action)

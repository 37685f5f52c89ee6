"""Keeps what is typed out of the memory of on-screen keyboards and input methods."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_private(field: QWidget) -> None:
    """Ask the keyboard not to learn from ``field``: names and statements would show up as suggestions."""
    field.setInputMethodHints(field.inputMethodHints() | Qt.InputMethodHint.ImhSensitiveData)

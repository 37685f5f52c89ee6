"""Three buttons, each language called by its own name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from abhaya.gui.widgets.button import ToolButton

LANGUAGE_NAMES = {"en": "English", "hi": "हिन्दी", "ne": "नेपाली"}
"""Each as its speakers write it; the same in every interface language."""


class LanguageBar(QWidget):
    """``chosen`` carries the language (ISO 639-1)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch()
        group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for language, name in LANGUAGE_NAMES.items():
            button = ToolButton(self)
            button.setObjectName("chip")
            button.setText(name)
            button.setAccessibleName(name)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _=False, chosen=language: self.chosen.emit(chosen))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[language] = button

    def show_language(self, language: str) -> None:
        """Mark ``language`` as the one in use."""
        self.buttons[language].setChecked(True)

"""In which language the form is asked, and which one stands beside it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from abhaya.gui.icons import icon
from abhaya.texts import Texts


def language_name(language: str) -> str:
    """Return a form's language without its code: ``हिन्दी (hi)`` → ``हिन्दी``."""
    return re.sub(r"\s*\([\w-]+\)\s*$", "", language) or language


def language_beside(languages: tuple[str, ...], first: str) -> str:
    """English and Hindi stand beside each other; Nepali has Hindi beside it, the language of the station."""
    hindi = next((name for name in languages if name.endswith("(hi)")), "")
    english = next((name for name in languages if name.endswith("(en)")), "")
    return english if first == hindi else hindi


class LanguageMenu(QToolButton):
    """``chosen`` carries the language and the second one ("" for none), as named in the form."""

    chosen = Signal(str, str)

    def __init__(self, languages: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("language_menu")
        self.languages = languages
        self.setIcon(icon("languages"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self.setVisible(len(languages) > 1)

    def show_languages(self, language: str, second: str, texts: Texts) -> None:
        """Show which languages are in use and offer the others."""
        names = " + ".join(language_name(name) for name in (language, second) if name)
        self.setText(f" {names}")  # clear of the picture, as on the buttons beside it
        self.setAccessibleName(f"{texts.say('form_view.language.title')}: {names}")
        self.setToolTip(self.accessibleName())
        menu = self.menu()
        menu.clear()
        menu.addAction(texts.say("form_view.language.first")).setEnabled(False)
        first = [(name, name, second) for name in self.languages]
        self._offer(first, language)
        menu.addSeparator()
        menu.addAction(texts.say("form_view.language.second")).setEnabled(False)
        beside = [(name, language, name) for name in self.languages if name != language]
        self._offer([*beside, ("", language, "")], second, texts.say("form_view.language.none"))

    def _offer(self, choices: list[tuple[str, str, str]], taken: str, none: str = "") -> None:
        group = QActionGroup(self.menu())
        for name, language, second in choices:
            action = self.menu().addAction(language_name(name) if name else none)
            action.setCheckable(True)
            action.setChecked(name == taken)
            action.triggered.connect(lambda _=False, to=(language, second): self.chosen.emit(*to))
            group.addAction(action)

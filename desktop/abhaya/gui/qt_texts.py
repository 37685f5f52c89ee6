"""Hindi and Nepali for the words Qt itself shows: context menus and file boxes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from abhaya.texts import Texts


class QtTexts(QTranslator):
    """Looks a source text of Qt up in translations/qt.yaml, where the English entry is Qt's own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._language = "en"

    def speak(self, texts: Texts) -> None:
        """Make every new box and menu of Qt speak the language of ``texts``."""
        QCoreApplication.removeTranslator(self)
        self._language = texts.language
        if self._language != "en":
            QCoreApplication.installTranslator(self)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str | None:
        # None means "not translated"; "" would be a translation, and Qt would even misread its own JPEG
        entry = _entries().get(source)
        return entry[self._language] if entry else None


@cache
def _entries() -> dict[str, dict[str, str]]:
    text = (files("abhaya_resources") / "translations" / "qt.yaml").read_text(encoding="utf-8")
    tree = yaml.safe_load(text)
    return {entry["en"]: entry for entry in tree.values()}

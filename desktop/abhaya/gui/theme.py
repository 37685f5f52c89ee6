"""The look of the window: bundled fonts, palette and style sheets, at three text sizes."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from abhaya.gui.palette import COLORS

FAMILIES = ("Noto Sans", "Noto Sans Devanagari")

_TEXT_PIXELS = 14
_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface_soft",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.Highlight: "primary",
    QPalette.ColorRole.HighlightedText: "on_primary",
    QPalette.ColorRole.Accent: "primary",
    QPalette.ColorRole.Link: "primary",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
}


def apply_theme(app: QApplication, text_size: int = 100) -> None:
    """Dress the whole program; call again to change ``text_size`` (per cent) while it runs."""
    app.setStyle("Fusion")
    _load_fonts()
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(scaled(_TEXT_PIXELS, text_size))
    app.setFont(font)
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(COLORS[name]))
    app.setPalette(palette)
    app.setStyleSheet(style_sheet(text_size))
    app.setProperty("abhaya_text_size", text_size)


def text_size() -> int:
    """The text size in per cent last given to ``apply_theme``."""
    application = QApplication.instance()
    return int(application.property("abhaya_text_size") or 100) if application else 100


def scaled(pixels: int, size: int) -> int:
    """Return a length that grows with the text, in device-independent pixels."""
    return round(pixels * size / 100)


def style_sheet(size: int) -> str:
    """Join styles/*.qss; ``@name`` is a colour, ``14tx`` a length that grows with the text."""
    folder = files("abhaya_resources") / "styles"
    sheets = sorted((s for s in folder.iterdir() if s.name.endswith(".qss")), key=lambda s: s.name)
    text = "\n".join(s.read_text(encoding="utf-8") for s in sheets)
    text = text.replace("@icons", (files("abhaya_resources") / "icons").as_posix())  # type: ignore[attr-defined]
    text = re.sub(r"@(\w+)", lambda m: COLORS[m[1]], text)
    return re.sub(r"\b(\d+)tx\b", lambda m: f"{scaled(int(m[1]), size)}px", text)


@cache
def _load_fonts() -> None:
    folder = files("abhaya_resources") / "fonts"
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ttf"):
            QFontDatabase.addApplicationFontFromData(QByteArray(file.read_bytes()))

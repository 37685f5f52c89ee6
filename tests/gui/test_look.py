"""The look: fonts, icons and style sheets are all there, and every ink can be read on its ground."""

from __future__ import annotations

import ast

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo

from abhaya.gui.icons import icon, picture
from abhaya.gui.palette import color
from abhaya.gui.theme import FAMILIES, scaled, style_sheet
from support.source_tree import CHECKOUT, sources

_READ_ON = [
    ("text", "ground"),
    ("text", "surface"),
    ("muted", "ground"),
    ("muted", "surface"),
    ("muted", "surface_soft"),
    ("danger", "surface"),
    ("danger", "danger_soft"),
    ("warn", "warn_soft"),
    ("warn", "surface"),
    ("ok", "ok_soft"),
    ("primary", "surface"),
    ("primary", "primary_soft"),
    ("on_primary", "primary"),
    ("side_text", "side"),
    ("side_muted", "side"),
]


def _luminance(name):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    ink = QColor(color(name))
    return 0.2126 * linear(ink.redF()) + 0.7152 * linear(ink.greenF()) + 0.0722 * linear(ink.blueF())


@pytest.mark.parametrize(("ink", "ground"), _READ_ON)
def test_contrast(ink, ground):
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_bundled_fonts_are_the_ones_used(qapp):
    assert set(FAMILIES) <= set(QFontDatabase.families())
    assert QFontInfo(qapp.font()).family() == "Noto Sans"


@pytest.mark.parametrize("size", [100, 125, 150])
def test_style_sheet_leaves_nothing_unfilled(size):
    sheet = style_sheet(size)
    assert "@" not in sheet
    assert "tx" not in sheet.replace("text", "")
    assert f"font-size: {scaled(14, size)}px" in sheet


def test_every_icon_the_code_asks_for_is_there(qapp):
    for name in set(_asked_for()):
        assert not picture(name).isNull(), name


def test_an_icon_takes_any_ink_and_greys_when_disabled(qapp):
    red = icon("lock", "#ff0000").pixmap(20, 20).toImage()
    inks = {
        red.pixelColor(x, y).name()
        for x in range(20)
        for y in range(20)
        if red.pixelColor(x, y).alpha() == 255
    }
    assert inks == {"#ff0000"}
    assert (
        icon("lock").pixmap(20, 20, icon("lock").Mode.Disabled).toImage()
        != icon("lock").pixmap(20, 20).toImage()
    )


def test_icons_come_with_their_licence():
    assert "ISC License" in (CHECKOUT / "resources/abhaya_resources/icons/LICENSE").read_text(
        encoding="utf-8"
    )


_ICON_AT = {"icon": 0, "picture": 0, "tool_button": 1, "EmptyState": 1, "_tool": 0, "_offer": 1, "button": 4}
"""Which argument of a call names an icon; a keyword ``picture`` always does."""


def _asked_for():
    for path, tree in sources().items():
        if "abhaya/gui" in path:
            for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
                name = getattr(call.func, "id", getattr(call.func, "attr", ""))
                at = _ICON_AT.get(name, 99)
                given = [keyword.value for keyword in call.keywords if keyword.arg == "picture"]
                given += call.args[at : at + 1]
                yield from (node.value for node in given if isinstance(node, ast.Constant))

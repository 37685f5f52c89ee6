"""Lucide line icons in any colour of the palette."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from abhaya.gui.palette import color as color_of

ICON_SIDE = 20
"""Side of an icon in device-independent pixels."""


@cache
def icon(name: str, color: str = "text", side: int = ICON_SIDE, gap: int = 0) -> QIcon:
    """Return the icon ``name`` (a file in resources/abhaya_resources/icons); greyed when disabled.

    ``gap`` pixels stay free at its right: Qt sets words close to an icon.
    """
    drawn = QIcon()
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, "line_strong")):
        for ratio in (1.0, 2.0):
            drawn.addPixmap(_draw(name, tint, side, ratio, gap), mode)
    return drawn


@cache
def picture(name: str, color: str = "text", side: int = ICON_SIDE) -> QPixmap:
    """Return the icon as a pixmap for labels and delegates, sharp up to 200 % scaling."""
    return _draw(name, color, side, 2.0)


def _draw(name: str, color: str, side: int, ratio: float, gap: int = 0) -> QPixmap:
    source = (files("abhaya_resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color_of(color)).encode()))
    pixmap = QPixmap(QSize(round((side + gap) * ratio), round(side * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap

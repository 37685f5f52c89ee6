"""Words of a button over several lines: Qt writes them on one and lets it run out of sight."""

from __future__ import annotations

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QAbstractButton

_MARK = 48  # pixels for the mark or icon, the gap behind it and the frame of the focus


def wrap_words(button: QAbstractButton, words: str, width: int) -> None:
    """Show ``words`` on as many lines as it takes where the button is ``width`` pixels wide."""
    button.setMinimumWidth(_MARK + 40)  # else the longest line would say how narrow a page can be
    text = _lines(button, words, max(width - _MARK, 40)).replace("&", "&&")
    if text != button.text():
        button.setText(text)


def _lines(button: QAbstractButton, words: str, room: int) -> str:
    if button.fontMetrics().horizontalAdvance(words) <= room:
        return words
    layout = QTextLayout(words, button.font())
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
    layout.endLayout()
    lines = (layout.lineAt(n) for n in range(layout.lineCount()))
    units = words.encode("utf-16-le")  # a layout counts in UTF-16
    pieces = (units[2 * t.textStart() : 2 * (t.textStart() + t.textLength())] for t in lines)
    return "\n".join(piece.decode("utf-16-le").strip() for piece in pieces)

"""Head and foot of every page, and the mark of a demonstration station."""

from __future__ import annotations

import math
from dataclasses import dataclass

from abhaya.export.layout.page_geometry import CENTIMETRE, PageGeometry
from abhaya.export.typography.set_text import Passage, set_text
from abhaya.export.typography.text_style import StyleSheet, TextStyle

_HEAD = 1.35 * CENTIMETRE
_FOOT = 1.75 * CENTIMETRE
_CORNER = 84.0
"""Points kept free for what stands flush right."""


@dataclass(frozen=True, slots=True)
class MarginTexts:
    """What stands on every page, printable: ``notice`` says that the identity must not be disclosed.

    ``page`` has placeholders ``{n}`` and ``{total}``; ``demonstration`` is empty outside a demonstration.
    """

    language: str
    unit: str
    copy: str
    notice: str
    page: str
    demonstration: str = ""


class Margins:
    """Writes the margins; ``feet`` has the line at the foot for each item of the bundle."""

    def __init__(
        self, texts: MarginTexts, styles: StyleSheet, geometry: PageGeometry, feet: list[str]
    ) -> None:
        self._texts = texts
        self._styles = styles
        self._geometry = geometry
        self._same = self._everywhere()
        below = _FOOT - styles.margin.leading
        self._copy = self._line(texts.copy, styles.margin, self._right, below, flush_right=True)
        self._feet = [self._line(foot, styles.margin, geometry.left, _FOOT) for foot in feet]

    def operators(self, item: int, number: int, total: int) -> str:
        """The margins of page ``number`` of ``total``, which belongs to the item at this place."""
        page = self._texts.page.format(n=number, total=total)
        shown = self._line(page, self._styles.margin_strong, self._right, _FOOT, flush_right=True)
        return self._same + _artifact("Footer", [self._feet[item], shown, self._copy])

    @property
    def _right(self) -> float:
        return self._geometry.width - self._geometry.right

    def _everywhere(self) -> str:
        texts, styles, geometry = self._texts, self._styles, self._geometry
        first = geometry.height - _HEAD
        second = first - styles.margin.leading
        lines = [
            self._line(texts.notice, styles.margin, geometry.left, first),
            self._line(texts.unit, styles.margin, geometry.left, second),
            f"q 0.55 G 0.5 w {geometry.left:.2f} {_FOOT + 4:.2f} m {self._right:.2f} {_FOOT + 4:.2f} l S Q",
        ]
        if not texts.demonstration:
            return _artifact("Header", lines)
        lines.append(
            self._line(texts.demonstration, styles.margin_strong, self._right, second, flush_right=True)
        )
        return _artifact("Header", lines) + _artifact("Watermark", [self._across()])

    def _across(self) -> str:
        """The demonstration mark from corner to corner."""
        style, geometry = self._styles.demonstration, self._geometry
        text = set_text(Passage(self._texts.demonstration, self._texts.language, style), geometry.height)
        length = geometry.height - text.lines[0].slack * style.size / 1000
        slope = math.sqrt(0.5)
        x, y = (side / 2 - slope * length / 2 for side in (geometry.width, geometry.height))
        turn = f"{slope:.4f} {slope:.4f} {-slope:.4f} {slope:.4f} {x:.2f} {y:.2f} cm"
        return f"q {turn} {text.operators(0, style.size / 2)} Q"

    def _line(self, text: str, style: TextStyle, x: float, top: float, *, flush_right: bool = False) -> str:
        width = self._geometry.text_width - _CORNER
        line = set_text(Passage(text, self._texts.language, style), width)
        if flush_right:
            x -= width - line.lines[0].slack * style.size / 1000  # the others wrap before they reach it
        return line.operators(x, top)


def _artifact(kind: str, operators: list[str]) -> str:
    """Content that is not read out: part of the page, not of the document (ISO 32000-1, 14.8.2.2)."""
    return f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC\n" + "\n".join(operators) + "\nEMC\n"

"""Head and foot of every page, and the mark of a demonstration station."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.export.layout.page_geometry import CENTIMETRE, PageGeometry
from abhaya.export.typography.set_text import Passage, set_text
from abhaya.export.typography.text_style import StyleSheet, TextStyle

_HEAD = 1.35 * CENTIMETRE
_FOOT = 1.75 * CENTIMETRE


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
        top = _FOOT
        self._feet = [self._line(foot, styles.margin, geometry.left, top) for foot in feet]

    def operators(self, item: int, number: int, total: int) -> str:
        """The margins of page ``number`` of ``total``, which belongs to the item at this place."""
        page = self._texts.page.format(n=number, total=total)
        shown = self._line(page, self._styles.margin_strong, self._right, _FOOT, flush_right=True)
        return (
            f"{self._same}/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"
            f"{self._feet[item]}\n{shown}\nEMC\n"
        )

    @property
    def _right(self) -> float:
        return self._geometry.width - self._geometry.right

    def _everywhere(self) -> str:
        texts, styles, geometry = self._texts, self._styles, self._geometry
        top = geometry.height - _HEAD
        lines = [
            self._line(texts.unit, styles.margin, geometry.left, top),
            self._line(texts.copy, styles.margin_strong, self._right, top, flush_right=True),
            self._line(texts.notice, styles.margin, geometry.left, top - styles.margin.leading),
            self._line(
                texts.demonstration,
                styles.margin_strong,
                self._right,
                top - styles.margin.leading,
                flush_right=True,
            ),
            f"q 0.55 G 0.5 w {geometry.left:.2f} {_FOOT + 4:.2f} m {self._right:.2f} {_FOOT + 4:.2f} l S Q",
        ]
        head = "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n{}\nEMC\n".format("\n".join(lines))
        return head + (self._demonstration() if texts.demonstration else "")

    def _demonstration(self) -> str:
        style, geometry = self._styles.demonstration, self._geometry
        text = set_text(Passage(self._texts.demonstration, self._texts.language, style), geometry.height)
        length = geometry.height - text.lines[0].slack * style.size / 1000
        slope = 0.7071
        x, y = geometry.width / 2 - slope * length / 2, geometry.height / 2 - slope * length / 2
        return (
            "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC q "
            f"{slope} {slope} -{slope} {slope} {x:.2f} {y:.2f} cm {text.operators(0, style.size / 2)} Q EMC\n"
        )

    def _line(self, text: str, style: TextStyle, x: float, top: float, *, flush_right: bool = False) -> str:
        width = self._geometry.text_width
        line = set_text(Passage(text, self._texts.language, style), width)
        if flush_right:
            x -= width - line.lines[0].slack * style.size / 1000
        return line.operators(x, top)

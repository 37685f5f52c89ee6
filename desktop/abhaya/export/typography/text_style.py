"""How text looks: one scale of sizes for the whole bundle, lengths in points."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from abhaya.export.typography.cluster_font import ClusterFont
from abhaya.export.typography.typefaces import Typefaces

_ASCENT, _DESCENT = 0.90, 0.41
"""Of Noto Sans Devanagari, in ems: headline with matras above, conjuncts below."""

_RUN = 12.2
"""Line distance of particulars: of every size, since they share their lines."""


@dataclass(frozen=True)
class TextStyle:
    """Font, size and line distance in points; ``grey`` 0 is black, 1 white."""

    font: ClusterFont
    size: float
    leading: float
    grey: float = 0.0
    align: Literal["left", "centred", "justified"] = "left"

    @cached_property
    def baseline(self) -> float:
        """How far below the top of its line a baseline lies."""
        return (self.leading - (_ASCENT + _DESCENT) * self.size) / 2 + _ASCENT * self.size


class StyleSheet:
    """Every style of the bundle: narrative 12 pt at one and a half lines, tables single (court practice)."""

    def __init__(self, faces: Typefaces) -> None:
        regular, bold = faces
        self.court = TextStyle(bold, 14, 21, align="centred")
        self.title = TextStyle(bold, 16, 24)
        self.section = TextStyle(bold, 12.5, 19)
        self.row_heading = TextStyle(bold, 11, 16.5)
        self.narrative = TextStyle(regular, 12, 19.8, align="justified")
        self.text = TextStyle(regular, 11, 16.5)
        self.strong = TextStyle(bold, 11, 16.5)
        self.answer = TextStyle(regular, 10.5, 14.8)
        self.label = TextStyle(bold, 10, 14.8)
        self.aside = TextStyle(regular, 8.5, 12, grey=0.32)
        self.non_answer = TextStyle(regular, 10.5, 14.8, grey=0.32)
        self.cell = TextStyle(regular, 9.5, 13.2)
        self.cell_head = TextStyle(bold, 9, 13.2)
        self.run_label = TextStyle(bold, 8, _RUN)
        self.run_answer = TextStyle(regular, 9, _RUN)
        self.run_aside = TextStyle(regular, 7, _RUN, grey=0.32)
        self.run_fingerprint = TextStyle(regular, 7.1, _RUN)
        self.fingerprint = TextStyle(regular, 7.1, 11)  # 64 hex digits in one line of answers
        self.margin = TextStyle(regular, 8, 11)
        self.margin_strong = TextStyle(bold, 8, 11)
        self.demonstration = TextStyle(bold, 64, 70, grey=0.91)

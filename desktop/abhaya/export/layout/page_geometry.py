"""The sheet of paper, in points."""

from __future__ import annotations

from dataclasses import dataclass

CENTIMETRE = 72 / 2.54


@dataclass(frozen=True, slots=True)
class PageGeometry:
    """A4 with the margins most courts ask for: room to bind on the left.

    Left 4 cm, right, top and bottom 2.5 cm: the Delhi e-filing directions and the practice of High Courts.
    """

    width: float = 595.28
    height: float = 841.89
    left: float = 4 * CENTIMETRE
    right: float = 2.5 * CENTIMETRE
    top: float = 2.5 * CENTIMETRE
    bottom: float = 2.5 * CENTIMETRE

    @property
    def text_width(self) -> float:
        """Between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Between the margins."""
        return self.height - self.top - self.bottom

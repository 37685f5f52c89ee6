"""What of a text can be drawn: every character the fonts lack is shown by its code, none is dropped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

UNSEEN = (
    "".join(
        [*map(chr, range(0xFE00, 0xFE10)), *map(chr, range(0x2028, 0x202F)), *map(chr, range(0x2060, 0x2070))]
    )
    + "\u00ad\u200b\u200e\u200f\ufeff"
)
"""Characters that leave no mark on paper (variation selectors, direction marks, break hints)."""

_SPACING = {"\t": " ", "\r": "\n", "\u2028": "\n", "\u2029": "\n"}


class Printer:
    """Turns any text into one that the given characters can show.

    A character outside them becomes ``[U+1F600]``, which can be read, searched and counted.  Refusing the
    export would keep a case from court for a pasted emoji; leaving the character out would change a
    statement.  ``UNSEEN`` characters are left out: they have no shape, and direction marks could make the
    printed order differ from the written one.
    """

    def __init__(self, characters: Iterable[int]) -> None:
        shown = sorted(c for c in set(characters) if c >= 0x20 and chr(c) not in UNSEEN)
        self._other = re.compile(f"[^{''.join(re.escape(chr(c)) for c in shown)}\n]")

    def printable(self, text: str) -> tuple[str, int]:
        """The text in NFC with every other character shown by its code, and how many were."""
        text = unicodedata.normalize("NFC", text)
        if not self._other.search(text):
            return text, 0
        shown: list[str] = []

        def show(match: re.Match[str]) -> str:
            if match[0] in _SPACING:
                return _SPACING[match[0]]
            if match[0] in UNSEEN:
                return ""
            shown.append(match[0])
            return f"[U+{ord(match[0]):04X}]"

        return self._other.sub(show, text.replace("\r\n", "\n")), len(shown)

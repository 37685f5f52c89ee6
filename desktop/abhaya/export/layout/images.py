"""What a page shows besides text: objects whose bytes are read only when the file is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class DrawnObject(NamedTuple):
    """A PDF XObject: ``entries`` of its dictionary without Length, and its encoded bytes in pieces.

    ``length`` in bytes is what the pieces add up to.  ``parts`` are XObjects that a form draws in turn, by
    the name it knows them by.
    """

    entries: bytes
    length: int
    pieces: Iterable[bytes]
    parts: Mapping[str, PageImage] = {}


PageImage = Callable[[], DrawnObject]
"""Reads the object; called once, when its page is written."""


def image_entries(width: int, height: int, colours: str) -> bytes:
    """Dictionary entries of a JPEG image of 8 bits; ``colours`` is ``RGB`` or ``Gray``, sizes in pixels."""
    return (
        b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/Device%s/BitsPerComponent 8"
        b"/Filter/DCTDecode" % (width, height, colours.encode())
    )

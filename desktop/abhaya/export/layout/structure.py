"""The logical structure of a page's content: what a screen reader and a text extractor follow."""

from __future__ import annotations

from typing import NamedTuple

LANGUAGE_TAGS = {"en": "en-IN", "hi": "hi-IN", "ne": "ne-NP"}
"""BCP 47 tags by interface language; the other languages that people speak are tagged as they are."""


class MarkedContent(NamedTuple):
    """A stretch of a page's content: the page within its fragment, and the number of the mark on it."""

    page: int
    mark: int


class LinkMark(NamedTuple):
    """A link of a page: the page within its fragment, and the number of the link on it."""

    page: int
    link: int


class Element:
    """A structure element: ``tag`` of ISO 32000-1 14.8.4, its kids in reading order, and its attributes.

    ``language`` (ISO 639-1) only where it differs from the parent's; ``scope`` of a TH is ``Row`` or
    ``Column``; ``alternative`` describes a Figure and ``box`` is where it stands, in points;
    ``number`` is the object it becomes in the file.
    """

    __slots__ = ("alternative", "box", "kids", "language", "number", "scope", "tag")

    def __init__(
        self,
        tag: str,
        parent: Element | None = None,
        *,
        language: str = "",
        scope: str = "",
        alternative: str = "",
    ) -> None:
        self.tag = tag
        self.kids: list[Element | MarkedContent | LinkMark] = []
        self.language = language
        self.scope = scope
        self.alternative = alternative
        self.box: tuple[float, float, float, float] | None = None
        self.number = 0
        if parent is not None:
            parent.kids.append(self)

"""The content stream of one page while it is written, with its marks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from abhaya.export.layout.images import PageImage
from abhaya.export.layout.structure import Element, LinkMark, MarkedContent

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page."""


@dataclass(slots=True)
class PageLink:
    """A place on the page that leads to the first page of a bundle item, the number of that item."""

    box: Box
    item: int
    title: str
    element: Element


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A line of the outline: ``top`` in points on its page, ``level`` from 1.

    Bookmarks name forms, sections and codes; never a person.
    """

    title: str
    level: int
    top: float


@dataclass(slots=True)
class PageCanvas:
    """A page of a fragment; ``marked[n]`` is the element that owns mark ``n``."""

    number: int
    bookmarks: list[Bookmark] = field(default_factory=list)
    marked: list[Element] = field(default_factory=list)
    links: list[PageLink] = field(default_factory=list)
    images: list[PageImage] = field(default_factory=list)
    _operators: list[str] = field(default_factory=list)

    def draw(self, operators: str) -> None:
        """Add content that stands inside a mark or an artifact already open."""
        self._operators.append(operators)

    def show(self, tag: str, element: Element, operators: str) -> None:
        """Add content that belongs to a structure element."""
        mark = len(self.marked)
        self.marked.append(element)
        element.kids.append(MarkedContent(self.number, mark))
        self._operators.append(f"/{tag} <</MCID {mark}>> BDC {operators} EMC")

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """Content that means nothing: rules, and heads repeated on the next page (``kind`` Pagination)."""
        self._operators.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
        yield
        self._operators.append("EMC")

    def link(self, box: Box, item: int, title: str, element: Element) -> None:
        """Make a place of the page lead to an item; ``title`` is read out for it."""
        element.kids.append(LinkMark(self.number, len(self.links)))
        self.links.append(PageLink(box, item, title, element))

    def place(self, image: PageImage) -> str:
        """Bring an image onto the page; the name to draw it by."""
        self.images.append(image)
        return f"X{len(self.images) - 1}"

    def content(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self._operators).encode("ascii")

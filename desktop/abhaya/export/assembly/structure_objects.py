"""Writes the structure elements of a fragment."""

from __future__ import annotations

from abhaya.export.assembly.object_writer import ObjectWriter
from abhaya.export.assembly.pdf_values import box, text_string
from abhaya.export.layout.structure import LANGUAGE_TAGS, Element, LinkMark, MarkedContent


class StructureWriter:
    """Elements of one fragment; ``pages`` and ``links`` (by page) are the numbers of their objects."""

    def __init__(self, writer: ObjectWriter, pages: list[int], links: list[list[int]]) -> None:
        self._writer = writer
        self._pages = pages
        self._links = links

    def write(self, element: Element, parent: int) -> int:
        """Write an element with all below it; its number."""
        number = element.number = self._writer.reserve()
        page = next((kid.page for kid in element.kids if isinstance(kid, MarkedContent)), None)
        kids = b" ".join([self._kid(kid, number, page) for kid in element.kids])
        place = b"" if page is None else b"/Pg %d 0 R" % self._pages[page]
        body = b"<</S/%s/P %d 0 R%s%s/K[%s]>>" % (
            *(element.tag.encode(), parent, place, _attributes(element), kids),
        )
        self._writer.write(number, body)
        return number

    def _kid(self, kid: Element | MarkedContent | LinkMark, parent: int, page: int | None) -> bytes:
        if isinstance(kid, Element):
            return b"%d 0 R" % self.write(kid, parent)
        if isinstance(kid, LinkMark):
            return b"<</Type/OBJR/Obj %d 0 R>>" % self._links[kid.page][kid.link]
        if kid.page == page:
            return b"%d" % kid.mark
        return b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._pages[kid.page], kid.mark)


def _attributes(element: Element) -> bytes:
    attributes = b""
    if element.language:
        attributes += b"/Lang(%s)" % LANGUAGE_TAGS.get(element.language, element.language).encode()
    if element.scope:
        attributes += b"/A<</O/Table/Scope/%s>>" % element.scope.encode()
    if element.alternative:
        attributes += b"/Alt" + text_string(element.alternative)
    if element.box:
        attributes += b"/A<</O/Layout/Placement/Block/BBox%s>>" % box(element.box)
    return attributes

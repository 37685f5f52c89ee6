"""Writes the trees over all pages: the page tree and the outline."""

from __future__ import annotations

from dataclasses import dataclass, field

from abhaya.export.assembly.object_writer import ObjectWriter
from abhaya.export.assembly.pdf_values import references, text_string

_KIDS = 64


def reserve_page_tree(writer: ObjectWriter, pages: int) -> tuple[int, list[int]]:
    """Numbers of the root and of the node above each page, the nodes still to be written."""
    nodes = writer.reserve(-(-pages // _KIDS) + 1)
    return nodes, [nodes + 1 + page // _KIDS for page in range(pages)]


def write_page_tree(writer: ObjectWriter, root: int, pages: list[int]) -> None:
    """Write a root over nodes of 64 pages each, under the numbers reserved."""
    groups = [pages[start : start + _KIDS] for start in range(0, len(pages), _KIDS)]
    nodes = range(root + 1, root + 1 + len(groups))
    writer.write(root, b"<</Type/Pages/Count %d/Kids%s>>" % (len(pages), references(nodes)))
    for node, group in zip(nodes, groups, strict=True):
        writer.write(
            node, b"<</Type/Pages/Parent %d 0 R/Count %d/Kids%s>>" % (root, len(group), references(group))
        )


@dataclass(slots=True)
class OutlineEntry:
    """A bookmark with the bookmarks below it; ``page`` is the number of the page's object."""

    title: str
    level: int
    page: int
    top: float
    below: list[OutlineEntry] = field(default_factory=list)


def nest(entries: list[OutlineEntry]) -> list[OutlineEntry]:
    """Put each entry below the nearest one before it of a lower level; the top ones are returned."""
    top: list[OutlineEntry] = []
    open_entries: list[OutlineEntry] = []
    for entry in entries:
        while open_entries and open_entries[-1].level >= entry.level:
            open_entries.pop()
        (open_entries[-1].below if open_entries else top).append(entry)
        open_entries.append(entry)
    return top


def write_outline(writer: ObjectWriter, top: list[OutlineEntry]) -> int:
    """Write the outline, the lower levels folded; its number."""
    root = writer.reserve()
    first = _write_level(writer, top, root)
    last = first + len(top) - 1
    writer.write(root, b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (first, last, len(top)))
    return root


def _write_level(writer: ObjectWriter, entries: list[OutlineEntry], parent: int) -> int:
    first = writer.reserve(len(entries))
    for place, entry in enumerate(entries):
        number = first + place
        links = b"/Prev %d 0 R" % (number - 1) if place else b""
        if place < len(entries) - 1:
            links += b"/Next %d 0 R" % (number + 1)
        if entry.below:
            below = _write_level(writer, entry.below, number)
            count = len(entry.below)
            links += b"/First %d 0 R/Last %d 0 R/Count -%d" % (below, below + count - 1, count)
        destination = b"/Dest[%d 0 R/XYZ 0 %.1f 0]" % (entry.page, entry.top)
        body = b"<</Title %s/Parent %d 0 R%s%s>>" % (text_string(entry.title), parent, destination, links)
        writer.write(number, body)
    return first

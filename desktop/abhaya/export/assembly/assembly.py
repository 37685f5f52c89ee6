"""Joins fragments into one tagged PDF/A-3u file, each fragment written when it is added."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from abhaya.export.assembly.embedded_files import EmbeddedFile, write_embedded_file
from abhaya.export.assembly.font_objects import write_font
from abhaya.export.assembly.metadata import PRODUCER, Metadata, srgb_profile
from abhaya.export.assembly.object_writer import ObjectWriter
from abhaya.export.assembly.page_tree import (
    OutlineEntry,
    nest,
    reserve_page_tree,
    write_outline,
    write_page_tree,
)
from abhaya.export.assembly.pdf_values import box, date_string, references, text_string
from abhaya.export.assembly.structure_objects import StructureWriter
from abhaya.export.digests import page_digest
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.images import PageImage
from abhaya.export.layout.page_canvas import Bookmark, PageLink
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.typography.typefaces import Typefaces


@dataclass(slots=True)
class AssembledPage:
    """A page whose content is written and whose page object is not."""

    number: int
    content: int
    content_sha256: bytes
    tags: int
    images: dict[str, int]
    drawn: list[bytes]
    links: list[tuple[int, PageLink]]
    bookmarks: list[Bookmark]
    digest: str = ""


class Assembly:
    """A bundle being written.

    Fragments are added in any order; ``place`` says in which order their pages stand and gives each page its
    margins, since only then the number of pages is known.  ``font_sha256`` has the fonts' digests by name.
    """

    def __init__(self, out: BinaryIO, faces: Typefaces, geometry: PageGeometry) -> None:
        self._writer = ObjectWriter(out)
        self._geometry = geometry
        self._document = self._writer.reserve()
        fonts = {font.resource: write_font(self._writer, font) for font in faces}
        self.font_sha256 = {name: digest for name, (_, digest) in fonts.items()}
        entries = b"".join([b"/%s %d 0 R" % (name.encode(), number) for name, (number, _) in fonts.items()])
        self._fonts = self._writer.add(b"<<%s>>" % entries)
        self._parents: list[bytes] = []
        self._sections: dict[int, int] = {}

    def add(self, fragment: Fragment) -> list[AssembledPage]:
        """Write a fragment's contents, images and structure."""
        numbers = [self._writer.reserve() for _ in fragment.pages]
        links = [[self._writer.reserve() for _ in page.links] for page in fragment.pages]
        root = StructureWriter(self._writer, numbers, links).write(fragment.root, self._document)
        pages = []
        for number, page, page_links in zip(numbers, fragment.pages, links, strict=True):
            content = page.content()
            drawn: list[bytes] = []
            images = {f"X{n}": self._write_image(image, drawn) for n, image in enumerate(page.images)}
            owners = self._writer.add(references([element.number for element in page.marked]))
            self._parents.append(b"%d 0 R" % owners)
            pages.append(
                AssembledPage(
                    number=number,
                    content=self._writer.add_stream(content),
                    content_sha256=hashlib.sha256(content).digest(),
                    tags=len(self._parents) - 1,
                    images=images,
                    drawn=drawn,
                    links=list(zip(page_links, page.links, strict=True)),
                    bookmarks=page.bookmarks,
                )
            )
        self._sections[numbers[0]] = root
        return pages

    def place(
        self, items: list[list[AssembledPage]], margins: Callable[[int, int, int], str]
    ) -> list[list[str]]:
        """Write the pages of all items in order; the digest of every page of every item.

        ``margins`` gives the operators that write head and foot, from the item's place, the page's number
        and the number of pages.
        """
        total = sum(map(len, items))
        self._pages, nodes = reserve_page_tree(self._writer, total)
        targets = [pages[0].number for pages in items]
        number = 0
        for item, pages in enumerate(items):
            for page in pages:
                margin = margins(item, number + 1, total).encode("ascii")
                page.digest = page_digest([hashlib.sha256(margin).digest(), page.content_sha256, *page.drawn])
                self._write_page(page, nodes[number], self._writer.add_stream(margin), targets)
                number += 1
        self._placed = items
        return [[page.digest for page in pages] for pages in items]

    def finish(self, metadata: Metadata, files: list[EmbeddedFile]) -> str:
        """Write what the file says about itself and the files it carries; the SHA-256 of the whole file."""
        writer = self._writer
        everything = [page for pages in self._placed for page in pages]
        write_page_tree(writer, self._pages, [page.number for page in everything])
        outline = write_outline(writer, nest([entry for page in everything for entry in _bookmarks(page)]))
        structure = self._write_structure_root()
        profile = writer.add_stream(srgb_profile(), b"/N 3")
        xmp = writer.add_stream(metadata.xmp(), b"/Type/Metadata/Subtype/XML", compressed=False)
        date, title = date_string(metadata.date), text_string(metadata.title)
        info = writer.add(
            b"<</Title %s/Author %s/Creator(%s)/Producer(%s)/CreationDate%s/ModDate%s>>"
            % (title, text_string(metadata.author), PRODUCER.encode(), PRODUCER.encode(), date, date)
        )
        specifications = [(file.name, write_embedded_file(writer, file, date)) for file in files]
        names = b" ".join([text_string(name) + b"%d 0 R" % n for name, n in sorted(specifications)])
        root = writer.add(
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang(%s)"
            b"/MarkInfo<</Marked true>>/StructTreeRoot %d 0 R/Metadata %d 0 R"
            b"/ViewerPreferences<</DisplayDocTitle true>>"
            b"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
            b"/Info(sRGB IEC61966-2.1)/DestOutputProfile %d 0 R>>]"
            b"/AF%s/Names<</EmbeddedFiles<</Names[%s]>>>>>>"
            % (
                *(self._pages, outline, metadata.language.encode(), structure, xmp, profile),
                *(references([n for _, n in specifications]), names),
            )
        )
        return writer.close(root, info)

    def _write_image(self, image: PageImage, drawn: list[bytes]) -> int:
        """Write an XObject after those it draws, noting the hash of each; its number."""
        read = image()
        parts = [(name, self._write_image(part, drawn)) for name, part in sorted(read.parts.items())]
        resources = _xobjects(parts)
        number, digest = self._writer.reserve(), hashlib.sha256()

        def noted() -> Iterator[bytes]:
            for piece in read.pieces:
                digest.update(piece)
                yield piece

        entries = read.entries + (b"/Resources<<%s>>" % resources if parts else b"")
        self._writer.copy_stream(number, entries, read.length, noted())
        drawn.append(digest.digest())
        return number

    def _write_page(self, page: AssembledPage, node: int, margin: int, targets: list[int]) -> None:
        writer = self._writer
        for number, link in page.links:
            self._parents.append(b"%d 0 R" % link.element.number)
            writer.write(
                number,
                b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect%s/Dest[%d 0 R/XYZ 0 %.1f 0]"
                b"/Contents%s/StructParent %d/P %d 0 R>>"
                % (
                    *(box(link.box), targets[link.item], self._geometry.height),
                    *(text_string(link.title), len(self._parents) - 1, page.number),
                ),
            )
        annotations = b"/Annots" + references([number for number, _ in page.links]) if page.links else b""
        sheet = box((0, 0, self._geometry.width, self._geometry.height))
        writer.write(
            page.number,
            b"<</Type/Page/Parent %d 0 R/MediaBox%s/Resources<</Font %d 0 R%s>>/Contents[%d 0 R %d 0 R]"
            b"/StructParents %d/Tabs/S%s>>"
            % (
                *(node, sheet, self._fonts, _xobjects(list(page.images.items()))),
                *(margin, page.content, page.tags, annotations),
            ),
        )

    def _write_structure_root(self) -> int:
        writer = self._writer
        root = writer.reserve()
        sections = [self._sections[pages[0].number] for pages in self._placed]
        writer.write(self._document, b"<</S/Document/P %d 0 R/K%s>>" % (root, references(sections)))
        numbers = b" ".join([b"%d %s" % pair for pair in enumerate(self._parents)])
        tree = writer.add(b"<</Nums[%s]>>" % numbers)
        writer.write(
            root,
            b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>"
            % (self._document, tree, len(self._parents)),
        )
        return root


def _bookmarks(page: AssembledPage) -> list[OutlineEntry]:
    return [OutlineEntry(mark.title, mark.level, page.number, mark.top) for mark in page.bookmarks]


def _xobjects(numbers: list[tuple[str, int]]) -> bytes:
    if not numbers:
        return b""
    return b"/XObject<<%s>>" % b"".join([b"/%s %d 0 R" % (name.encode(), number) for name, number in numbers])

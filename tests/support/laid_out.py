"""Blocks set on pages, to look at what stands where."""

from __future__ import annotations

import io
import re

import pikepdf

from abhaya.export.assembly.assembly import Assembly
from abhaya.export.assembly.metadata import Metadata
from abhaya.export.blocks import Block
from abhaya.export.layout.fragment import Fragment
from abhaya.export.layout.page_geometry import PageGeometry
from abhaya.export.layout.structure import Element, MarkedContent
from abhaya.export.typesetter import Typesetter
from support.printed_case import MOMENT

GEOMETRY = PageGeometry()


def lay_out(blocks: list[Block], language: str = "en") -> tuple[Fragment, Typesetter]:
    """Return the pages of the blocks, and the typesetter that knows their fonts."""
    typesetter = Typesetter()
    typesetter.learn(blocks, language)
    typesetter.faces.number()
    return typesetter.lay_out(blocks, language, GEOMETRY), typesetter


def lines_on(fragment: Fragment, typesetter: Typesetter) -> list[list[str]]:
    """Return the lines of text on every page, artifacts included, decoded from the codes that are shown."""
    texts = {face.resource: [cluster.text for cluster in face.clusters] for face in typesetter.faces}
    pages = []
    for page in fragment.pages:
        lines = []
        for resource, body in re.findall(r"BT .*?/([RB]) (.*?) ET", page.content().decode(), re.S):
            for line in body.split("T*"):
                codes = "".join(re.findall(r"<([0-9A-F]+)>", line))
                decoded = (texts[resource][int(codes[at : at + 4], 16) - 1] for at in range(0, len(codes), 4))
                lines.append("".join(decoded).strip())
        pages.append(lines)
    return pages


def elements(root: Element) -> list[Element]:
    """Return a structure element and all below it, in reading order."""
    return [root, *(found for kid in root.kids if isinstance(kid, Element) for found in elements(kid))]


def marks(element: Element) -> list[MarkedContent]:
    """Return the marked content that belongs to an element itself."""
    return [kid for kid in element.kids if isinstance(kid, MarkedContent)]


def as_pdf(fragment: Fragment, typesetter: Typesetter) -> pikepdf.Pdf:
    """Return the fragment as an open PDF without margins."""
    out = io.BytesIO()
    assembly = Assembly(out, typesetter.faces, GEOMETRY)
    assembly.place([assembly.add(fragment)], lambda item, number, total: "")
    assembly.finish(Metadata("Trial", "Trial", "en-IN", MOMENT), [])
    return pikepdf.open(out)

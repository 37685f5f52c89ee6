"""What a bundle's file holds: pages, fonts and originals with their fingerprints."""

from __future__ import annotations

import hashlib
import re
from typing import Any

import pikepdf

from abhaya.export.assembly.object_writer import SEAL
from abhaya.export.bundle_comparison import FoundFile, FoundPage
from abhaya.export.digests import font_digest, page_digest
from abhaya.export.manifest import MANIFEST_NAME, Manifest

_END = re.compile(re.escape(SEAL) + rb"([0-9a-f]{64})\nstartxref\n\d+\n%%EOF\n")
_UNREADABLE = "unreadable"


def is_sealed(data: bytes) -> bool:
    """True if the seal at the end holds and nothing but the index position and the end mark follows it."""
    at = data.rfind(SEAL)
    end = _END.fullmatch(data, at) if at >= 0 else None
    return end is not None and hashlib.sha256(data[:at]).hexdigest() == end[1].decode()


def read_file(pdf: pikepdf.Pdf) -> FoundFile:
    """Take the fingerprints of everything; what cannot be decoded gets one that nothing has."""
    return FoundFile(
        manifest=_manifest(pdf),
        pages=[_page(page.obj) for page in pdf.pages],
        fonts=_fonts(pdf),
        originals={name: _original(file) for name, file in pdf.attachments.items()},
    )


def _manifest(pdf: pikepdf.Pdf) -> Manifest | None:
    try:
        return Manifest.from_json(pdf.attachments[MANIFEST_NAME].get_file().read_bytes())
    except (KeyError, ValueError, pikepdf.PdfError):
        return None


def _page(page: Any) -> FoundPage:
    try:
        contents = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
        parts = [hashlib.sha256(stream.read_bytes()).digest() for stream in contents]
        drawn = _drawn(page.get("/Resources", {}))
        notes = [note for note in page.get("/Annots", []) if note.get("/Subtype") != "/Link"]
    except (AttributeError, pikepdf.PdfError):
        return FoundPage(_UNREADABLE)
    laid_over = [hashlib.sha256(note.unparse(resolved=True)).digest() for note in notes]
    return FoundPage(page_digest([*parts, *drawn, *laid_over]), tuple(part.hex() for part in drawn))


def _drawn(resources: Any) -> list[bytes]:
    """Hashes of the XObjects in the order of their names, each after those it draws."""
    hashes: list[bytes] = []
    for _, drawn in sorted(resources.get("/XObject", {}).items()):
        hashes += _drawn(drawn.get("/Resources", {}))
        hashes.append(hashlib.sha256(drawn.read_raw_bytes()).digest())
    return hashes


def _fonts(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Digests of the fonts by resource name; of pages that differ in their fonts, of none."""
    known: dict[tuple[int, int], dict[str, str]] = {}
    for page in pdf.pages:
        fonts: Any = page.resources.get("/Font", pikepdf.Dictionary())
        if fonts.objgen not in known or not fonts.is_indirect:
            known[fonts.objgen] = {name.removeprefix("/"): _font(font) for name, font in fonts.items()}
    first, *others = known.values()
    return first if all(other == first for other in others) else {}


def _font(font: Any) -> str:
    try:
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        return font_digest(program, font.ToUnicode.read_bytes())
    except (AttributeError, IndexError, pikepdf.PdfError):
        return _UNREADABLE


def _original(file: pikepdf.AttachedFileSpec) -> str:
    try:
        return hashlib.sha256(file.get_file().read_bytes()).hexdigest()
    except (KeyError, pikepdf.PdfError):
        return _UNREADABLE

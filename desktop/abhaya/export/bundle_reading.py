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

DAMAGE = (pikepdf.PikepdfError, AttributeError, LookupError, TypeError, ValueError, RuntimeError)
"""What reading raises where a file has something other than it should; endless nesting is a RuntimeError."""


def is_sealed(data: bytes) -> bool:
    """True if the seal at the end holds and nothing but the index position and the end mark follows it."""
    at = data.rfind(SEAL)
    end = _END.fullmatch(data, at) if at >= 0 else None
    return end is not None and hashlib.sha256(data[:at]).hexdigest() == end[1].decode()


def read_file(pdf: pikepdf.Pdf) -> FoundFile:
    """Take the fingerprints of everything; what cannot be decoded gets one that nothing has."""
    fonts: dict[tuple[int, int], str] = {}
    return FoundFile(
        manifest=_manifest(pdf),
        pages=[_page(page.obj, fonts) for page in pdf.pages],
        originals={name: _original(file) for name, file in pdf.attachments.items()},
    )


def _manifest(pdf: pikepdf.Pdf) -> Manifest | None:
    try:
        return Manifest.from_json(pdf.attachments[MANIFEST_NAME].get_file().read_bytes())
    except DAMAGE:
        return None


def _page(page: Any, known: dict[tuple[int, int], str]) -> FoundPage:
    """Measure a page; ``known`` has the digests of fonts already seen, by object."""
    try:
        contents = page.Contents if isinstance(page.Contents, pikepdf.Array) else [page.Contents]
        parts = [hashlib.sha256(stream.read_bytes()).digest() for stream in contents]
        resources = page.get("/Resources", {})
        drawn = _drawn(resources)
        notes = [note for note in page.get("/Annots", []) if note.get("/Subtype") != "/Link"]
        fonts = {
            name.removeprefix("/"): known.get(font.objgen) or known.setdefault(font.objgen, _font(font))
            for name, font in resources.get("/Font", {}).items()
        }
        laid_over = [hashlib.sha256(note.unparse(resolved=True)).digest() for note in notes]
    except DAMAGE:
        return FoundPage(_UNREADABLE)
    return FoundPage(page_digest([*parts, *drawn, *laid_over]), tuple(part.hex() for part in drawn), fonts)


def _drawn(resources: Any) -> list[bytes]:
    """Hashes of the XObjects in the order of their names, each after those it draws."""
    hashes: list[bytes] = []
    for _, drawn in sorted(resources.get("/XObject", {}).items()):
        hashes += _drawn(drawn.get("/Resources", {}))
        hashes.append(hashlib.sha256(drawn.read_raw_bytes()).digest())
    return hashes


def _font(font: Any) -> str:
    try:
        program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
        return font_digest(program, font.ToUnicode.read_bytes())
    except DAMAGE:
        return _UNREADABLE


def _original(file: pikepdf.AttachedFileSpec) -> str:
    try:
        return hashlib.sha256(file.get_file().read_bytes()).hexdigest()
    except DAMAGE:
        return _UNREADABLE

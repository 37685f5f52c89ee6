"""Writes the TrueType program of a cluster font: one composite glyph for each cluster, then the parts."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from typing import NamedTuple

from abhaya.export.typography.source_font import (
    MORE_COMPONENTS,
    Cluster,
    PlacedGlyph,
    SourceFont,
    component_offsets,
)

_WORDS_ARE_OFFSETS = 0x0003
Box = tuple[int, int, int, int]


class FontProgram(NamedTuple):
    """The font file and what its descriptor must say; lengths in font units."""

    data: bytes
    box: Box
    ascent: int
    descent: int


class _Glyph(NamedTuple):
    outline: bytes
    advance: int

    @property
    def box(self) -> Box:
        box: Box = struct.unpack(">hhhh", self.outline[2:10])
        return box


class _Parts:
    """Glyphs of the sources that the clusters are made of, numbered behind the clusters."""

    def __init__(self, sources: tuple[SourceFont, ...], first: int) -> None:
        self._sources = sources
        self._first = first
        self._numbers: dict[tuple[int, int], int] = {}

    def number(self, source: int, glyph: int) -> int:
        """Glyph id in the new font; also brings in what a composite part refers to."""
        key = source, glyph
        if key not in self._numbers:
            self._numbers[key] = self._first + len(self._numbers)
            outline = self._sources[source].outline(glyph)
            for at in component_offsets(outline):
                self.number(source, struct.unpack(">H", outline[at + 2 : at + 4])[0])
        return self._numbers[key]

    def glyphs(self) -> Iterable[_Glyph]:
        for source, glyph in self._numbers:
            outline = bytearray(self._sources[source].outline(glyph))
            for at in component_offsets(bytes(outline)):
                inner = struct.unpack(">H", outline[at + 2 : at + 4])[0]
                outline[at + 2 : at + 4] = struct.pack(">H", self._numbers[source, inner])
            yield _Glyph(bytes(outline), self._sources[source].advance(glyph))


def build_truetype(clusters: tuple[Cluster, ...], sources: tuple[SourceFont, ...]) -> FontProgram:
    """The font whose glyph ``n`` draws ``clusters[n - 1]``; glyph 0 is the first source's .notdef."""
    parts = _Parts(sources, len(clusters) + 1)
    glyphs = [_Glyph(sources[0].outline(0), sources[0].advance(0))]
    glyphs += [_composite(cluster, sources[cluster.source], parts) for cluster in clusters]
    glyphs += parts.glyphs()
    boxes = [glyph.box for glyph in glyphs if glyph.outline]
    box = (
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    ascent = max(source.ascent for source in sources)
    descent = min(source.descent for source in sources)
    most_parts = max((len(cluster.glyphs) for cluster in clusters), default=1)
    tables = {
        b"glyf": b"".join(_padded(glyph.outline) for glyph in glyphs),
        b"head": _head(box, sources[0].units_per_em),
        b"hhea": _hhea(glyphs, box, ascent, descent),
        b"hmtx": b"".join(
            struct.pack(">Hh", glyph.advance, glyph.box[0] if glyph.outline else 0) for glyph in glyphs
        ),
        b"loca": _loca(glyphs),
        b"maxp": _maxp(len(glyphs), most_parts, sources),
    }
    return FontProgram(_font_file(tables), box, ascent, descent)


def _composite(cluster: Cluster, source: SourceFont, parts: _Parts) -> _Glyph:
    drawn = [(placed, outline) for placed in cluster.glyphs if (outline := source.outline(placed.glyph))]
    if not drawn:
        return _Glyph(b"", cluster.advance)
    boxes = [_moved(struct.unpack(">hhhh", outline[2:10]), placed) for placed, outline in drawn]
    record = struct.pack(
        ">hhhhh",
        -1,
        min(b[0] for b in boxes),
        min(b[1] for b in boxes),
        max(b[2] for b in boxes),
        max(b[3] for b in boxes),
    )
    for left, (placed, _) in zip(range(len(drawn) - 1, -1, -1), drawn, strict=True):
        flags = _WORDS_ARE_OFFSETS | (MORE_COMPONENTS if left else 0)
        number = parts.number(cluster.source, placed.glyph)
        record += struct.pack(">HHhh", flags, number, placed.x, placed.y)
    return _Glyph(record, cluster.advance)


def _moved(box: Box, placed: PlacedGlyph) -> Box:
    return box[0] + placed.x, box[1] + placed.y, box[2] + placed.x, box[3] + placed.y


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _loca(glyphs: list[_Glyph]) -> bytes:
    offsets = [0]
    for glyph in glyphs:
        offsets.append(offsets[-1] + len(glyph.outline) + -len(glyph.outline) % 4)
    return struct.pack(f">{len(offsets)}I", *offsets)


def _head(box: Box, units_per_em: int) -> bytes:
    flags, smallest_size, long_offsets = 0x000B, 8, 1
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        *(0x00010000, 0x00010000, 0, 0x5F0F3CF5, flags, units_per_em, 0, 0, *box),
        *(0, smallest_size, 2, long_offsets, 0),
    )


def _hhea(glyphs: list[_Glyph], box: Box, ascent: int, descent: int) -> bytes:
    widest = max(glyph.advance for glyph in glyphs)
    right = min(glyph.advance - glyph.box[2] for glyph in glyphs if glyph.outline)
    return struct.pack(
        ">IhhhHhhhhhhhhhhhH",
        *(0x00010000, ascent, descent, 0, widest, box[0], right, box[2]),
        *(1, 0, 0, 0, 0, 0, 0, 0, len(glyphs)),
    )


def _maxp(count: int, most_parts: int, sources: tuple[SourceFont, ...]) -> bytes:
    points = max(source.largest_glyph[0] for source in sources)
    contours = max(source.largest_glyph[1] for source in sources)
    whole = [min(0xFFFF, most_parts * n) for n in (points, contours)]
    depth = 4  # a cluster of a composite of simple glyphs, with room
    limits = count, points, contours, *whole, 2, 0, 0, 0, 0, 0, 0, most_parts, depth
    return struct.pack(">IHHHHHHHHHHHHHH", 0x00010000, *limits)


def _font_file(tables: dict[bytes, bytes]) -> bytes:
    power = len(tables).bit_length() - 1
    directory = struct.pack(
        ">IHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power))
    )
    body = b""
    head_at = 0
    for tag in sorted(tables):
        at = 12 + 16 * len(tables) + len(body)
        head_at = at if tag == b"head" else head_at
        directory += struct.pack(">4sIII", tag, _sum(tables[tag]), at, len(tables[tag]))
        body += _padded(tables[tag])
    font = bytearray(directory + body)
    font[head_at + 8 : head_at + 12] = struct.pack(">I", (0xB1B0AFBA - _sum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _sum(data: bytes) -> int:
    padded = _padded(data)
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF

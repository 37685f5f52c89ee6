"""A TrueType font on disk: HarfBuzz shapes with it, and its outlines are copied into the embedded font."""

from __future__ import annotations

import struct
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

import uharfbuzz

HAS_INSTRUCTIONS = 0x0100
MORE_COMPONENTS = 0x0020
_WORD_OFFSETS, _ONE_SCALE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0040, 0x0080


class PlacedGlyph(NamedTuple):
    """A glyph of the source font and where it stands in its cluster, in font units."""

    glyph: int
    x: int
    y: int


class Cluster(NamedTuple):
    """A syllable as HarfBuzz drew it: the characters it stands for, its glyphs and its advance in font units.

    Clusters sort by source and text, so their order does not depend on what was shaped first.
    """

    source: int
    text: str
    glyphs: tuple[PlacedGlyph, ...]
    advance: int


class SourceFont:
    """A font with ``glyf`` outlines; ``script`` is its ISO 15924 tag, ``number`` its place among others."""

    def __init__(self, data: bytes, script: str, number: int) -> None:
        self.number = number
        self._script = script
        self._face = uharfbuzz.Face(data)
        self._font = uharfbuzz.Font(self._face)
        self.characters = frozenset(self._face.unicodes)
        self.units_per_em = self._face.upem
        hhea, maxp = self._table("hhea"), self._table("maxp")
        self.ascent, self.descent = struct.unpack(">hh", hhea[4:8])
        self.largest_glyph: tuple[int, int] = struct.unpack(">HH", maxp[6:10])  # points, contours
        count, long_metrics = self._face.glyph_count, struct.unpack(">H", hhea[34:36])[0]
        self._glyf = self._table("glyf")
        long_offsets = struct.unpack(">h", self._table("head")[50:52])[0]
        loca = self._table("loca")
        self._offsets = (
            struct.unpack(f">{count + 1}I", loca)
            if long_offsets
            else [2 * half for half in struct.unpack(f">{count + 1}H", loca)]
        )
        advances = struct.unpack(f">{2 * long_metrics}H", self._table("hmtx")[: 4 * long_metrics])[::2]
        self._advances: tuple[int, ...] = advances + advances[-1:] * (count - long_metrics)

    def _table(self, tag: str) -> bytes:
        return bytes(self._face.reference_table(tag).data)

    def advance(self, glyph: int) -> int:
        """Width of a glyph in font units."""
        return self._advances[glyph]

    def shape(self, text: str, language: str) -> list[Cluster]:
        """Shape a run of one script; ``language`` (ISO 639-1) picks the font's local letter forms.

        Kerning and ligatures stay off in scripts that can be read without them: every cluster then looks the
        same in every word, so numbers and hashes can be printed that were not known before.
        """
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction, buffer.script, buffer.language = "ltr", self._script, language
        joined = self._script != "Latn"
        uharfbuzz.shape(self._font, buffer, {"kern": joined, "liga": joined, "clig": joined})
        drawn = zip(
            (info.cluster for info in buffer.glyph_infos),
            buffer.glyph_infos,
            buffer.glyph_positions,
            strict=True,
        )
        groups = [(start, list(group)) for start, group in groupby(drawn, key=itemgetter(0))]
        ends = [start for start, _ in groups[1:]] + [len(text)]
        return [
            self._cluster(text[start:end], group) for (start, group), end in zip(groups, ends, strict=True)
        ]

    def _cluster(self, text: str, drawn: list[tuple[int, Any, Any]]) -> Cluster:
        x = 0
        glyphs = []
        for _, info, position in drawn:
            glyphs.append(PlacedGlyph(info.codepoint, x + position.x_offset, position.y_offset))
            x += position.x_advance
        return Cluster(self.number, text, tuple(glyphs), x)

    def outline(self, glyph: int) -> bytes:
        """The glyph's ``glyf`` record without hinting instructions; empty for a blank glyph."""
        data = self._glyf[self._offsets[glyph] : self._offsets[glyph + 1]]
        if not data:
            return b""
        contours = struct.unpack(">h", data[:2])[0]
        if contours >= 0:
            end = 10 + 2 * contours
            instructions = struct.unpack(">H", data[end : end + 2])[0]
            return data[:end] + b"\0\0" + data[end + 2 + instructions :]
        composite = bytearray(data)
        end = 10
        for at in component_offsets(data):
            flags = struct.unpack(">H", data[at : at + 2])[0]
            composite[at : at + 2] = struct.pack(">H", flags & ~HAS_INSTRUCTIONS)
            end = at + _component_size(flags)
        return bytes(composite[:end])


def component_offsets(outline: bytes) -> list[int]:
    """Where the component records of a composite outline begin; empty for a simple or blank one."""
    if not outline or struct.unpack(">h", outline[:2])[0] >= 0:
        return []
    offsets = [10]
    while True:
        flags = struct.unpack(">H", outline[offsets[-1] : offsets[-1] + 2])[0]
        if not flags & MORE_COMPONENTS:
            return offsets
        offsets.append(offsets[-1] + _component_size(flags))


def _component_size(flags: int) -> int:
    scales = 2 if flags & _ONE_SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0
    return 4 + (4 if flags & _WORD_OFFSETS else 2) + scales

"""The PDF objects of a cluster font: program, widths and the text of every code."""

from __future__ import annotations

import hashlib

from abhaya.export.assembly.object_writer import ObjectWriter
from abhaya.export.digests import font_digest
from abhaya.export.typography.cluster_font import ClusterFont
from abhaya.export.typography.truetype import build_truetype

_CAP_HEIGHT, _STEM = 714, 80
"""Of Noto Sans, in thousandths of an em; a descriptor must give them."""

_MAPPINGS_PER_BLOCK = 100


def write_font(writer: ObjectWriter, font: ClusterFont) -> tuple[int, str]:
    """Embed a numbered font; the number of its font dictionary, and its digest."""
    program = build_truetype(font.clusters, font.sources)
    tag = "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program.data).digest()[:6])
    name = f"{tag}+{font.name}".encode()
    file = writer.add_stream(program.data, b"/Length1 %d" % len(program.data))
    box = " ".join(map(str, program.box)).encode()
    descriptor = writer.add(
        b"<</Type/FontDescriptor/FontName/%s/Flags 4/FontBBox[%s]/ItalicAngle 0/Ascent %d/Descent %d"
        b"/CapHeight %d/StemV %d/FontFile2 %d 0 R>>"
        % (name, box, program.ascent, program.descent, _CAP_HEIGHT, _STEM, file)
    )
    widths = " ".join(str(cluster.advance) for cluster in font.clusters).encode()
    descendant = writer.add(
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/%s"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        b"/FontDescriptor %d 0 R/DW 1000/W[1[%s]]/CIDToGIDMap/Identity>>" % (name, descriptor, widths)
    )
    cmap = _to_unicode(font)
    unicode = writer.add_stream(cmap)
    number = writer.add(
        b"<</Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H/DescendantFonts[%d 0 R]"
        b"/ToUnicode %d 0 R>>" % (name, descendant, unicode)
    )
    return number, font_digest(program.data, cmap)


def _to_unicode(font: ClusterFont) -> bytes:
    """The CMap from codes to text (ISO 32000-1, 9.10.3)."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
        "/CMapName/Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000><FFFF> endcodespacerange",
    ]
    mappings = [
        f"<{code:04X}><{cluster.text.encode('utf-16-be').hex().upper()}>"
        for code, cluster in enumerate(font.clusters, start=1)
    ]
    for start in range(0, len(mappings), _MAPPINGS_PER_BLOCK):
        block = mappings[start : start + _MAPPINGS_PER_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap CMapName currentdict /CMap defineresource pop end end"]).encode()

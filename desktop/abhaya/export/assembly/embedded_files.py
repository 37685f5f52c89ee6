"""Files carried inside the PDF: originals that a page can only show, and the manifest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from abhaya.export.assembly.object_writer import ObjectWriter
from abhaya.export.assembly.pdf_values import text_string


@dataclass(frozen=True, slots=True)
class EmbeddedFile:
    """A file to embed; ``relationship`` is its AFRelationship (ISO 19005-3, 6.8): ``Source``, ``Data``.

    ``name`` is a code such as ``A-1.pdf``, never the name the file came with; ``length`` in bytes.
    """

    name: str
    media_type: str
    relationship: str
    description: str
    length: int
    pieces: Callable[[], Iterator[bytes]]


def write_embedded_file(writer: ObjectWriter, file: EmbeddedFile, date: bytes) -> int:
    """Write the file as it is; the number of its file specification."""
    stream = writer.reserve()
    media_type = file.media_type.replace("/", "#2F").encode()
    entries = b"/Type/EmbeddedFile/Subtype/%s/Params<</Size %d/ModDate%s>>" % (media_type, file.length, date)
    writer.copy_stream(stream, entries, file.length, file.pieces())
    name = text_string(file.name)
    return writer.add(
        b"<</Type/Filespec/F%s/UF%s/Desc%s/AFRelationship/%s/EF<</F %d 0 R/UF %d 0 R>>>>"
        % (name, name, text_string(file.description), file.relationship.encode(), stream, stream)
    )

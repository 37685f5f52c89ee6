"""Looks into a file before it is kept, to see whether the court's copy can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from abhaya.cases.media_type import JPEG, PDF, PNG
from abhaya.errors import AbhayaError, Code


@dataclass(frozen=True, slots=True)
class AnnexureFacts:
    """``pages`` that the file has; a photo has one."""

    pages: int


def inspect(data: BinaryIO, media_type: str) -> AnnexureFacts:
    """Open a file of a media type as the bundle will; the stream must be seekable.

    Raises IMAGE_BROKEN, IMAGE_TOO_LARGE, PDF_BROKEN, PDF_PROTECTED, FILE_KIND_UNKNOWN.  The libraries take
    longer to load than the window, so they are loaded here.
    """
    if media_type in (JPEG, PNG):
        from abhaya.export.annexures.photo import check_photo

        check_photo(data)
        return AnnexureFacts(1)
    if media_type == PDF:
        from abhaya.export.annexures.foreign_pdf import opened_pdf

        data.seek(0)
        with opened_pdf(data, data) as pdf:
            return AnnexureFacts(pdf.pages)
    raise AbhayaError(Code.FILE_KIND_UNKNOWN)

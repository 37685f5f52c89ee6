"""Looks into a file before it is kept, to see whether the court's copy can show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from abhaya.cases.media_type import kind_of


@dataclass(frozen=True, slots=True)
class AnnexureFacts:
    """``pages`` that the file has; a photo has one, and so has what cannot be printed."""

    pages: int


def inspect(data: BinaryIO, media_type: str) -> AnnexureFacts:
    """Open a file of a kind that Abhaya keeps as the bundle will; the stream must be seekable.

    Sound and film are not played: one that broke off may still be the only evidence there is.
    Raises IMAGE_BROKEN, IMAGE_TOO_LARGE, PDF_BROKEN, PDF_PROTECTED.  The libraries take longer to load than
    the window, so they are loaded here.
    """
    if kind_of(media_type) == "image":
        from abhaya.export.annexures.photo import check_photo

        check_photo(data)
        return AnnexureFacts(1)
    if kind_of(media_type) == "pdf":
        from abhaya.export.annexures.foreign_pdf import opened_pdf

        data.seek(0)
        with opened_pdf(data, data) as pdf:
            return AnnexureFacts(pdf.pages)
    return AnnexureFacts(1)

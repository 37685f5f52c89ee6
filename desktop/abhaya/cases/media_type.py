"""What kind of file some bytes are, told by the bytes themselves."""

from __future__ import annotations

from pathlib import PurePath

HEAD = 1024
"""How many bytes from the start are needed."""

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"

_ENDINGS = {".jpg": JPEG, ".jpeg": JPEG, ".png": PNG, ".pdf": PDF}
_MAGIC = {b"\xff\xd8\xff": JPEG, b"\x89PNG\r\n\x1a\n": PNG}


def media_type_of(head: bytes) -> str:
    """Return the media type of a file that begins with ``head``, "" when it is none that Abhaya keeps.

    A PDF may have up to 1,024 bytes before its header (ISO 32000-1, annex H.3.4.1).
    """
    for magic, media_type in _MAGIC.items():
        if head.startswith(magic):
            return media_type
    return PDF if b"%PDF-" in head[:HEAD] else ""


def media_type_named(name: str) -> str:
    """Return the media type that a file name claims, "" when its ending claims none that Abhaya keeps."""
    return _ENDINGS.get(PurePath(name).suffix.casefold(), "")

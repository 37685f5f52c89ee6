"""What kind of file some bytes are, told by the bytes themselves."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import BinaryIO

from abhaya.cases.base_media import FILM, SOUND, tracks

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"

_HEAD = 1024
_BASE_MEDIA = ("mp4", "m4a", "m4b", "m4v", "mov", "qt", "3gp", "3gpp", "3g2")
"""Phones and recorders use these for each other's files."""

_ENDINGS: dict[str, tuple[str, ...]] = {
    JPEG: ("jpg", "jpeg"),
    PNG: ("png",),
    PDF: ("pdf",),
    "audio/mpeg": ("mp3",),
    "audio/wav": ("wav",),
    "audio/amr": ("amr",),
    "audio/ogg": ("ogg", "oga", "opus"),
    "video/ogg": ("ogv", "ogg"),
    "audio/webm": ("webm", "weba"),
    "video/webm": ("webm",),
    "video/x-matroska": ("mkv",),
    "video/x-msvideo": ("avi",),
    "audio/mp4": ("m4a", *_BASE_MEDIA),
    "video/mp4": ("mp4", *_BASE_MEDIA),
    "audio/3gpp": ("3gp", *_BASE_MEDIA),
    "video/3gpp": ("3gp", *_BASE_MEDIA),
    "video/quicktime": ("mov", *_BASE_MEDIA),
}
"""Every kind that Abhaya keeps, with the endings its files bear, the usual one first."""

_RATES = bytes(byte for byte in range(0x10, 0xF0) if byte & 0x0C != 0x0C)
"""The third byte of a bare frame of MPEG layer III: bit rate and sampling rate must be ones that exist."""

_MAGIC = (
    (rb"\xff\xd8\xff", JPEG),
    (rb"\x89PNG\r\n\x1a\n", PNG),
    (rb"ID3[\x02-\x04]", "audio/mpeg"),
    (rb"\xff[\xe2\xe3\xf2\xf3\xfa\xfb][%s]" % re.escape(_RATES), "audio/mpeg"),
    (rb"RIFF....WAVE", "audio/wav"),
    (rb"RIFF....AVI ", "video/x-msvideo"),
    (rb"#!AMR(-WB)?\n", "audio/amr"),
)
_BRANDS = (
    (rb"M4[AB]|F4A", "audio/mp4"),
    (rb"3g[2egrs]|3gp", "video/3gpp"),
    (rb"qt  ", "video/quicktime"),
    (rb"iso.|mp4.|mp71|avc1|M4V|f4v|F4V|MSNV|dash|XAVC|mmp4|NDS", "video/mp4"),
)
"""By the name of the brand a base media file begins with; photos (HEIC, AVIF) have others."""


def media_type_of(source: BinaryIO) -> str:
    """Return the media type of a seekable file from its beginning, "" when it is none that Abhaya keeps.

    A PDF may have up to 1,024 bytes before its header (ISO 32000-1, annex H.3.4.1).
    """
    source.seek(0)
    head = source.read(_HEAD)
    for magic, media_type in _MAGIC:
        if re.match(magic, head, re.DOTALL):
            return media_type
    if head.startswith(b"OggS"):
        return "video/ogg" if b"\x80theora" in head else "audio/ogg"
    if head.startswith(b"\x1aE\xdf\xa3"):
        return _matroska(head)
    return _base_media(source, head) or (PDF if b"%PDF-" in head else "")


def media_types_named(name: str) -> tuple[str, ...]:
    """Return the media types that a file name may stand for, () when its ending is none that Abhaya knows."""
    ending = PurePath(name).suffix.casefold().removeprefix(".")
    return tuple(media_type for media_type, endings in _ENDINGS.items() if ending in endings)


def ending_of(media_type: str) -> str:
    """Return the usual ending of a kind that Abhaya keeps, without the dot."""
    return _ENDINGS[media_type][0]


def kind_of(media_type: str) -> str:
    """Return ``image``, ``pdf``, ``audio`` or ``video``."""
    return "pdf" if media_type == PDF else media_type.partition("/")[0]


def accepted(asked: str) -> tuple[str, ...]:
    """Return the media types that an upload question takes; ``asked`` as in XForms: ``image/*``.

    ``application/*`` is ODK's word for any file at all.
    """
    if asked in ("", "application/*", "*/*"):
        return tuple(_ENDINGS)
    start, _, rest = asked.partition("*")
    return tuple(kind for kind in _ENDINGS if kind.startswith(start) and (rest == "" or kind == asked))


def endings_of(media_types: tuple[str, ...]) -> tuple[str, ...]:
    """Return every ending that files of these kinds bear, each once."""
    return tuple(dict.fromkeys(ending for kind in media_types for ending in _ENDINGS[kind]))


def _matroska(head: bytes) -> str:
    if b"webm" not in head[:64]:
        return "video/x-matroska" if b"matroska" in head[:64] else ""
    only_sound = (b"A_OPUS" in head or b"A_VORBIS" in head) and b"V_" not in head
    return "audio/webm" if only_sound else "video/webm"


def _base_media(source: BinaryIO, head: bytes) -> str:
    if head[4:8] in (b"moov", b"mdat", b"wide"):
        return "video/quicktime"  # from before 2001, when the brand came in
    if head[4:8] != b"ftyp":
        return ""
    named = next((kind for brand, kind in _BRANDS if re.match(brand, head[8:12])), "")
    inside = tracks(source) if named else frozenset()
    if named in ("video/mp4", "video/3gpp") and SOUND in inside and FILM not in inside:
        return named.replace("video", "audio")
    return "video/mp4" if named == "audio/mp4" and FILM in inside else named

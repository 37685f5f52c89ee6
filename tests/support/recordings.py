"""Sound and film files as phones and recorders begin them, made byte by byte by the test that needs them."""

from __future__ import annotations

import io
import struct
import wave
from pathlib import Path


def box(kind: bytes, *parts: bytes) -> bytes:
    """Return a box of a base media file."""
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def base_media(
    brand: bytes, *handlers: bytes, seconds: float = 0, index_last: bool = True, long: bool = False
) -> bytes:
    """Return a base media file of this brand with a track for each handler (``soun``, ``vide``)."""
    scale, times = 1000, round(seconds * 1000)
    clock = struct.pack(">QQIQ", 0, 0, scale, times) if long else struct.pack(">IIII", 0, 0, scale, times)
    head = box(b"mvhd", b"\x01\0\0\0" if long else bytes(4), clock, bytes(80))
    tracks = [
        box(b"trak", box(b"tkhd", bytes(84)), box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(13))))
        for handler in handlers
    ]
    index = box(b"moov", head, *tracks) if handlers else b""
    data = box(b"mdat", bytes(4000))
    body = data + index if index_last else index + data
    return box(b"ftyp", brand, bytes(4), b"isom") + body


def sound_wave(seconds: int = 2) -> bytes:
    """Return silence as a WAV file."""
    held = io.BytesIO()
    with wave.open(held, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(2 * 8000 * seconds))
    return held.getvalue()


def matroska(kind: bytes, *codecs: bytes) -> bytes:
    """Return the beginning of a Matroska or WebM file with these codecs."""
    return (
        b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\x82\x84"
        + kind
        + bytes(60)
        + b"\x86".join((b"", *codecs))
        + bytes(900)
    )


MP3 = b"ID3\x04\0\0\0\0\0\0" + bytes(2000)
BARE_MP3 = b"\xff\xfb\x90\x64" + bytes(2000)
AMR = b"#!AMR\n" + bytes(2000)
OPUS = b"OggS\0\x02" + bytes(22) + b"OpusHead" + bytes(900)
OGG_FILM = b"OggS\0\x02" + bytes(22) + b"\x80theora" + bytes(900)
AVI = b"RIFF\x10\0\0\0AVI LIST" + bytes(900)


def film(folder: Path, name: str = "search.mp4", seconds: float = 3725) -> Path:
    """Write a film with sound that says it lasts so long."""
    path = folder / name
    path.write_bytes(base_media(b"isom", b"vide", b"soun", seconds=seconds))
    return path

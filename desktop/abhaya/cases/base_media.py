"""What an ISO base media file (mp4, m4a, 3gp, mov) says of itself: its tracks and how long it lasts."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

SOUND, FILM = b"soun", b"vide"
"""Handlers of tracks (ISO/IEC 14496-12)."""

_MOST_BOXES = 1000
_NOT_KNOWN = (0, 2**32 - 1, 2**64 - 1)


class _Box(NamedTuple):
    kind: bytes
    start: int
    end: int


def tracks(source: BinaryIO) -> frozenset[bytes]:
    """Return the handlers of the tracks, none when the file has lost its index; ``source`` is seekable."""
    found = set()
    for film in _boxes(source, b"moov", *_whole(source)):
        for track in _boxes(source, b"trak", film.start, film.end):
            for media in _boxes(source, b"mdia", track.start, track.end):
                for handler in _boxes(source, b"hdlr", media.start, media.end):
                    source.seek(handler.start + 8)
                    found.add(source.read(4))
    return frozenset(found)


def seconds(source: BinaryIO) -> float | None:
    """Return how long the file says it lasts, None when it does not say."""
    for film in _boxes(source, b"moov", *_whole(source)):
        for head in _boxes(source, b"mvhd", film.start, film.end):
            source.seek(head.start)
            long = source.read(4)[:1] == b"\x01"
            source.seek(head.start + (20 if long else 12))
            data = source.read(12)
            if len(data) == 12:
                scale, lasts = struct.unpack(">IQ" if long else ">II", data if long else data[:8])
                return lasts / scale if scale and lasts not in _NOT_KNOWN else None
    return None


def _whole(source: BinaryIO) -> tuple[int, int]:
    return 0, source.seek(0, 2)


def _boxes(source: BinaryIO, kind: bytes, start: int, end: int) -> Iterator[_Box]:
    """The boxes of a kind between two positions; a damaged size ends the search."""
    for _ in range(_MOST_BOXES):
        source.seek(start)
        head = source.read(16)
        if start + 8 > end or len(head) < 8:
            return
        size, body = struct.unpack(">I", head[:4])[0], 8
        if size == 1 and len(head) == 16:
            size, body = struct.unpack(">Q", head[8:])[0], 16
        elif size == 0:
            size = end - start
        if size < body:
            return
        if head[4:8] == kind:
            yield _Box(kind, start + body, min(start + size, end))
        start += size

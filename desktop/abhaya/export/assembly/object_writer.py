"""Writes the objects of a PDF file one after the other, keeping none of them."""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from typing import BinaryIO

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_OBJECTS_PER_STREAM = 200
_COMPRESSION = 6
_PLACE = struct.Struct(">BQH")
SEAL = b"%abhaya-sha256 "
"""Begins the line near the end of the file that holds the SHA-256 of every byte before it."""


class ObjectWriter:
    """A PDF 1.7 file being written; small objects go into object streams, the index at the end.

    Equal calls give equal bytes.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._position = 0
        self._hash = hashlib.sha256()
        self._index = bytearray(_PLACE.pack(0, 0, 0xFFFF))
        self._waiting: list[tuple[int, bytes]] = []
        self._put(_HEADER)

    @property
    def _sha256(self) -> str:
        return self._hash.hexdigest()

    def reserve(self, count: int = 1) -> int:
        """The number of a new object, the first of ``count``."""
        number = len(self._index) // _PLACE.size
        self._index += bytes(count * _PLACE.size)
        return number

    def add(self, body: bytes) -> int:
        """Write an object that is not a stream; its number."""
        number = self.reserve()
        self.write(number, body)
        return number

    def write(self, number: int, body: bytes) -> None:
        """Write an object that is not a stream under a reserved number."""
        self._waiting.append((number, body))
        if len(self._waiting) == _OBJECTS_PER_STREAM:
            self._flush()

    def add_stream(self, data: bytes, entries: bytes = b"", *, compressed: bool = True) -> int:
        """Write a stream; ``entries`` of its dictionary without Filter and Length; its number."""
        number = self.reserve()
        if compressed:
            data = zlib.compress(data, _COMPRESSION)
            entries += b"/Filter/FlateDecode"
        self.copy_stream(number, entries, len(data), (data,))
        return number

    def copy_stream(self, number: int, entries: bytes, length: int, pieces: Iterable[bytes]) -> None:
        """Write an encoded stream of ``length`` bytes piece by piece under a reserved number."""
        self._place(number, 1, self._position)
        self._put(b"%d 0 obj\n<<%s/Length %d>>\nstream\n" % (number, entries, length))
        start = self._position
        for piece in pieces:
            self._put(piece)
        assert self._position - start == length, "a stream must be as long as it says"
        self._put(b"\nendstream\nendobj\n")

    def close(self, root: int, info: int) -> str:
        """Write the index and the seal; the SHA-256 of the whole file, in hex."""
        self._flush()
        number, at = self.reserve(), self._position
        self._place(number, 1, at)
        identity = self._sha256[:32].encode()
        entries = b"/Type/XRef/Size %d/W[1 8 2]/Root %d 0 R/Info %d 0 R/ID[<%s><%s>]/Filter/FlateDecode" % (
            *(number + 1, root, info, identity, identity),
        )
        data = zlib.compress(self._index, _COMPRESSION)
        self.copy_stream(number, entries, len(data), (data,))
        self._put(b"%s%s\nstartxref\n%d\n%%%%EOF\n" % (SEAL, self._sha256.encode(), at))
        return self._sha256

    def _flush(self) -> None:
        if not self._waiting:
            return
        numbers = [number for number, _ in self._waiting]
        bodies = [body for _, body in self._waiting]
        self._waiting = []
        offsets, offset = [], 0
        for body in bodies:
            offsets.append(offset)
            offset += len(body) + 1
        head = b" ".join(b"%d %d" % pair for pair in zip(numbers, offsets, strict=True)) + b"\n"
        entries = b"/Type/ObjStm/N %d/First %d" % (len(bodies), len(head))
        stream = self.add_stream(head + b"\n".join(bodies), entries)
        for place, number in enumerate(numbers):
            self._place(number, 2, stream, place)

    def _place(self, number: int, kind: int, where: int, place: int = 0) -> None:
        """Note where an object is: 1 at an offset, 2 in an object stream (ISO 32000-1, 7.5.8.3)."""
        _PLACE.pack_into(self._index, number * _PLACE.size, kind, where, place)

    def _put(self, data: bytes) -> None:
        self._out.write(data)
        self._hash.update(data)
        self._position += len(data)

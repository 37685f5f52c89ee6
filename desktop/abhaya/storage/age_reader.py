"""Reads an age file (age-encryption.org/v1) at any position without plain text touching the disk."""

from __future__ import annotations

import io
from base64 import b64decode, b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from abhaya.errors import AbhayaError, Code

CHUNK = 65536
"""Plain bytes per chunk of the payload."""

_TAG = 16
_VERSION = b"age-encryption.org/v1"
_BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def open_age(path: Path, secret: bytes, code: str) -> BinaryIO:
    """Return a seekable stream of the plain bytes; the end of the file is authenticated before the first.

    ``secret`` is an identity as age writes it, ``AGE-SECRET-KEY-1…``; ``code`` names the attachment in
    errors.  Raises ATTACHMENT_DAMAGED, here or while reading, when the file is missing, cut, changed, or
    not for this secret.
    """
    try:
        file = path.open("rb")
    except FileNotFoundError:
        raise _damaged(code) from None
    try:
        return io.BufferedReader(_AgeStream(file, _identity(secret), code), CHUNK)
    except BaseException:
        file.close()
        raise


class _AgeStream(io.RawIOBase):
    def __init__(self, file: BinaryIO, identity: X25519PrivateKey, code: str) -> None:
        super().__init__()
        self._code = code
        self._file = file
        try:
            file_key = _file_key(file, identity)
            self._cipher = ChaCha20Poly1305(_derive(file_key, file.read(16), b"payload"))
        except (InvalidSignature, InvalidTag, ValueError) as error:
            raise _damaged(code) from error
        self._start = file.tell()
        length = file.seek(0, io.SEEK_END) - self._start
        self._chunks = max(1, -(-length // (CHUNK + _TAG)))
        self._size = length - _TAG * self._chunks
        self._position = 0
        self._held = -1
        self._plain = b""
        if not self._chunk(self._chunks - 1) and self._chunks > 1:
            raise _damaged(self._code)  # only an empty file ends in an empty chunk

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self._position = max(0, (0, self._position, self._size)[whence] + offset)
        return self._position

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if self._position >= self._size:
            return 0
        number, offset = divmod(self._position, CHUNK)
        part = self._chunk(number)[offset : offset + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def close(self) -> None:
        self._file.close()
        super().close()

    def _chunk(self, number: int) -> bytes:
        if number != self._held:
            is_last = number == self._chunks - 1
            nonce = number.to_bytes(11, "big") + bytes([is_last])
            self._file.seek(self._start + number * (CHUNK + _TAG))
            try:
                self._plain = self._cipher.decrypt(nonce, self._file.read(CHUNK + _TAG), None)
            except (InvalidTag, ValueError) as error:
                raise _damaged(self._code) from error
            self._held = number
        return self._plain


def _file_key(file: BinaryIO, identity: X25519PrivateKey) -> bytes:
    """Read the header and return the file key; raises ValueError, InvalidTag or InvalidSignature."""
    lines = list(_header_lines(file))
    stanza = next((i for i, line in enumerate(lines) if line.startswith(b"-> X25519 ")), None)
    if lines[0] != _VERSION or stanza is None:
        raise ValueError("no age header for this secret")
    sender = _decode(lines[stanza].split(b" ")[2])
    public = identity.public_key().public_bytes_raw()
    shared = identity.exchange(X25519PublicKey.from_public_bytes(sender))
    wrapping = _derive(shared, sender + public, b"age-encryption.org/v1/X25519")
    file_key = ChaCha20Poly1305(wrapping).decrypt(bytes(12), _decode(lines[stanza + 1]), None)
    mac = hmac.HMAC(_derive(file_key, b"", b"header"), hashes.SHA256())
    mac.update(b"\n".join([*lines[:-1], b"---"]))
    mac.verify(_decode(lines[-1].removeprefix(b"--- ")))
    return file_key


def _header_lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of the header up to the one with its MAC."""
    line = b""
    while not line.startswith(b"---"):
        line = file.readline(1024)
        if not line.endswith(b"\n"):
            raise ValueError("the header does not end")
        line = line[:-1]
        yield line


def _damaged(code: str) -> AbhayaError:
    return AbhayaError(Code.ATTACHMENT_DAMAGED, code=code)


def _derive(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, purpose).derive(key)


def _decode(text: bytes) -> bytes:
    """Decode base64 without padding; text that differs in unused bits alone is refused, as age demands."""
    data = b64decode(text + b"=" * (-len(text) % 4), validate=True)
    if b64encode(data).rstrip(b"=") != text:
        raise ValueError("not the canonical base64")
    return data


def _identity(secret: bytes) -> X25519PrivateKey:
    """Decode Bech32; its checksum guards against typing errors and is not needed here."""
    digits = secret.decode("ascii").lower().rpartition("1")[2][:-6]
    number = 0
    for digit in digits:
        number = number << 5 | _BECH32.index(digit)
    return X25519PrivateKey.from_private_bytes((number >> len(digits) * 5 - 256).to_bytes(32, "big"))

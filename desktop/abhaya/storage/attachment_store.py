"""Attached files on disk: each encrypted in the age format under a secret of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

import pyrage

from abhaya.station.durable_file import disk_trouble, sync_folder
from abhaya.storage.age_reader import open_age


@dataclass(frozen=True, slots=True)
class StoredFile:
    """What came of a file: ``size`` in bytes and ``sha256`` (hex) of the original, and the file's secret.

    ``secret`` is an age identity (``AGE-SECRET-KEY-1…``), so that an expert of the court can open the file
    with the stock tool; it must be sealed under the case key.
    """

    id: str
    size: int
    sha256: str
    secret: bytes = field(repr=False)


def write(
    folder: Path, attachment_id: str, source: BinaryIO, progress: Callable[[int], None] | None = None
) -> StoredFile:
    """Encrypt ``source`` into the folder; the file is whole and on the disk when this returns.

    ``progress`` is told how many bytes are done; an exception it raises stops the work and passes
    through.  Nothing is left behind on any failure.  Raises DISK_FULL, READ_ONLY_FOLDER.
    """
    identity = pyrage.x25519.Identity.generate()
    original = _Original(source, progress)
    part = folder / f"{attachment_id}.part"
    with disk_trouble():
        folder.mkdir(mode=0o700, exist_ok=True)  # copying a station by hand may leave out an empty folder
        try:
            with _create(part) as file:
                _encrypt(original, _Target(file), identity.to_public())
                file.flush()
                os.fsync(file.fileno())
            part.rename(_path(folder, attachment_id))
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(folder)
    return StoredFile(attachment_id, original.size, original.digest.hexdigest(), str(identity).encode())


def open_reader(folder: Path, attachment_id: str, secret: bytes, code: str) -> BinaryIO:
    """Return a seekable stream of the original bytes; no plain text touches the disk.

    ``code`` (``A-1``) names the attachment in ATTACHMENT_DAMAGED, raised here or while reading.
    """
    return open_age(_path(folder, attachment_id), secret, code)


def remove(folder: Path, attachment_id: str) -> None:
    """Remove a file whose attachment did not reach the database; nobody holds its secret."""
    _path(folder, attachment_id).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what a power cut left half written.

    A whole file that the database does not know stays: the database may be an older copy.  Only for the
    one writer of the station, while nothing is being attached.
    """
    for path in folder.glob("*.part"):
        if path.is_file():
            path.unlink()


class _Original:
    """The source as pyrage reads it, measured and hashed in the same pass."""

    def __init__(self, source: BinaryIO, progress: Callable[[int], None] | None) -> None:
        self._source = source
        self._progress = progress
        self.digest = sha256()
        self.size = 0
        self.problem: BaseException | None = None

    def read(self, size: int) -> bytes:
        try:
            block = self._source.read(size)
            self.digest.update(block)
            self.size += len(block)
            if self._progress is not None:
                self._progress(self.size)
        except BaseException as problem:
            self.problem = problem  # pyrage hands on only its text
            raise
        return block


class _Target:
    """The file as pyrage writes it."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.problem: BaseException | None = None

    def write(self, block: bytes) -> int:
        try:
            return self._file.write(block)
        except BaseException as problem:
            self.problem = problem
            raise

    def flush(self) -> None:
        self._file.flush()


def _encrypt(original: _Original, target: _Target, recipient: pyrage.x25519.Recipient) -> None:
    try:
        pyrage.encrypt_io(original, target, [recipient])
    except pyrage.EncryptError as error:
        raise original.problem or target.problem or error from None


def _create(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb")


def _path(folder: Path, attachment_id: str) -> Path:
    return folder / f"{attachment_id}.age"

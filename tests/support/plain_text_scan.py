"""Looks for secrets that stand readable anywhere in a folder: in files, however encoded, and in names."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

BLOCK = 1 << 20
"""Bytes read at a time."""


@dataclass(frozen=True, slots=True)
class Leak:
    """A secret found in a file or in its name; ``form`` says how it was written there."""

    path: Path
    secret: str
    form: str


def plain_text_leaks(folder: Path, secrets: Iterable[str]) -> list[Leak]:
    """Return where any of ``secrets`` can be read in the folder, at any depth."""
    wanted = [(secret, form, written) for secret in secrets for form, written in _forms(secret)]
    assert all(len(written) > 2 for _, _, written in wanted), "a secret too short to be told from noise"
    return [leak for path in sorted(folder.rglob("*")) for leak in _leaks(path, folder, wanted)]


def _leaks(path: Path, folder: Path, wanted: list[tuple[str, str, bytes]]) -> Iterator[Leak]:
    name = str(path.relative_to(folder)).encode()
    found = {(secret, f"name, {form}") for secret, form, written in wanted if written in name}
    if path.is_file():
        overlap = max(len(written) for *_, written in wanted) - 1
        for block in _blocks(path, overlap):
            found |= {(secret, form) for secret, form, written in wanted if written in block}
    yield from (Leak(path, *leak) for leak in sorted(found))


def _blocks(path: Path, overlap: int) -> Iterator[bytes]:
    tail = b""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            yield tail + block
            tail = (tail + block)[-overlap:]


def _forms(secret: str) -> Iterator[tuple[str, bytes]]:
    for normal in ("NFC", "NFD"):
        text = unicodedata.normalize(normal, secret)
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield f"{normal} {encoding}", text.encode(encoding)
        if not text.isascii():
            yield f"{normal} JSON", json.dumps(text)[1:-1].encode()

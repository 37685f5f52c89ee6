"""One entry of the bundle's index: a cover, a record, an annexure, a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass

from abhaya.export.assembly.embedded_files import EmbeddedFile
from abhaya.export.blocks import Block, Phrase, Words


@dataclass(frozen=True, slots=True)
class BundleItem:
    """What is printed under one number of the index.

    ``kind`` is ``cover``, ``contents``, ``record``, ``image``, ``pdf``, ``audio``, ``video`` or ``manifest``;
    ``number`` stands in the index; ``title`` names nobody; ``language`` is that of its structure; ``day`` is
    when a record was made; ``foot`` stands at the foot of its pages.  ``blocks`` may read from files that the
    stack closes once the pages are written.  ``sha256`` and ``size`` (bytes) are those of a record as sealed
    or of the original file, which is carried along as ``original`` where the pages do not hold it as it is;
    sound and film are not.
    """

    kind: str
    number: str
    title: Phrase
    language: str
    foot: str
    blocks: Callable[[ExitStack], Iterable[Block]]
    day: Words = ()
    sha256: str = ""
    size: int = 0
    original: EmbeddedFile | None = None

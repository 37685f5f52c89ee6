"""Finds records by words and names, across scripts and spellings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """What is found: a record (or, with an empty ``record_id``, the case itself), its text and names."""

    case_id: str
    record_id: str
    at: datetime
    text: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that answers a query."""

    case_id: str
    record_id: str


class SearchIndex:
    """An encrypted index derived from the records; a damaged or outdated file is replaced by an empty one.

    After opening, compare ``stamps()`` with the records and ``put`` what is missing or older.
    """

    def __init__(self, path: Path, identity_key: bytes, salt: bytes) -> None:
        raise NotImplementedError

    def put(self, case_id: str, record_id: str, at: datetime, text: str, names: Iterable[str]) -> None:
        """Index a record as it is now, in place of what was indexed of it; ``at`` is its ``updated_at``."""
        raise NotImplementedError

    def remove(self, case_id: str, record_id: str) -> None:
        """Forget a record."""
        raise NotImplementedError

    def find(self, text: str, limit: int = 50) -> list[Hit]:
        """Return the records that hold all words of ``text``: exact ones newest first, then likely names.

        Any text is allowed; without a letter or digit it finds nothing.
        """
        raise NotImplementedError

    def rebuild(self, entries: Iterable[IndexEntry]) -> None:
        """Replace the whole index; ``entries`` from the oldest to the newest."""
        raise NotImplementedError

    def stamps(self) -> dict[tuple[str, str], datetime]:
        """Return ``at`` of everything indexed, by case id and record id."""
        raise NotImplementedError

    def close(self) -> None:
        """Close the file."""
        raise NotImplementedError

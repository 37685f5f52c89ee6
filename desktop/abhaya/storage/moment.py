"""Times as the database keeps them: ISO 8601 in UTC with microseconds, so that text order is time order."""

from __future__ import annotations

from datetime import UTC, datetime


def to_text(moment: datetime) -> str:
    """Return an aware time as text of fixed width; ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time to be kept needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def from_text(text: str) -> datetime:
    """Return the aware time, in UTC, that ``to_text`` wrote."""
    return datetime.fromisoformat(text)

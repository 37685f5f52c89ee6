"""What is asked of the search index, and how like a name is to what was asked."""

from __future__ import annotations

from rapidfuzz import fuzz

from abhaya.storage.name_key import name_key
from abhaya.storage.text_folding import fold


def exact(asked: list[str], *, unfinished: bool) -> str:
    """Return the FTS5 query for the very words, the last one perhaps ``unfinished``."""
    return "text : (" + " AND ".join(_phrases(asked, unfinished)) + ")"


def alike(asked: list[str], *, unfinished: bool) -> str:
    """Return the FTS5 query for the words themselves or names with the same key."""
    parts = []
    for word, phrase in zip(asked, _phrases(asked, unfinished), strict=True):
        key = name_key(word)
        parts.append(f'(text : {phrase} OR names : "{key}")' if key else f"text : {phrase}")
    return " AND ".join(parts)


def likeness(asked: list[str], names: list[str]) -> tuple[float, float]:
    """Return the mean and the best likeness, of 100, of the sounds asked for to those of a record's names."""
    best = [max((fuzz.ratio(sound, name) for name in names), default=0.0) for sound in asked]
    return sum(best) / len(best), max(best)


def _phrases(asked: list[str], unfinished: bool) -> list[str]:
    """Quote the words, so that nothing in them is an operator."""
    phrases = [f'"{fold(word)}"' for word in asked]
    if unfinished and len(asked[-1]) > 1:
        phrases[-1] += "*"
    return phrases

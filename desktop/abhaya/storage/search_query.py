"""What is asked of the search index, and how like a name is to what was asked."""

from __future__ import annotations

from rapidfuzz import fuzz

from abhaya.storage.name_key import name_key, name_sound
from abhaya.storage.text_folding import fold


def exact(asked: list[str]) -> str:
    """Return the FTS5 query for the very words; quoted, so that nothing in them is an operator."""
    return "text : (" + " AND ".join(_phrases(asked)) + ")"


def alike(asked: list[str]) -> str:
    """Return the FTS5 query for the words themselves or names with the same key."""
    parts = []
    for word, phrase in zip(asked, _phrases(asked), strict=True):
        key = name_key(word)
        parts.append(f'(text : {phrase} OR names : "{key}")' if key else f"text : {phrase}")
    return " AND ".join(parts)


def _phrases(asked: list[str]) -> list[str]:
    folded = [fold(word) for word in asked]
    unfinished = "*" if len(folded[-1]) > 1 else ""
    return [f'"{word}"' for word in folded[:-1]] + [f'"{folded[-1]}"{unfinished}']


def likeness(asked: list[str], sounds: str) -> tuple[float, float]:
    """Return the mean and the best likeness, of 100, of the words asked for to the names of a record."""
    names = sounds.split()
    best = [max((fuzz.ratio(name_sound(word), name) for name in names), default=0.0) for word in asked]
    return sum(best) / len(best), max(best)

"""How wide the columns of a table must and want to be."""

from __future__ import annotations

from collections.abc import Sequence

from abhaya.export.typography.set_text import Passage


def column_widths(columns: Sequence[Sequence[Passage]], width: float, padding: float) -> list[float]:
    """Share out ``width`` points: each column holds its longest word, and what is left goes to long texts.

    ``padding`` is what each column needs besides its text.  If the longest words do not fit side by side, the
    widest columns give way, as far as need be to one width, and their words are broken.
    """
    least = [max(map(_longest_word, column)) + padding for column in columns]
    wanted = [max(map(_longest_line, column)) + padding for column in columns]
    spare = width - sum(least)
    if spare < 0:
        most = _most(least, width)
        return [min(part, most) for part in least]
    missing = [want - need for want, need in zip(wanted, least, strict=True)]
    total = sum(missing)
    shares = [part / total for part in missing] if total else [1 / len(least)] * len(least)
    return [need + spare * share for need, share in zip(least, shares, strict=True)]


def _most(least: Sequence[float], width: float) -> float:
    """How wide no column may be so that all fit into ``width``, in which they do not fit as they are."""
    left = width
    for place, part in enumerate(sorted(least)):
        share = left / (len(least) - place)
        if part > share:
            break
        left -= part
    return share


def _longest_word(passage: Passage) -> float:
    words = passage.style.font.words(passage.language)
    return max((words[word].width for word in passage.text.split()), default=0) * passage.style.size / 1000


def _longest_line(passage: Passage) -> float:
    words = passage.style.font.words(passage.language)
    space = words[" "].width
    lines = (sum(words[word].width + space for word in line.split()) for line in passage.text.split("\n"))
    return max(lines) * passage.style.size / 1000

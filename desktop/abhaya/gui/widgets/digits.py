"""Digits as people type them: Devanagari ones count like Latin ones."""

from __future__ import annotations

_LATIN = {ord("०") + n: str(n) for n in range(10)}


def latin_digits(text: str) -> str:
    """Return ``text`` with ०–९ written as 0–9; QLocale("hi_IN") cannot parse the former."""
    return text.translate(_LATIN)

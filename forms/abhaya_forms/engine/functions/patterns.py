"""Regular expressions as Java writes them, on a short leash."""

from __future__ import annotations

from functools import lru_cache

import regex

from abhaya_forms.engine.values import EvaluationError

LONGEST_SECONDS = 0.1
"""A pattern that has not decided by then is hostile or broken (catastrophic backtracking)."""


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> regex.Pattern[str]:
    """The compiled pattern.  Raises EvaluationError if it is none."""
    try:
        return regex.compile(pattern, regex.VERSION1)
    except (regex.error, OverflowError, RecursionError) as error:
        raise EvaluationError("not a pattern") from error


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches.  Raises EvaluationError for a broken or endless pattern."""
    try:
        return compile_pattern(pattern).fullmatch(text, timeout=LONGEST_SECONDS) is not None
    except TimeoutError as error:
        raise EvaluationError("endless pattern") from error

"""Regular expressions as Java writes them, on a short leash."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from time import thread_time

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
    """Whether the whole text matches.  Raises EvaluationError for a broken or endless pattern.

    The leash is measured in work of this thread: one that had to wait for its turn tries again.
    """
    compiled, end = compile_pattern(pattern), thread_time() + LONGEST_SECONDS
    while thread_time() < end:
        with suppress(TimeoutError):
            return compiled.fullmatch(text, timeout=LONGEST_SECONDS) is not None
    raise EvaluationError("endless pattern")

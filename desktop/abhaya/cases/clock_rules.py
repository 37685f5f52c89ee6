"""The clocks the law sets, read from their table."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from abhaya.cases.clock import ClockRule
from abhaya.cases.deadline import Length
from abhaya_forms.tables import Term, terms

_FROM_KNOWLEDGE = re.compile(r"\[K\b")


@cache
def clock_rules() -> tuple[ClockRule, ...]:
    """Return the rules of ``abhaya_forms/tables/clocks.yaml`` in its order."""
    return tuple(_rule(term) for term in terms("clocks"))


def _rule(term: Term) -> ClockRule:
    more = term.more
    return ClockRule(
        name=term.name,
        whom=more["whom"],
        starts=tuple(more["starts"].split()),
        ends=tuple(frozenset(each.split("+")) for each in more["ends"].split()),
        length=length_of(more["length"]),
        warn=_longest(more["warn"]),
        strict=more["strict"] == "yes",
        kind=more["kind"],
        source=term.source,
        verify=bool(_FROM_KNOWLEDGE.search(term.source)),
        excepted=more["except"],
        applies=more["applies"],
        until=more["until"],
        each=more["each"] == "yes",
        again=more["again"] == "yes",
        to_the_hour=more["hour"] == "yes",
        first_day_by_station=more["first_day"] == "yes",
        reasons=tuple(more["reason"].split()),
    )


def length_of(words: str) -> Length:
    """Return the length written as ``24 hours``, ``60 days``, ``4 months`` or ``1 year``."""
    count, unit = words.split()
    return Length(int(count), unit if unit.endswith("s") else unit + "s")


def _longest(words: str) -> timedelta:
    *counts, unit = words.split()
    count = max(map(int, counts))
    return timedelta(hours=count) if unit == "hours" else timedelta(days=count)

"""Records that add to another one, which can no longer be changed, and are printed right after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from abhaya.export.snapshot import SnapshotRecord
from abhaya_forms.engine import Question

_NUMBER = re.compile(r"\s*(\d+)")


def adds_to(kept: SnapshotRecord) -> int | None:
    """The number of the record that this one adds to: the answer to the question marked ``after_record``."""
    for visit in kept.entry.visits(relevant_only=True):
        if isinstance(visit.element, Question) and visit.element.marks.get("print") == "after_record":
            found = _NUMBER.match(kept.entry.state(visit.path).value)
            return int(found[1]) if found else None  # int() reads Devanagari digits too
    return None


def in_print_order(records: Iterable[SnapshotRecord]) -> Iterator[SnapshotRecord]:
    """The records in their order, each followed by what adds to it; none is left out."""
    left = list(records)
    numbers = {kept.record.number for kept in left}
    after: dict[int, list[SnapshotRecord]] = {}
    for kept in list(left):
        number = adds_to(kept)
        if number in numbers and number < kept.record.number:  # what came later was not there to be added to
            left.remove(kept)
            after.setdefault(number, []).append(kept)
    while left:
        kept = left.pop(0)
        yield kept
        left = after.pop(kept.record.number, []) + left

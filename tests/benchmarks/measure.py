"""Times a deed, and prints what it took beside its budget and beside what others take for it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Row:
    """One line of the table, in seconds unless ``unit`` says otherwise.

    ``others`` are measured in the same run; only their ratio to ``ours`` means anything on another machine.
    """

    what: str
    ours: float
    budget: float | None = None
    others: dict[str, float] = field(default_factory=dict)
    unit: str = "ms"


def times(
    deed: Callable[[], Any],
    repeat: int,
    clock: Callable[[], float] = time.process_time,
    after: Callable[[Any], object] = lambda done: None,
) -> list[float]:
    """Return how long the deed took each time, in seconds, sorted; the first try only warms up.

    Processor time, since others work on the machine too; where the disk is waited for give another clock.
    ``after`` gets what the deed returned, outside the time taken.
    """
    after(deed())
    gc.collect()
    taken = []
    for _ in range(repeat):
        began = clock()
        done = deed()
        taken.append(clock() - began)
        after(done)
    return sorted(taken)


def typical(deed: Callable[[], Any], repeat: int = 20, **options: Any) -> float:
    """Return the median time of the deed in seconds; options as for ``times``."""
    return median(times(deed, repeat, **options))


def worst(taken: list[float], share: float) -> float:
    """Return the time that ``share`` (for example 0.95) of the sorted times stay under."""
    return taken[min(len(taken) - 1, int(len(taken) * share))]


def show(rows: Iterable[Row]) -> None:
    """Print the rows as they come, as lines of a Markdown table."""
    for row in rows:
        beside = "; ".join(
            f"{name} {_amount(other, row.unit)} = {other / row.ours:.2f}×"
            for name, other in row.others.items()
        )
        budget = "" if row.budget is None else f"≤ {_amount(row.budget, row.unit)}"
        print(f"| {row.what} | {_amount(row.ours, row.unit)} | {budget} | {beside} |", flush=True)


def _amount(value: float, unit: str) -> str:
    scaled = value * {"ms": 1000, "s": 1, "MB": 1}[unit]
    return f"{scaled:,.{0 if scaled >= 100 else 1 if scaled >= 10 else 2 if scaled >= 1 else 3}f} {unit}"

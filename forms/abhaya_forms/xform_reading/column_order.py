"""One order of columns in which the cells of every row keep the order they had in the XForm."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def columns_in_order(rows: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    """Return all columns, each after those that stand before it in some row.

    The order of columns decides the order of attributes.  Where rows contradict each other, the column that
    was met first goes first.
    """
    before: dict[str, set[str]] = {}
    for row in rows:
        last = ""
        for column in row:
            before.setdefault(column, set()).update({last} - {""})
            last = column
    ordered: list[str] = []
    while before:
        free = next((column for column, needs in before.items() if not needs & before.keys()), None)
        column = free or next(iter(before))
        ordered.append(column)
        del before[column]
    return tuple(ordered)

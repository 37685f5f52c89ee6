"""Runs of rows that many forms share (an officer, an address, an age), written once: ``parts/<name>.yaml``.

A form asks for one with a row of type ``part <name>``.  In the part ``~`` stands for that row's name and
``@`` for its cell ``fact``; its other cells take the place of those in the part's first row.  A part may ask
for other parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

PART = "#part"
"""Comment column in which a row names the parts it comes from, the outermost first."""

_TYPE = "part "
_CARRY = "bind::abhaya:carry"
_OWN = ("type", "name", "without", "fact", PART)

Cells = Mapping[str, str]
ReadPart = Callable[[str], tuple[Cells, ...]]
"""Returns the rows of a part by its name; raises KeyError when there is none."""


def expanded(rows: Iterable[Cells], read_part: ReadPart) -> Iterator[Cells]:
    """Yield ``rows`` with every ``part`` row replaced by the rows of that part.

    The cell ``without`` names questions of the part, by the end of their names, that are left out; facts
    (``carry``) that begin with ``@`` are left out where the row names no ``fact``.  Raises KeyError with the
    name of a part that there is not.
    """
    for row in rows:
        kind = row.get("type", "")
        if kind.startswith(_TYPE):
            name = kind.removeprefix(_TYPE).strip()
            yield from expanded(_rows(row, read_part(name), f"{row.get(PART, '')} {name}".strip()), read_part)
        else:
            yield row


def _rows(asked: Cells, part: tuple[Cells, ...], parts: str) -> Iterator[Cells]:
    left_out = {f"~_{name}" for name in asked.get("without", "").split()}
    own = {column: cell for column, cell in asked.items() if column not in _OWN}
    for number, row in enumerate(part):
        if row.get("name") not in left_out:
            yield _said(row, asked) | (own if number == 0 else {}) | {PART: parts}


def _said(row: Cells, asked: Cells) -> dict[str, str]:
    name, fact = asked.get("name", ""), asked.get("fact", "")
    said = {column: cell.replace("~", name) for column, cell in row.items()}
    carried = said.get(_CARRY, "")
    if carried.startswith("@"):
        said[_CARRY] = carried.replace("@", fact)
        if not fact:
            del said[_CARRY]
    return said

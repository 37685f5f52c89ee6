"""What an expression reads, in terms of the form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dependency:
    """Something an expression reads: the nodes at ``path``, or all nodes below it (``below``).

    A rule reads only nodes that share its own row of the repeat at ``anchor`` ("": all nodes).
    """

    path: str
    anchor: str
    below: bool = False

"""What leaves a station about one person for statistics, in the words of IOM's case data standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Value = str | int | tuple[str, ...]
Entry = Mapping[str, Value]
"""Fields by the name they have in the standard, in its order; only what is answered."""


@dataclass(frozen=True, slots=True)
class HtcdsRecord:
    """``id`` is the person's code outside the station; ``lists`` holds what one person can have several of.

    Lists are named by the prefix of their fields: ``per`` (perpetrators), ``hte`` (historic events), ``spl``
    (support plans).
    """

    id: str
    fields: Entry
    lists: Mapping[str, tuple[Entry, ...]]

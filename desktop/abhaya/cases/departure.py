"""Something done out of its order or after its time, for which a reason is asked and nothing is stopped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Departure:
    """``rule`` is a line of the table ``sequence``, or a clock that was met late; ``person`` a code or "".

    ``at`` is when the later step was done, as ISO 8601 in UTC: the same step told again by another record is
    the same departure.
    """

    rule: str
    person: str
    at: str

    @classmethod
    def of(cls, rule: str, person: str, when: datetime) -> Departure:
        """Return the departure from ``rule`` by a step done ``when``."""
        return cls(rule, person, when.astimezone(UTC).isoformat())

"""A person in a case, known everywhere by a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class PersonRole(StrEnum):
    """What a person is in the case."""

    VICTIM = "victim"
    SUSPECT = "suspect"
    WITNESS = "witness"

    @property
    def letter(self) -> str:
        """With which the codes of people in this role begin."""
        return self.value[0].upper()

    @classmethod
    def of_code(cls, code: str) -> PersonRole:
        """Return the role of the person with this code."""
        return next(role for role in cls if code.startswith(role.letter))


@dataclass(frozen=True, slots=True)
class Person:
    """The part that stands in the clear: ``code`` is ``V-001`` (victim), ``S-001`` or ``W-001``.

    ``record_id`` and ``row`` (1-based, over all registers of that role) say where the person was first
    written down; name and particulars are sealed under the case key (``Identity``).
    """

    id: str
    case_id: str
    code: str
    role: PersonRole
    is_child: bool | None
    record_id: str
    row: int


def each_once(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return everybody once, by code, however many records write them down; a child when any says so."""
    found: dict[str, Person] = {}
    for person in people:
        first = found.setdefault(person.code, person)
        said = {first.is_child, person.is_child} - {None}
        found[person.code] = replace(first, is_child=True in said if said else None)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a person is; lives sealed under the case key, never in a log, title or file name.

    ``answers`` maps a question name of the form the person stands in to the answer as stored.
    """

    answers: dict[str, str]

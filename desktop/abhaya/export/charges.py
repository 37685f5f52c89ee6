"""Charges as short as they are cited; what the sealed records say of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from abhaya.export.snapshot import CaseSnapshot
from abhaya_forms.engine import FormEntry, Question
from abhaya_forms.tables import terms


def charges(snapshot: CaseSnapshot) -> str:
    """The sections charged, by Act, as short as they are cited: ``BNS 143(5), 146; BLSA 16``.

    "" when there are none, or others that are no choice of the table: what somebody wrote in words could
    name anybody, and the cover names nobody.
    """
    if last_told(snapshot, "case.other_sections"):
        return ""
    return cited(last_told(snapshot, "case.sections"))


def cited(names: str) -> str:
    """Sections of the table, named one after the other, as they are cited; "" if it lacks one of them."""
    charged = set(names.split())
    found = [term.more for term in terms("acts_and_sections") if term.name in charged]
    if len(found) < len(charged):
        return ""
    acts = groupby(found, lambda term: term["act"])
    return "; ".join(
        f"{act.upper()} {', '.join(term['section'] for term in sections)}" for act, sections in acts
    )


def last_told(snapshot: CaseSnapshot, fact: str) -> str:
    """Return the answer that carries ``fact`` in the record that was filled last; "" if none has one."""
    for kept in reversed(snapshot.records):
        paths = [path for path, name in kept.entry.definition.marked("carry").items() if name == fact]
        value = next((kept.entry.node(path).value for path in paths), "")
        if value:
            return value
    return ""


def told_of_nobody(snapshot: CaseSnapshot, fact: str) -> str:
    """Return what ``last_told`` does, "" where it was written in words that name somebody of the case."""
    told = last_told(snapshot, fact)
    named = any(name in told.casefold() for kept in snapshot.records for name in _identities(kept.entry))
    return "" if named else told


def _identities(entry: FormEntry) -> Iterator[str]:
    for visit in entry.visits():
        element = visit.element
        if isinstance(element, Question) and element.marks.get("mask") == "identity":
            value = entry.node(visit.path).value
            if value:
                yield value.casefold()

"""Rules for the marks that tell what happened: a mark that nobody knows would set no clock going."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya_forms.engine.finding import Finding
from abhaya_forms.survey import Line
from abhaya_forms.tables import terms

_EVENT = "bind::abhaya:event"
_HOLDS = {
    "moment": frozenset({"date", "dateTime", "calculate"}),
    "hours": frozenset({"decimal", "integer", "calculate"}),
}

EVENT_ADVICE = frozenset({"unknown_event", "misplaced_event"})
"""Kinds of finding with which a form can be used all the same."""


def event_findings(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Return where a mark names no event, or stands on a question that cannot hold it."""
    kinds = {term.name: term.more["kind"] for term in terms("events")}
    for line in lines:
        event = line.row[_EVENT]
        if not event:
            continue
        if event not in kinds:
            yield _at(line, "unknown_event", event)
        elif line.row["type"] not in _HOLDS[kinds[event]]:
            yield _at(line, "misplaced_event", event)


def _at(line: Line, kind: str, event: str) -> Finding:
    return Finding(kind, {"text": event}, line.path, "", "survey", line.row.number, _EVENT)

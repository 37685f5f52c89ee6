"""What a form being filled tells out of order or late, said where it is told and long before sealing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from abhaya.cases.case_document import ANYBODY
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.departure import Departure
from abhaya.cases.event import case_events
from abhaya.cases.sequence import sequence_rules
from abhaya.workflows.case_document import document_over
from abhaya.workflows.desk import Desk
from abhaya.workflows.fill_form import Filling
from abhaya.workflows.record_answers import add_answers, code_at, moment_of
from abhaya.workflows.record_content import records_in_force
from abhaya.workflows.sequence_guard import departures_told
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.node import Node

Told = Mapping[Departure, str]
"""Departures, each with the reason that a form holds already, "" when none does."""

_MARKS = ("event", "carry", "person")


class OrderOfSteps:
    """Looks at one record again and again; what the rest of the case tells is read at the first look."""

    def __init__(self, desk: Desk, filling: Filling) -> None:
        self._desk = desk
        self._filling = filling
        self._others: list[Node] | None = None
        self.deciding = frozenset().union(*(filling.entry.definition.marked(mark) for mark in _MARKS))
        """Template paths of what the order of steps can hang upon."""

    def told(self) -> dict[str, Told]:
        """Return what is out of order or late, by the path of the question that tells it."""
        record, root = self._filling.record, Node("case")
        for other in self._rest():
            other.parent = root
            root.children.append(other)
        here = add_answers(root, record, self._filling.entry)
        document = document_over(self._desk, record.case_id, root)
        by_path: dict[str, dict[Departure, str]] = defaultdict(dict)
        for found, reason in departures_told(self._desk, document, record).items():
            for path in self._shown(_tellers(here, found)):
                by_path[path][found] = reason
        return dict(by_path)

    def _rest(self) -> list[Node]:
        if self._others is None:
            record, root = self._filling.record, Node("case")
            for other, entry in records_in_force(self._desk, record.case_id, besides=record):
                add_answers(root, other, entry)
            self._others = root.children
        return self._others

    def _shown(self, tellers: list[Node]) -> Iterator[str]:
        """The questions a person answered: what is reckoned from one tells the same moment."""
        entry = self._filling.entry
        asked = {v.path: v.element for v in entry.visits() if isinstance(v.element, Question)}
        for node in tellers:
            path = node.attributes["path"]
            row = path[: path.rfind("]") + 1]
            if path in asked:
                if self._was_answered(path):
                    yield path
            else:
                dated = (p for p, question in asked.items() if question.data_type in ("date", "dateTime"))
                yield from (p for p in dated if p.startswith(row) and entry.node(p).value == node.text)

    def _was_answered(self, path: str) -> bool:
        """Whether a person told it in this form: what was taken over is told where it is from."""
        node = self._filling.entry.node(path)
        return not node.source or bool(node.told)


def _tellers(here: Node, found: Departure) -> list[Node]:
    """The answers of the record that tell the later step, else those that tell the earlier one."""
    then, first = _steps(found.rule)
    told = [node for node in here.descend() if _is_told(node, then | first, found.person)]
    later = [node for node in told if node.attributes["event"] in then and _is_at(node, found)]
    return later or [node for node in told if node.attributes["event"] in first]


def _is_told(node: Node, names: set[str], person: str) -> bool:
    name = node.attributes.get("event", "")
    whole = not person or name in case_events()
    return name in names and bool(node.text) and (whole or code_at(node) in (person, ANYBODY))


def _steps(rule: str) -> tuple[set[str], set[str]]:
    """The events that come later by a rule, and those that come first."""
    for order in sequence_rules():
        if order.name == rule:
            return {order.then}, set(order.first)
    clock = next(clock for clock in clock_rules() if clock.name == rule)
    return {name for names in clock.ends for name in names}, set(clock.starts)


def _is_at(node: Node, found: Departure) -> bool:
    with suppress(ValueError):
        at, _timed = moment_of(node.text)
        return at == datetime.fromisoformat(found.at)
    return False

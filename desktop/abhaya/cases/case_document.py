"""A case as one document, over which clocks and checks are written as XPath.

::

    <case kind=… default_bail_days="60|90">                 what holds of an accused who has no code yet
      <section name="bns_143_4" act="bns" …/>               one for each section charged, with its columns
      <event name="fir.registered" at=… record="2"/>
      <person code="V-001" role="victim" child="yes|no|unknown" default_bail_days="60|90" sex=… …>
        <event name="child.found" …/> <clock name="child_cwc" state="overdue"/>
      </person>
      <record number="3" form="rescue_report" status="draft|sealed" subject="V-001">
        <data> … answers that are not hidden, with the attributes fact, event and, on rows of people, code …
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from random import Random

from abhaya.cases.event import Duration, Event
from abhaya_forms.engine.instance_xml import document_of
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.secondary_instances import SecondaryInstances
from abhaya_forms.engine.values import to_boolean
from abhaya_forms.engine.xpath_compiler import compile_expression

ANYBODY = ""
"""In place of a person's code: the case as a whole."""


@dataclass(frozen=True, eq=False, slots=True)
class CaseDocument:
    """``root`` is the element ``<case>``; ``clock`` answers now() and today() in the station's zone."""

    root: Node
    events: tuple[Event, ...]
    durations: tuple[Duration, ...]
    clock: Callable[[], datetime]

    def people(self) -> tuple[Node, ...]:
        """The people of the case, each once."""
        return tuple(child for child in self.root.children if child.name == "person")

    def at(self, code: str) -> Node:
        """The element of a person, or of the case for ANYBODY."""
        return next((person for person in self.people() if person.attributes["code"] == code), self.root)

    def found(self, expression: str) -> list[Node]:
        """The nodes an XPath finds from the case; the case itself for a condition that holds."""
        value = self._scope().evaluate(_compiled(expression), self.root)
        if isinstance(value, list):
            return value
        return [self.root] if to_boolean(value) else []

    def holds(self, expression: str, node: Node) -> bool:
        """Whether a condition holds at ``node``; an empty one always does."""
        return not expression or to_boolean(self._scope().evaluate(_compiled(expression), node))

    def _scope(self) -> Scope:
        document = self.root.parent or document_of(self.root)
        return Scope(document, clock=self.clock, random=Random(0), instances=SecondaryInstances())  # noqa: S311


@cache
def _compiled(expression: str) -> Closure:
    return compile_expression(expression)


def add_child(parent: Node, name: str, text: str = "", /, **attributes: str) -> Node:
    """Add an element to the document."""
    child = Node(name, parent, text)
    child.attributes.update(attributes)
    parent.children.append(child)
    return child

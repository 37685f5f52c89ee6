"""What an expression may look at while it is evaluated, besides its context node."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, tzinfo
from random import Random
from typing import TYPE_CHECKING

from abhaya_forms.engine.node import Node

if TYPE_CHECKING:
    from abhaya_forms.engine.secondary_instances import SecondaryInstances

Closure = Callable[[Node, int, int, "Scope"], "bool | float | str | list[Node]"]
"""A compiled expression: context node, its position and the size of its set (XPath 1.0 section 1), scope."""


class Scope:
    """Document, clock, chance and lists for the evaluation of expressions.

    ``current`` is the node the whole expression belongs to (current()); ``clock`` returns an aware time whose
    zone is the one dates are reckoned in; ``seed`` fixes the order of an unseeded randomize().
    """

    def __init__(
        self,
        document: Node,
        *,
        clock: Callable[[], datetime],
        random: Random,
        instances: SecondaryInstances,
    ) -> None:
        self.document = document
        self.current = document
        self.clock = clock
        self.random = random
        self.seed = random.getrandbits(31)
        self.instances = instances
        self.version = ""
        self.properties: Mapping[str, str] = {}

    def evaluate(self, closure: Closure, node: Node) -> bool | float | str | list[Node]:
        """Run a compiled expression that belongs to ``node``.  Raises EvaluationError."""
        outer, self.current = self.current, node
        try:
            return closure(node, 1, 1, self)
        finally:
            self.current = outer

    @property
    def zone(self) -> tzinfo:
        zone = self.clock().tzinfo
        assert zone is not None, "the clock must return aware times"
        return zone

    def now(self) -> datetime:
        return self.clock()

    def today(self) -> date:
        return self.clock().date()

    def nodes_at(self, path: str) -> list[Node]:
        """The nodes of the form at a template path; only a form entry has any."""
        raise NotImplementedError(path)

    def translate(self, text_id: str) -> str:
        """The text of an itext id in the current language, the id itself if there is none."""
        return text_id

    def choice_label(self, path: str, value: str) -> str:
        """The label of a choice of the question at a template path, "" if it has no such choice."""
        raise NotImplementedError(path + value)

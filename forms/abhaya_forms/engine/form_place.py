"""Where a path leads in a form, followed step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.xpath_tree import Step


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the form a path stands; ``top`` is the highest node it climbed to from the rule's node.

    ``of_rule`` when it is the rule's own node, not the context of a predicate.
    """

    node: ModelNode
    top: ModelNode
    of_rule: bool = False

    def moved_to(self, node: ModelNode) -> Place:
        return Place(node, node if node.depth < self.top.depth else self.top)


@dataclass(slots=True)
class Way:
    """How far a path could be followed: levels up, then names down, to ``place``; the steps left over."""

    place: Place
    climb: int
    names: list[str]
    rest: Sequence[Step]


def follow(place: Place, steps: Sequence[Step]) -> Way | None:
    """Follow plain steps as far as they go; None if they lead out of the form."""
    climb = 0
    names: list[str] = []
    for index, step in enumerate(steps):
        if step.predicates or not is_plain(step, place.node):
            return Way(place, climb, names, steps[index:])
        node = next_node(step, place.node)
        if node is None:
            return None
        if step.axis == "parent" and names:
            names.pop()
        elif step.axis == "parent":
            climb += 1
        elif step.axis != "self":
            names.append(node.name)
        place = place.moved_to(node)
    return Way(place, climb, names, ())


def goes_down(step: Step) -> bool:
    return step.axis in ("child", "descendant", "descendant-or-self", "attribute")


def is_plain(step: Step, node: ModelNode) -> bool:
    """Whether the form's shape tells where the step leads."""
    if step.axis == "attribute":
        return "@" + step.test in node.children
    if step.axis == "child":
        return step.test != "*" and not step.test.endswith(")")
    return step.axis in ("parent", "self") and step.test == "node()"


def next_node(step: Step, node: ModelNode) -> ModelNode | None:
    if step.axis == "self":
        return node
    if step.axis == "parent":
        return node.parent
    if step.axis == "attribute":
        return node.children.get("@" + step.test)
    return node.children.get(step.test.rsplit(":", 1)[-1])

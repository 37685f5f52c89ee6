"""The shape of a form's instance: one node per template path, rows of a repeat taken together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from abhaya_forms.engine.answer_text import typed_text
from abhaya_forms.engine.node import Node

JAVAROSA = "{http://openrosa.org/javarosa}"
TEMPLATE = JAVAROSA + "template"


@dataclass(eq=False, slots=True)
class ModelNode:
    """A node of the form, by template path; ``repeats`` are the repeats it lies in, outermost first, itself
    included; ``sample`` is what a new node starts from."""

    path: str
    name: str
    parent: ModelNode | None
    sample: Node
    depth: int
    repeats: tuple[ModelNode, ...] = ()
    is_repeat: bool = False
    data_type: str = "string"
    children: dict[str, ModelNode] = field(default_factory=dict)

    def walk(self) -> Iterator[ModelNode]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children.values():
            yield from child.walk()


class FormModel:
    """All nodes of a form by template path."""

    def __init__(self, root: Node, repeat_paths: frozenset[str] = frozenset()) -> None:
        self.nodes: dict[str, ModelNode] = {}
        self._repeat_paths = repeat_paths
        self.root = self._grow(root, None)

    def _grow(self, sample: Node, parent: ModelNode | None) -> ModelNode:
        path = f"{parent.path if parent else ''}/{sample.name}"
        node = ModelNode(path, sample.name, parent, sample, parent.depth + 1 if parent else 1)
        node.is_repeat = path in self._repeat_paths
        above = parent.repeats if parent else ()
        node.repeats = (*above, node) if node.is_repeat else above
        self.nodes[path] = node
        for name in dict.fromkeys(child.name for child in sample.children if child.name[0] != "#"):
            node.children[name] = self._grow(_best_sample(sample, name), node)
        return node

    def check_defaults(self) -> None:
        """Make a default that does not fit its type none: it would be a value no answer could have."""
        for path, sample in _leaves(self.root.sample, ""):
            if path in self.nodes:  # a row may hold what the template lacks
                sample.text = typed_text(sample.text, self.nodes[path].data_type) or ""

    def add_attribute(self, owner: ModelNode, name: str) -> ModelNode:
        """Make an attribute a node of its own, because a rule of the form sets it."""
        sample = Node("@" + name, owner.sample, owner.sample.attributes.pop(name, ""))
        owner.sample.children.append(sample)
        owner.children[sample.name] = self._grow(sample, owner)
        return owner.children[sample.name]


def _best_sample(parent: Node, name: str) -> Node:
    """The row marked as template, else the first."""
    rows = [child for child in parent.children if child.name == name]
    return next((row for row in rows if TEMPLATE in row.attributes), rows[0])


def _leaves(sample: Node, above: str) -> Iterator[tuple[str, Node]]:
    path = f"{above}/{sample.name}"
    if not sample.children:
        yield path, sample
    for child in sample.children:
        if child.name[0] != "#":
            yield from _leaves(child, path)

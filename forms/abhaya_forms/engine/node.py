"""The nodes of an instance: a light XML tree that XPath closures walk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from abhaya_forms.engine.form_model import ModelNode

DOCUMENT = "#document"
TEXT = "#text"


class Node:
    """An element, attribute, text or document node.

    ``name`` is the local name; names of other node kinds start with ``#`` (document, text) or ``@``
    (attribute).  ``text`` is the content of a node without children.  ``attributes`` are by Clark name.
    """

    __slots__ = ("attributes", "children", "name", "parent", "text")

    hidden = False

    def __init__(self, name: str, parent: Node | None = None, text: str = "") -> None:
        self.name = name
        self.parent = parent
        self.children: list[Node] = []
        self.text = text
        self.attributes: dict[str, str] = {}

    @property
    def is_element(self) -> bool:
        return self.name[0] not in "#@"

    def string(self) -> str:
        """The string value: the text of the node, or of everything below it."""
        if not self.children:
            return self.text
        return "".join(child.string() for child in self.children if child.name[0] != "@")

    def holds(self) -> bool:
        """What the node is as a boolean: a node that is there is true (XPath 1.0)."""
        return True

    def value_of(self, name: str) -> str:
        """The string value of the first child, or of the attribute (``@name``), "" if there is none."""
        if name.startswith("@") and name[1:] in self.attributes:
            return self.attributes[name[1:]]
        return next((child.string() for child in self.children if child.name == name), "")

    def descend(self) -> Iterator[Node]:
        """The elements below and including this node, in document order."""
        if self.is_element:
            yield self
        for child in self.children:
            yield from child.descend()

    def ancestors(self) -> Iterator[Node]:
        """The elements above this node, nearest first."""
        node = self.parent
        while node is not None and node.name is not DOCUMENT:
            yield node
            node = node.parent

    def position(self) -> int:
        """The 1-based position among the siblings of the same name."""
        if self.parent is None:
            return 1
        position = 1
        for sibling in self.parent.children:
            if sibling is self:
                break
            position += sibling.name == self.name
        return position


class MadeNode(Node):
    """The text of an element without children, or an attribute: made when asked for, the same each time."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, MadeNode) and self.parent is other.parent and self.name == other.name

    def __hash__(self) -> int:
        return hash((id(self.parent), self.name))


class AnswerNode(Node):
    """A node of the form's own instance, with what the form's rules say about it now.

    ``relevant`` is the node's own rule, ``hidden`` the effect of all rules above it; ``surplus`` marks a row
    beyond the count the form asks for; ``as_typed`` keeps text that does not fit the question's type.
    """

    __slots__ = ("as_typed", "hidden", "model", "read_only", "relevant", "required", "surplus", "valid")

    def __init__(self, model: ModelNode, parent: Node | None, text: str = "") -> None:
        super().__init__(model.name, parent, text)
        self.model = model
        self.hidden = False
        self.relevant = True
        self.required = False
        self.read_only = False
        self.valid = True
        self.surplus = False
        self.as_typed = ""

    def holds(self) -> bool:
        """An answer is what its value is: ``relevant="${consented}"`` means a yes, not a node (JavaRosa)."""
        return bool(self.children) or self.text not in ("", "false")


HIDDEN = Node("#hidden")
"""Stands in a node-set for nodes that exist but are hidden: reads as "", is never counted."""

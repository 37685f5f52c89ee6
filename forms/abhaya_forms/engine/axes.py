"""The axes of XPath 1.0: from a node to its relatives."""

from __future__ import annotations

from collections.abc import Callable

from abhaya_forms.engine.node import TEXT, MadeNode, Node


def name_of(test: str) -> str:
    """Prefixes are ignored: an instance has one vocabulary."""
    return test if test.endswith(")") else test.rsplit(":", 1)[-1]


def _accepts(node: Node, test: str) -> bool:
    if test == "node()":
        return node.name[0] != "@"
    if test == "*":
        return node.is_element
    if test == "text()":
        return node.name is TEXT
    return node.name == test


def _child(node: Node, test: str) -> list[Node]:
    if not node.children and node.text and test in ("text()", "node()") and node.is_element:
        return [MadeNode(TEXT, node, node.text)]
    return [child for child in node.children if _accepts(child, test)]


def _attribute(node: Node, test: str) -> list[Node]:
    kept = [
        child for child in node.children if child.name[0] == "@" and test in ("*", "node()", child.name[1:])
    ]
    return kept + [
        MadeNode("@" + name, node, value)
        for name, value in ((name.rsplit("}", 1)[-1], value) for name, value in node.attributes.items())
        if test in ("*", "node()", name)
    ]


def _self(node: Node, test: str) -> list[Node]:
    return [node] if test == "node()" or _accepts(node, test) else []


def _parent(node: Node, test: str) -> list[Node]:
    return [node.parent] if node.parent is not None and _accepts(node.parent, test) else []


def _descendant(node: Node, test: str) -> list[Node]:
    found: list[Node] = []
    for child in _child(node, "node()"):
        found += _self(child, test)
        found += _descendant(child, test)
    return found


def _descendant_or_self(node: Node, test: str) -> list[Node]:
    return _self(node, test) + _descendant(node, test)


def _ancestor(node: Node, test: str) -> list[Node]:
    found = []
    parent = node.parent
    while parent is not None:
        found += [parent] if _accepts(parent, test) else []
        parent = parent.parent
    return found


def _ancestor_or_self(node: Node, test: str) -> list[Node]:
    return _self(node, test) + _ancestor(node, test)


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    """Those before (nearest first) and those after."""
    brothers = node.parent.children if node.parent is not None and node.name[0] != "@" else []
    place = next((i for i, brother in enumerate(brothers) if brother is node), None)
    if place is None:
        return [], []  # an attribute, or the text of an element without children
    return brothers[:place][::-1], brothers[place + 1 :]


def _preceding_sibling(node: Node, test: str) -> list[Node]:
    return [sibling for sibling in _siblings(node)[0] if _accepts(sibling, test)]


def _following_sibling(node: Node, test: str) -> list[Node]:
    return [sibling for sibling in _siblings(node)[1] if _accepts(sibling, test)]


def _following(node: Node, test: str) -> list[Node]:
    return [
        found
        for above in [node, *node.ancestors()]
        for sibling in _siblings(above)[1]
        for found in _descendant_or_self(sibling, test)
    ]


def _preceding(node: Node, test: str) -> list[Node]:
    return [
        found
        for above in [node, *node.ancestors()]
        for sibling in _siblings(above)[0]
        for found in reversed(_descendant_or_self(sibling, test))
    ]


AXES: dict[str, Callable[[Node, str], list[Node]]] = {
    "child": _child,
    "attribute": _attribute,
    "self": _self,
    "parent": _parent,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "preceding-sibling": _preceding_sibling,
    "following-sibling": _following_sibling,
    "following": _following,
    "preceding": _preceding,
}
"""By name: from a node and a node test to nodes, nearest first."""
REVERSE = frozenset(("ancestor", "ancestor-or-self", "preceding", "preceding-sibling"))
"""Axes whose nearest node is the last in document order."""

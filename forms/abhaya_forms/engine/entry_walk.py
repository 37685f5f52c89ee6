"""The walk through a form being filled: groups, repeats, rows and questions in the order it asks."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya_forms.engine.body import Element, Group, Question, Repeat
from abhaya_forms.engine.entry_state import Visit
from abhaya_forms.engine.instance_tree import InstanceTree, below, rows_of
from abhaya_forms.engine.node import AnswerNode


def walk_entry(tree: InstanceTree, elements: tuple[Element, ...]) -> Iterator[Visit]:
    """Every stop of the walk through ``elements``, which stand at the top of the form."""
    for element in elements:
        yield from _element(tree, element, tree.root, tree.path(tree.root), 0)


def _element(
    tree: InstanceTree, element: Element, above: AnswerNode, path: str, depth: int
) -> Iterator[Visit]:
    if isinstance(element, Repeat):
        yield from _repeat(tree, element, above, path, depth)
    elif isinstance(element, Group):
        yield from _group(tree, element, above, path, depth)
    else:
        for node, node_path in _nodes(tree, element, above, path):
            yield Visit("question", node_path, element, depth, not node.hidden)


def _group(tree: InstanceTree, group: Group, above: AnswerNode, path: str, depth: int) -> Iterator[Visit]:
    for node, node_path in _nodes(tree, group, above, path):
        yield Visit("group", node_path, group, depth, not node.hidden)
        for child in group.children:
            yield from _element(tree, child, node, node_path, depth + 1)


def _repeat(tree: InstanceTree, repeat: Repeat, above: AnswerNode, path: str, depth: int) -> Iterator[Visit]:
    parent = tree.nearest(tree.model.nodes[repeat.path.rpartition("/")[0]], above)
    if parent is None:
        return
    parent_path = path if parent is above else tree.path(parent)
    rows = [row for row in rows_of(parent, repeat.name) if not row.surplus]
    shown = not parent.hidden and (not rows or not all(row.hidden for row in rows))
    yield Visit("repeat", f"{parent_path}/{repeat.name}", repeat, depth, shown)
    for number, row in enumerate(rows, 1):
        row_path = f"{parent_path}/{repeat.name}[{number}]"
        yield Visit("row", row_path, repeat, depth + 1, not row.hidden)
        for child in repeat.children:
            yield from _element(tree, child, row, row_path, depth + 2)


def _nodes(
    tree: InstanceTree, element: Question | Group, above: AnswerNode, path: str
) -> Iterator[tuple[AnswerNode, str]]:
    """The nodes of an element as seen from the one around it, which need not lie above it in the instance."""
    if element.path is None:
        yield above, path
        return
    model = tree.model.nodes[element.path]
    if model.parent is above.model:
        yield from ((node, f"{path}/{model.name}") for node in rows_of(above, model.name))
        return
    inside = element.path.startswith(above.model.path + "/")
    nodes = list(below(above, model)) if inside else [tree.nearest(model, above)]
    yield from ((node, tree.path(node)) for node in nodes if node is not None)

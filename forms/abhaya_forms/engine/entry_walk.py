"""The walk through a form being filled: groups, repeats, rows and questions in the order it asks."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya_forms.engine.body import Element, Group, Question, Repeat
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_state import Visit
from abhaya_forms.engine.instance_tree import below, rows_of
from abhaya_forms.engine.node import AnswerNode


def walk_entry(scope: EntryScope, elements: tuple[Element, ...]) -> Iterator[Visit]:
    """Every stop of the walk through ``elements``, which stand at the top of the form."""
    for element in elements:
        yield from _element(scope, element, scope.tree.root, scope.tree.path(scope.tree.root), 0)


def _element(
    scope: EntryScope, element: Element, above: AnswerNode, path: str, depth: int
) -> Iterator[Visit]:
    if isinstance(element, Repeat):
        yield from _repeat(scope, element, above, path, depth)
    elif isinstance(element, Group):
        yield from _group(scope, element, above, path, depth)
    else:
        for node, node_path in _nodes(scope, element, above, path):
            yield Visit("question", node_path, element, depth, not node.hidden)


def _group(scope: EntryScope, group: Group, above: AnswerNode, path: str, depth: int) -> Iterator[Visit]:
    for node, node_path in _nodes(scope, group, above, path):
        yield Visit("group", node_path, group, depth, not node.hidden)
        for child in group.children:
            yield from _element(scope, child, node, node_path, depth + 1)


def _repeat(scope: EntryScope, repeat: Repeat, above: AnswerNode, path: str, depth: int) -> Iterator[Visit]:
    tree = scope.tree
    parent = tree.nearest(tree.model.nodes[repeat.path.rpartition("/")[0]], above)
    if parent is None:
        return
    parent_path = path if parent is above else tree.path(parent)
    rows = [row for row in rows_of(parent, repeat.name) if not row.surplus]
    shown = any(not row.hidden for row in rows) if rows else scope.would_show(repeat.path, parent)
    yield Visit("repeat", f"{parent_path}/{repeat.name}", repeat, depth, shown)
    for number, row in enumerate(rows, 1):
        row_path = f"{parent_path}/{repeat.name}[{number}]"
        yield Visit("row", row_path, repeat, depth + 1, not row.hidden)
        for child in repeat.children:
            yield from _element(scope, child, row, row_path, depth + 2)


def _nodes(
    scope: EntryScope, element: Question | Group, above: AnswerNode, path: str
) -> Iterator[tuple[AnswerNode, str]]:
    """The nodes of an element as seen from the one around it, which need not lie above it in the instance."""
    if element.path is None:
        yield above, path
        return
    tree = scope.tree
    model = tree.model.nodes[element.path]
    if model.parent is above.model:
        yield from ((node, f"{path}/{model.name}") for node in rows_of(above, model.name))
        return
    inside = element.path.startswith(above.model.path + "/")
    nodes = list(below(above, model)) if inside else [tree.nearest(model, above)]
    yield from ((node, tree.path(node)) for node in nodes if node is not None)

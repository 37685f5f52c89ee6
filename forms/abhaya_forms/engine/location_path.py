"""Location paths as closures: axes, predicates, and the shortcuts that make forms fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from abhaya_forms.engine.axes import AXES, REVERSE, name_of
from abhaya_forms.engine.list_lookup import Walk, indexable, look_up
from abhaya_forms.engine.node import HIDDEN, Node
from abhaya_forms.engine.operators import in_document_order
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import nodes_of, to_boolean
from abhaya_forms.engine.xpath_tree import Call, Expression, Path, Reference, Step

_HIDDEN_ONLY = [HIDDEN]
_ONE_LEVEL = frozenset(("child", "attribute", "self"))
_Compile = Callable[[Expression], Closure]
_Nodes = Callable[[Node, int, int, Scope], list[Node]]


def visible(nodes: list[Node]) -> list[Node]:
    """The nodes that are not hidden; HIDDEN alone if that leaves none (JavaRosa: hidden reads as "")."""
    for node in nodes:
        if node.hidden:
            return [node for node in nodes if not node.hidden] or _HIDDEN_ONLY
    return nodes


def narrow(nodes: list[Node], predicates: Iterable[Closure], scope: Scope) -> list[Node]:
    """The nodes for which every predicate holds, a number being a position."""
    for predicate in predicates:
        size, kept = len(nodes), []
        for position, node in enumerate(nodes, 1):
            result = predicate(node, position, size, scope)
            if (result == position) if isinstance(result, float) else to_boolean(result):
                kept.append(node)
        nodes = kept
    return nodes


# References of a form


def compile_reference(reference: Reference) -> Closure:
    """The visible nodes of a resolved path."""
    nodes_at = _reference_nodes(reference)
    return lambda node, _position, _size, scope: visible(nodes_at(node, scope))


def compile_target(tree: Reference | Path, compile_tree: _Compile) -> Closure:
    """The nodes of a path, hidden ones too: those an action sets."""
    if isinstance(tree, Reference):
        nodes_at = _reference_nodes(tree)
        return lambda node, _position, _size, scope: nodes_at(node, scope)
    return _path_nodes(tree, compile_tree)


def _reference_nodes(reference: Reference) -> Callable[[Node, Scope], list[Node]]:
    path, climb, names = reference.path, reference.climb, reference.names
    if climb is None:
        return lambda _node, scope: scope.nodes_at(path)
    levels = range(climb)

    def from_node(node: Node) -> list[Node]:
        for _ in levels:
            assert node.parent is not None
            node = node.parent
        nodes = [node]
        for name in names:
            nodes = [child for parent in nodes for child in parent.children if child.name == name]
        return nodes

    if reference.from_rule:
        return lambda _node, scope: from_node(scope.current)
    return lambda node, _scope: from_node(node)


# Paths in general


def compile_path(path: Path, compile_tree: _Compile) -> Closure:
    """The visible nodes at the end of a path."""
    nodes_at = _path_nodes(path, compile_tree)
    return lambda node, position, size, scope: visible(nodes_at(node, position, size, scope))


def _path_nodes(path: Path, compile_tree: _Compile) -> _Nodes:
    begin = _beginning(path, compile_tree)
    walks = _walks(path, compile_tree)

    def run(node: Node, position: int, size: int, scope: Scope) -> list[Node]:
        nodes = begin(node, position, size, scope)
        for walk_on in walks:
            nodes = walk_on(nodes, scope)
        return nodes

    return run


def _beginning(path: Path, compile_tree: _Compile) -> _Nodes:
    if path.absolute:
        return lambda _node, _position, _size, scope: [scope.document]
    if path.start is None:
        return lambda node, _position, _size, _scope: [node]
    if isinstance(path.start, Reference):
        nodes_at = _reference_nodes(path.start)
        return lambda node, _position, _size, scope: nodes_at(node, scope)
    start = compile_tree(path.start)
    return lambda node, position, size, scope: nodes_of(start(node, position, size, scope))


def _walks(path: Path, compile_tree: _Compile) -> list[Walk]:
    """One function per step; an equality on a list goes through its index."""
    found = indexable(path)
    if found is None:
        return _steps(path, compile_tree)
    place, key, wanted = found
    before = [_step(step, (), compile_tree) for step in path.steps[:place]]
    keyed = path.steps[place]
    scan = _step(keyed, keyed.predicates[:1], compile_tree)
    rest = [compile_tree(predicate) for predicate in keyed.predicates[1:]]
    after = [_step(step, step.predicates, compile_tree) for step in path.steps[place + 1 :]]
    looked_up = look_up(path, place, key, compile_tree(wanted), scan)
    return [*before, looked_up, lambda nodes, scope: narrow(nodes, rest, scope), *after]


def _steps(path: Path, compile_tree: _Compile) -> list[Walk]:
    """Until a step leads to nodes inside each other, children come out once each and in document order."""
    nested = not (path.start is None or isinstance(path.start, Reference | Call))
    steps = []
    for step in path.steps:
        nested = nested or step.axis not in _ONE_LEVEL
        steps.append(_step(step, step.predicates, compile_tree, sort=nested))
    return steps


def _step(
    step: Step, predicates: tuple[Expression, ...], compile_tree: _Compile, *, sort: bool = False
) -> Walk:
    axis, test = AXES[step.axis], name_of(step.test)
    conditions = [compile_tree(predicate) for predicate in predicates]
    reverse = step.axis in REVERSE

    def walk_on(nodes: list[Node], scope: Scope) -> list[Node]:
        if len(nodes) == 1:
            found = narrow(axis(nodes[0], test), conditions, scope)
            return found[::-1] if reverse else found
        found = [found for node in nodes for found in narrow(axis(node, test), conditions, scope)]
        return in_document_order(list(dict.fromkeys(found))) if sort else found

    return walk_on

"""Look-ups in lists by an index: ``instance('list')/root/item[key = …]``, the cascading select."""

from __future__ import annotations

from collections.abc import Callable

from abhaya_forms.engine.axes import name_of
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.operators import in_document_order
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.xpath_tree import Call, Expression, Literal, Operation, Path, Reference, walk

_NEEDS_CONTEXT = frozenset(("position", "last", "name", "local-name", "string-length", "normalize-space"))

Walk = Callable[[list[Node], Scope], list[Node]]
"""One step of a path, compiled."""


def indexable(path: Path) -> tuple[int, str, Expression] | None:
    """The step whose first predicate an index answers, its key, and the expression it is compared with."""
    start = path.start
    if not (isinstance(start, Call) and start.name == "instance" and isinstance(start.arguments[0], Literal)):
        return None
    for place, step in enumerate(path.steps):
        if step.axis != "child" or step.test.endswith((")", "*")):
            return None
        if step.predicates:
            return _keyed(place, step.predicates[0])
    return None


def _keyed(place: int, predicate: Expression) -> tuple[int, str, Expression] | None:
    if isinstance(predicate, Operation) and predicate.operator == "=":
        for side, other in ((predicate.left, predicate.right), (predicate.right, predicate.left)):
            key = _key(side)
            if key is not None and _needs_no_context(other):
                return place, key, other
    return None


def _key(side: Expression) -> str | None:
    if not (isinstance(side, Path) and side.start is None and not side.absolute and len(side.steps) == 1):
        return None
    step = side.steps[0]
    if step.predicates or step.axis not in ("child", "attribute") or step.test.endswith((")", "*")):
        return None
    return ("@" if step.axis == "attribute" else "") + name_of(step.test)


def _needs_no_context(expression: Expression) -> bool:
    for part in walk(expression):
        if isinstance(part, Path) and part.start is None and not part.absolute:
            return False
        if isinstance(part, Reference) and part.climb is not None and not part.from_rule:
            return False
        if isinstance(part, Call) and part.name in _NEEDS_CONTEXT:
            return False
    return True


def look_up(start: Path, place: int, key: str, wanted: Closure, scan: Walk) -> Walk:
    """The step of ``start`` at ``place`` through an index; by ``scan`` when the value is no text."""
    call = start.start
    assert isinstance(call, Call)
    assert isinstance(call.arguments[0], Literal)
    instance_id = str(call.arguments[0].value)
    names = tuple(name_of(step.test) for step in start.steps[: place + 1])

    def walk_on(nodes: list[Node], scope: Scope) -> list[Node]:
        value = wanted(scope.current, 1, 1, scope)
        if isinstance(value, bool | float):
            return scan(nodes, scope)
        index = scope.instances.index(instance_id, names, key)
        if isinstance(value, str):
            return index.get(value, [])
        found = [node for text in dict.fromkeys(n.string() for n in value) for node in index.get(text, [])]
        return found if len(value) == 1 else in_document_order(list(dict.fromkeys(found)))

    return walk_on

"""Functions of nodes, rows and lists."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence

from abhaya_forms.engine.functions.function import Function
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import EvaluationError, Value, nodes_of, to_number, to_text

_MOST_ROWS_PAIRS = 5


def _count(_scope: Scope, nodes: Value) -> Value:
    return float(len(nodes_of(nodes)))


def _count_non_empty(_scope: Scope, nodes: Value) -> Value:
    return float(sum(node.string() != "" for node in nodes_of(nodes)))


def _position(arguments: Sequence[Closure]) -> Closure:
    """position() of the context, or position(node) among its rows."""

    def of_context(_node: Node, position: int, _size: int, _scope: Scope) -> Value:
        return float(position)

    def of_argument(node: Node, position: int, size: int, scope: Scope) -> Value:
        nodes = nodes_of(arguments[0](node, position, size, scope))
        return float(nodes[0].position()) if nodes else math.nan

    return of_argument if arguments else of_context


def _last(_arguments: Sequence[Closure]) -> Closure:
    return lambda _node, _position, size, _scope: float(size)


def _current(_arguments: Sequence[Closure]) -> Closure:
    return lambda _node, _position, _size, scope: [scope.current]


def _name(arguments: Sequence[Closure]) -> Closure:
    def call(node: Node, position: int, size: int, scope: Scope) -> Value:
        nodes = nodes_of(arguments[0](node, position, size, scope)) if arguments else [node]
        return nodes[0].name.lstrip("@") if nodes and nodes[0].name[0] != "#" else ""

    return call


def _indexed_repeat(arguments: Sequence[Closure]) -> Closure:
    """indexed-repeat(node, repeat, row, …): the nodes inside the named rows; row 0 and below means row 1."""
    target, pairs = arguments[0], list(zip(arguments[1::2], arguments[2::2], strict=False))
    if len(arguments) % 2 == 0:
        raise EvaluationError("indexed-repeat takes pairs of repeat and row")

    def call(node: Node, position: int, size: int, scope: Scope) -> Value:
        nodes = nodes_of(target(node, position, size, scope))
        for repeat, row in pairs:
            number = to_number(row(node, position, size, scope))
            wanted = max(1, int(number)) if math.isfinite(number) else 1
            rows = {r for r in nodes_of(repeat(node, position, size, scope)) if r.position() == wanted}
            nodes = [n for n in nodes if n in rows or not rows.isdisjoint(n.ancestors())]
        return nodes

    return call


def _instance(scope: Scope, instance_id: Value) -> Value:
    return [scope.instances.root(to_text(instance_id))]


def _pulldata(scope: Scope, instance_id: Value, column: Value, key_column: Value, key: Value) -> Value:
    """The ``column`` of the first row whose ``key_column`` is ``key``, "" if there is none."""
    rows = scope.instances.rows_where(to_text(instance_id), to_text(key_column), to_text(key))
    return rows[0].value_of(to_text(column)) if rows else ""


def _randomize(scope: Scope, nodes: Value, seed: Value | None = None) -> Value:
    """The nodes shuffled, the same way every time for one seed, as JavaRosa and Enketo do it."""
    source = nodes_of(nodes)
    shuffled = list(source)
    draws = _park_miller(scope.seed if seed is None else _seed_number(seed))
    for place, node in enumerate(source):
        other = int(next(draws) * (place + 1))
        shuffled[place] = shuffled[other]
        shuffled[other] = node
    return shuffled


def _seed_number(seed: Value) -> int:
    """A seed that is text and no number counts by its hash, nothing counts as 0 (JavaRosa)."""
    number = to_number(seed)
    if math.isfinite(number):
        return int(number)
    text = "" if isinstance(seed, float) else to_text(seed)
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big", signed=True) if text else 0


_PARK_MILLER = 2_147_483_647


def _park_miller(seed: int) -> Iterator[float]:
    state = seed % _PARK_MILLER if seed >= 0 else -(-seed % _PARK_MILLER)  # Java's remainder
    if state <= 0:
        state += _PARK_MILLER - 1
    while True:
        state = state * 16_807 % _PARK_MILLER
        yield (state - 1) / (_PARK_MILLER - 1)


def _version(scope: Scope) -> Value:
    return scope.version


def _property(scope: Scope, name: Value) -> Value:
    return scope.properties.get(to_text(name), "")


FUNCTIONS = (
    Function("count", 1, 1, _count),
    Function("count-non-empty", 1, 1, _count_non_empty),
    Function("position", 0, 1, build=_position),
    Function("last", 0, 0, build=_last),
    Function("current", 0, 0, build=_current),
    Function("name", 0, 1, build=_name),
    Function("local-name", 0, 1, build=_name),
    Function("indexed-repeat", 3, 1 + 2 * _MOST_ROWS_PAIRS, build=_indexed_repeat),
    Function("instance", 1, 1, _instance),
    Function("pulldata", 4, 4, _pulldata),
    Function("randomize", 1, 2, _randomize),
    Function("version", 0, 0, _version),
    Function("property", 1, 1, _property),
)

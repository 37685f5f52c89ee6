"""Functions of truth and choice."""

from __future__ import annotations

from collections.abc import Sequence

from abhaya_forms.engine.functions.function import MANY, Function
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import Value, nodes_of, to_boolean, to_number, to_text


def _true(_scope: Scope) -> Value:
    return True


def _false(_scope: Scope) -> Value:
    return False


def _not(_scope: Scope, value: Value) -> Value:
    return not to_boolean(value)


def _boolean(_scope: Scope, value: Value) -> Value:
    return to_boolean(value)


def _boolean_from_string(_scope: Scope, value: Value) -> Value:
    return to_text(value).lower() in ("true", "1")


def _depend(_scope: Scope, value: Value, *_dependencies: Value) -> Value:
    return value


def _if(arguments: Sequence[Closure]) -> Closure:
    condition, then, otherwise = arguments

    def call(node: Node, position: int, size: int, scope: Scope) -> Value:
        branch = then if to_boolean(condition(node, position, size, scope)) else otherwise
        return branch(node, position, size, scope)

    return call


def _coalesce(arguments: Sequence[Closure]) -> Closure:
    def call(node: Node, position: int, size: int, scope: Scope) -> Value:
        value: Value = ""
        for argument in arguments:
            value = argument(node, position, size, scope)
            if not _is_blank(value):
                break
        return value

    return call


def _is_blank(value: Value) -> bool:
    return value != value or (not isinstance(value, bool | float) and to_text(value) == "")


def _once(arguments: Sequence[Closure]) -> Closure:
    def call(node: Node, position: int, size: int, scope: Scope) -> Value:
        value: Value = scope.current.string() or arguments[0](node, position, size, scope)
        return "" if _is_blank(value) else value

    return call


def _checklist(_scope: Scope, least: Value, most: Value, *factors: Value) -> Value:
    count = sum(to_boolean(factor) for factor in _flat(factors))
    return _within(to_number(least), to_number(most), count)


def _weighted_checklist(_scope: Scope, least: Value, most: Value, *pairs: Value) -> Value:
    if len(pairs) == 2 and isinstance(pairs[0], list) and isinstance(pairs[1], list):
        flags, weights = _flat(pairs[:1]), _flat(pairs[1:])
    else:
        flags, weights = list(pairs[::2]), list(pairs[1::2])
    total = sum(to_number(weight) for flag, weight in zip(flags, weights, strict=False) if to_boolean(flag))
    return _within(to_number(least), to_number(most), total)


def _flat(values: Sequence[Value]) -> list[Value]:
    """Each node of a node-set counts as a value of its own."""
    flat: list[Value] = []
    for value in values:
        if isinstance(value, list):
            flat += [node.string() for node in nodes_of(value)]
        else:
            flat.append(value)
    return flat


def _within(least: float, most: float, count: float) -> bool:
    """-1 stands for no bound."""
    return (least < 0 or count >= least) and (most < 0 or count <= most)


FUNCTIONS = (
    Function("true", 0, 0, _true),
    Function("false", 0, 0, _false),
    Function("not", 1, 1, _not),
    Function("boolean", 1, 1, _boolean),
    Function("boolean-from-string", 1, 1, _boolean_from_string),
    Function("depend", 1, MANY, _depend),
    Function("if", 3, 3, build=_if),
    Function("coalesce", 2, MANY, build=_coalesce),
    Function("once", 1, 1, build=_once),
    Function("checklist", 2, MANY, _checklist),
    Function("weighted-checklist", 2, MANY, _weighted_checklist),
)

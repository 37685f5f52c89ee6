"""The operators of XPath, with JavaRosa's rules for dates and nearly equal numbers."""

from __future__ import annotations

import math
import operator as python_operator
from collections.abc import Callable
from datetime import UTC

from abhaya_forms.engine.dates import days_of, parse_date_time
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.values import NEARLY_ZERO, Value, nodes_of, text_number, to_boolean, to_number


def equal(left: Value, right: Value) -> bool:
    """XPath 1.0 section 3.4; hidden nodes read as ""."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) == to_boolean(right)
    if isinstance(left, list) or isinstance(right, list):
        return _any_pair(left, right, _equal_scalars)
    return _equal_scalars(left, right)


def unequal(left: Value, right: Value) -> bool:
    """Whether some pair differs: for node-sets this is not the opposite of ``equal``."""
    if isinstance(left, bool) or isinstance(right, bool):
        return to_boolean(left) != to_boolean(right)
    if isinstance(left, list) or isinstance(right, list):
        return _any_pair(left, right, lambda a, b: not _equal_scalars(a, b))
    return not _equal_scalars(left, right)


def _equal_scalars(left: float | str, right: float | str) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        return left == right or _same_moment(left, right)
    a = text_number(left) if isinstance(left, str) else left
    b = text_number(right) if isinstance(right, str) else right
    return a == b or abs(a - b) < NEARLY_ZERO


def _same_moment(left: str, right: str) -> bool:
    if not (len(left) >= 10 and len(right) >= 10 and left[4] == right[4] == "-"):
        return False
    a, b = parse_date_time(left, UTC), parse_date_time(right, UTC)
    return a is not None and b is not None and days_of(a) == days_of(b)


def _scalars(value: Value) -> list[float | str]:
    if isinstance(value, list):
        return [node.string() for node in value]
    return [value]


def _any_pair(left: Value, right: Value, holds: Callable[[float | str, float | str], bool]) -> bool:
    rights = _scalars(right)
    return any(holds(a, b) for a in _scalars(left) for b in rights)


_ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": python_operator.lt,
    "<=": python_operator.le,
    ">": python_operator.gt,
    ">=": python_operator.ge,
}


def ordering(symbol: str) -> Callable[[Value, Value], bool]:
    """The comparison ``symbol`` (``< <= > >=``): always of numbers, dates being numbers."""
    holds = _ORDER[symbol]

    def compare(left: Value, right: Value) -> bool:
        if isinstance(left, list) or isinstance(right, list):
            return _any_pair(left, right, lambda a, b: holds(to_number(a), to_number(b)))
        return holds(to_number(left), to_number(right))

    return compare


def divide(dividend: float, divisor: float) -> float:
    """IEEE 754 division: by zero gives infinity or NaN, never an exception."""
    if divisor != 0:
        return dividend / divisor
    if math.isnan(dividend) or dividend == 0:
        return math.nan
    return math.copysign(math.inf, dividend) * math.copysign(1.0, divisor)


def remainder(dividend: float, divisor: float) -> float:
    """The remainder of a truncating division: it takes the sign of the dividend."""
    if divisor == 0 or math.isnan(divisor) or math.isinf(dividend):
        return math.nan
    return math.fmod(dividend, divisor)


ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": python_operator.add,
    "-": python_operator.sub,
    "*": python_operator.mul,
    "div": divide,
    "mod": remainder,
}


def union(left: Value, right: Value) -> list[Node]:
    """The nodes of both sets, each once, in document order."""
    nodes = list(dict.fromkeys([*nodes_of(left), *nodes_of(right)]))
    return in_document_order(nodes)


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes sorted as the document has them."""
    return sorted(nodes, key=_place) if len(nodes) > 1 else nodes


def _place(node: Node) -> tuple[int, ...]:
    place: list[int] = []
    parent = node.parent
    while parent is not None:
        # A node made when asked for is no child of its parent: attributes come first, then the text.
        made = -2 if node.name[0] == "@" else -1
        place.append(next((i for i, child in enumerate(parent.children) if child is node), made))
        node, parent = parent, parent.parent
    return tuple(reversed(place))

"""The syntax tree of an XPath expression."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a quoted text."""

    value: float | str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class Operation:
    """A binary operator: ``or and = != < <= > >= + - * div mod |``."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a location path; ``test`` is a name, ``*``, ``node()``, ``text()`` or ``comment()``."""

    axis: str
    test: str
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path; it starts at ``start``, at the document (``absolute``) or at the context node."""

    start: Expression | None
    absolute: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """An expression narrowed by predicates: ``(…)[…]``."""

    base: Expression
    predicates: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A path resolved against a form: the nodes at the template path ``path``.

    They are reached by climbing ``climb`` levels, from the node the rule belongs to (``from_rule``) or from
    the context node of a predicate, and descending ``names``.  ``climb`` is None for a path that no repeat
    contains: its single node is found by the path itself.
    """

    path: str
    climb: int | None
    names: tuple[str, ...]
    from_rule: bool


Expression = Literal | Call | Negation | Operation | Path | Filter | Reference


def walk(expression: Expression) -> Iterator[Expression]:
    """``expression`` and everything inside it."""
    yield expression
    for part in _parts(expression):
        yield from walk(part)


def _parts(expression: Expression) -> Iterator[Expression]:
    if isinstance(expression, Call):
        yield from expression.arguments
    elif isinstance(expression, Negation):
        yield expression.operand
    elif isinstance(expression, Operation):
        yield expression.left
        yield expression.right
    elif isinstance(expression, Filter):
        yield expression.base
        yield from expression.predicates
    elif isinstance(expression, Path):
        if expression.start is not None:
            yield expression.start
        for step in expression.steps:
            yield from step.predicates

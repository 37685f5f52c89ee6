"""A syntax tree to one Python closure, compiled once and run for every answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.functions.function import Function
from abhaya_forms.engine.functions.patterns import compile_pattern
from abhaya_forms.engine.functions.table import FUNCTIONS
from abhaya_forms.engine.location_path import compile_path, compile_reference, narrow
from abhaya_forms.engine.node import DOCUMENT, Node
from abhaya_forms.engine.operators import ARITHMETIC, equal, ordering, unequal, union
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.secondary_instances import SecondaryInstances
from abhaya_forms.engine.values import EvaluationError, Value, nodes_of, to_boolean, to_number, to_text
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import (
    Call,
    Expression,
    Filter,
    Literal,
    Negation,
    Operation,
    Path,
    Reference,
)

_VALUE_OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "=": equal,
    "!=": unequal,
    "|": union,
    **{symbol: ordering(symbol) for symbol in ("<", "<=", ">", ">=")},
}


def compile_expression(expression: str) -> Closure:
    """Compile an expression by itself: its paths are taken as the document it meets has them.

    Run it with ``Scope.evaluate``.  Raises FormError for what cannot be read or called.
    """
    return compile_tree(parse(expression))


def compile_tree(tree: Expression) -> Closure:
    """Compile a tree.  Raises FormError for an unknown function, a wrong number of arguments or a call that
    can never work."""
    if isinstance(tree, Literal):
        return _constant(tree.value)
    if isinstance(tree, Reference):
        return compile_reference(tree)
    if isinstance(tree, Path):
        return compile_path(tree, compile_tree)
    if isinstance(tree, Operation):
        return _operation(tree)
    if isinstance(tree, Call):
        return _call(tree)
    if isinstance(tree, Negation):
        return _negation(compile_tree(tree.operand))
    return _filter(tree)


def _constant(value: Value) -> Closure:
    return lambda _node, _position, _size, _scope: value


def _negation(operand: Closure) -> Closure:
    return lambda node, position, size, scope: -to_number(operand(node, position, size, scope))


def _filter(tree: Filter) -> Closure:
    base = compile_tree(tree.base)
    predicates = [compile_tree(predicate) for predicate in tree.predicates]
    return lambda node, position, size, scope: narrow(
        nodes_of(base(node, position, size, scope)), predicates, scope
    )


def _operation(tree: Operation) -> Closure:
    left, right, symbol = compile_tree(tree.left), compile_tree(tree.right), tree.operator
    if symbol == "and":
        return lambda n, p, s, scope: to_boolean(left(n, p, s, scope)) and to_boolean(right(n, p, s, scope))
    if symbol == "or":
        return lambda n, p, s, scope: to_boolean(left(n, p, s, scope)) or to_boolean(right(n, p, s, scope))
    if symbol in ARITHMETIC:
        work = ARITHMETIC[symbol]
        return lambda n, p, s, scope: work(to_number(left(n, p, s, scope)), to_number(right(n, p, s, scope)))
    compare = _VALUE_OPERATORS[symbol]
    return lambda n, p, s, scope: compare(left(n, p, s, scope), right(n, p, s, scope))


def _call(tree: Call) -> Closure:
    function = FUNCTIONS.get(tree.name)
    if function is None:
        raise FormError((Finding("unknown_function", {"function": tree.name}),))
    given = len(tree.arguments)
    if not function.least <= given <= function.most:
        raise FormError((_wrong_arity(function, given),))
    arguments = [compile_tree(argument) for argument in tree.arguments]
    if function.build is not None:
        try:
            return function.build(arguments)
        except EvaluationError:
            raise FormError((_wrong_arity(function, given),)) from None
    if function.checked and all(isinstance(argument, Literal) for argument in tree.arguments):
        _try_once(function, arguments)
    if function.pattern and isinstance(tree.arguments[-1], Literal):
        _read_pattern(function, to_text(tree.arguments[-1].value))
    return _run(function, arguments)


def _wrong_arity(function: Function, given: int) -> Finding:
    values = {
        "function": function.name,
        "given": str(given),
        "least": str(function.least),
        "most": str(function.most),
    }
    return Finding("wrong_arity", values)


def _run(function: Function, arguments: list[Closure]) -> Closure:
    run = function.run
    assert run is not None
    if not arguments:
        return lambda _node, _position, _size, scope: run(scope)
    if len(arguments) == 1:
        only = arguments[0]
        return lambda n, p, s, scope: run(scope, only(n, p, s, scope))
    if len(arguments) == 2:
        first, second = arguments
        return lambda n, p, s, scope: run(scope, first(n, p, s, scope), second(n, p, s, scope))
    return lambda n, p, s, scope: run(scope, *[argument(n, p, s, scope) for argument in arguments])


def _try_once(function: Function, arguments: list[Closure]) -> None:
    """Find a call that can never work.  Raises FormError."""
    nowhere = Node(DOCUMENT)
    epoch = datetime(1970, 1, 1, tzinfo=UTC)
    scope = Scope(nowhere, clock=lambda: epoch, random=Random(0), instances=SecondaryInstances())  # noqa: S311
    try:
        _run(function, arguments)(nowhere, 1, 1, scope)
    except EvaluationError:
        raise FormError((Finding("bad_argument", {"function": function.name}),)) from None


def _read_pattern(function: Function, pattern: str) -> None:
    """Find a regular expression that is none.  Raises FormError."""
    try:
        compile_pattern(pattern)
    except EvaluationError:
        values = {"function": function.name, "pattern": pattern}
        raise FormError((Finding("bad_pattern", values),)) from None

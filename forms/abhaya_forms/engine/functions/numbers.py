"""Functions of numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_FLOOR, Decimal

from abhaya_forms.engine.functions.function import MANY, Function
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import Value, nodes_of, text_number, to_number

_MOST_PLACES = 30
"""Rounding to more decimal places gives NaN, as in JavaRosa."""


def round_half_up(number: float) -> float:
    """The nearest whole number, a half going up, also below zero (XPath 1.0 section 4.4)."""
    return float(math.floor(number + 0.5)) if math.isfinite(number) else number


def _round(_scope: Scope, value: Value, places: Value = 0.0) -> Value:
    number, wanted = to_number(value), to_number(places)
    if not math.isfinite(number):
        return number
    if not abs(wanted) <= _MOST_PLACES:
        return math.nan
    shift = int(wanted)
    scaled = Decimal(repr(number)).scaleb(shift) + Decimal("0.5")
    return float(scaled.to_integral_value(ROUND_FLOOR).scaleb(-shift))


def _number(_scope: Scope, value: Value) -> Value:
    return to_number(value)


def _int(_scope: Scope, value: Value) -> Value:
    number = to_number(value)
    return float(math.trunc(number)) if math.isfinite(number) else number


def _of_one(work: Callable[[float], float]) -> Callable[[Scope, Value], Value]:
    def call(_scope: Scope, value: Value) -> Value:
        try:
            return float(work(to_number(value)))
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return call


def _logarithm(work: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else work(number)


def _whole(work: Callable[[float], int]) -> Callable[[float], float]:
    return lambda number: float(work(number)) if math.isfinite(number) else number


def _power(_scope: Scope, base: Value, exponent: Value) -> Value:
    try:
        return math.pow(to_number(base), to_number(exponent))
    except OverflowError:
        return math.inf
    except ValueError:
        return math.inf if to_number(base) == 0 else math.nan


def _atan2(_scope: Scope, y: Value, x: Value) -> Value:
    return math.atan2(to_number(y), to_number(x))


def _pi(_scope: Scope) -> Value:
    return math.pi


def _random(scope: Scope) -> Value:
    return scope.random.random()


def _sum(_scope: Scope, nodes: Value) -> Value:
    """The sum of all nodes that have a value."""
    return math.fsum(_numbers_in(nodes_of(nodes)))


def _numbers_in(nodes: list[Node]) -> list[float]:
    texts = [node.string() for node in nodes]
    return [text_number(text) for text in texts if text.strip() != ""]


def _extreme(best: Callable[[list[float]], float]) -> Callable[..., Value]:
    """min() and max(): of all nodes that have a value, NaN if there are none or one is no number."""

    def call(_scope: Scope, *values: Value) -> Value:
        numbers: list[float] = []
        for value in values:
            numbers += _numbers_in(nodes_of(value)) if isinstance(value, list) else [to_number(value)]
        return best(numbers) if numbers and not any(map(math.isnan, numbers)) else math.nan

    return call


FUNCTIONS = (
    Function("number", 1, 1, _number),
    Function("int", 1, 1, _int),
    Function("round", 1, 2, _round),
    Function("floor", 1, 1, _of_one(_whole(math.floor))),
    Function("ceiling", 1, 1, _of_one(_whole(math.ceil))),
    Function("abs", 1, 1, _of_one(abs)),
    Function("sqrt", 1, 1, _of_one(math.sqrt)),
    Function("exp", 1, 1, _of_one(math.exp)),
    Function("exp10", 1, 1, _of_one(lambda number: math.pow(10, number))),
    Function("log", 1, 1, _of_one(_logarithm(math.log))),
    Function("log10", 1, 1, _of_one(_logarithm(math.log10))),
    Function("sin", 1, 1, _of_one(math.sin)),
    Function("cos", 1, 1, _of_one(math.cos)),
    Function("tan", 1, 1, _of_one(math.tan)),
    Function("asin", 1, 1, _of_one(math.asin)),
    Function("acos", 1, 1, _of_one(math.acos)),
    Function("atan", 1, 1, _of_one(math.atan)),
    Function("atan2", 2, 2, _atan2),
    Function("pow", 2, 2, _power),
    Function("pi", 0, 0, _pi),
    Function("random", 0, 0, _random),
    Function("sum", 1, 1, _sum),
    Function("min", 1, MANY, _extreme(min)),
    Function("max", 1, MANY, _extreme(max)),
)

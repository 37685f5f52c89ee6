"""What an XPath expression yields, and how one kind of value becomes another (JavaRosa's rules)."""

from __future__ import annotations

import math
import re
from datetime import UTC
from decimal import Decimal

from abhaya_forms.engine.dates import days_of, parse_date_time
from abhaya_forms.engine.node import HIDDEN, Node

Value = bool | float | str | list[Node]
NEARLY_ZERO = 1e-12
"""Numbers closer than this are equal (JavaRosa's XPathEqExpr)."""

_NUMBER = re.compile(r"-?(?:\d+(?:[.,]\d*)?|[.,]\d+)", re.ASCII)
_LARGEST_WHOLE = 1e21


class EvaluationError(Exception):
    """A value no function can work with, for example date('tomorrow'); it holds no answer."""


def to_text(value: Value) -> str:
    """The value as text; the first node of a node-set counts."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].string() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value)


def number_text(number: float) -> str:
    """A number as XPath 1.0 writes it: no exponent, no trailing zero."""
    if math.isnan(number):
        return "NaN"
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < _LARGEST_WHOLE:
        return str(int(number))
    if abs(number) < NEARLY_ZERO:
        return "0"
    shortest = repr(number)
    return shortest if "e" not in shortest else format(Decimal(shortest), "f")


def to_number(value: Value) -> float:
    """The value as a number; text that is a date counts its days, other text is NaN."""
    if isinstance(value, float):
        return value
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    return text_number(to_text(value))


def text_number(text: str) -> float:
    """Text as a number, NaN if it is none; a decimal comma is read as a point."""
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return float(text.replace(",", "."))
    if len(text) >= 10 and text[4] == "-":
        # The zone does not matter for a date; a dateTime without offset is local already.
        moment = parse_date_time(text, UTC)
        if moment is not None:
            return days_of(moment)
    return math.nan


def to_boolean(value: Value) -> bool:
    """The value as true or false: false are "", 0, NaN, no nodes, and an answer that is empty or false."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return abs(value) > NEARLY_ZERO
    if isinstance(value, list):
        nodes = nodes_of(value)
        return bool(nodes) and nodes[0].holds()
    return value != ""


def nodes_of(value: Value) -> list[Node]:
    """The nodes of a node-set, hidden ones left out.  Raises EvaluationError for anything else."""
    if not isinstance(value, list):
        raise EvaluationError("not a node-set")
    return value if not value or value[0] is not HIDDEN else []


def texts_of(value: Value) -> list[str]:
    """One text per node of a node-set, or the value alone."""
    if isinstance(value, list):
        return [node.string() for node in nodes_of(value)]
    return [to_text(value)]

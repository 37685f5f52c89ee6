"""When a question is asked, as far as its rule says it in simple terms: what a sheet of paper can tell."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya_forms.engine.finding import FormError
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Call, Expression, Literal, Operation, Path, Step

_COMPARED = ("<", "<=", ">", ">=")


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the answer at the template path ``path`` must be.

    ``operator`` is ``=`` or ``!=`` (one of ``values``, none of them; no value at all stands for no answer),
    or ``< <= > >=`` with one number.
    """

    path: str
    operator: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Combination:
    """Conditions that must all hold (``and``), or one of them (``or``)."""

    operator: str
    parts: tuple[Condition, ...]


Condition = Comparison | Combination


def condition_of(expression: str, path: str) -> Condition | None:
    """Return what the rule of the node at the template path ``path`` says; None if that is not simple."""
    try:
        return _condition(parse(expression), path)
    except FormError:
        return None


def _condition(said: Expression, path: str) -> Condition | None:
    if isinstance(said, Call):
        return _selected(said, path) if said.name == "selected" and len(said.arguments) == 2 else None
    if not isinstance(said, Operation):
        return None
    if said.operator in ("and", "or"):
        return _combined(said, path)
    left, right = _target(said.left, path), said.right
    if not left or not isinstance(right, Literal):
        return None
    if said.operator in ("=", "!=") and isinstance(right.value, str):
        return Comparison(left, said.operator, (right.value,) if right.value else ())
    if said.operator in (*_COMPARED, "=", "!=") and isinstance(right.value, float):
        return Comparison(left, said.operator, (f"{right.value:g}",))
    return None


def _combined(said: Operation, path: str) -> Condition | None:
    parts: list[Condition] = []
    for side in (said.left, said.right):
        part = _condition(side, path)
        if part is None:
            return None
        same = isinstance(part, Combination) and part.operator == said.operator
        parts += part.parts if same and isinstance(part, Combination) else (part,)
    return Combination(said.operator, tuple(parts))


def _selected(said: Call, path: str) -> Condition | None:
    """``selected(${q}, 'a')``, or ``selected('a b', ${q})``: one of several."""
    first, second = said.arguments
    values: tuple[str, ...]
    if isinstance(second, Literal):
        target, values = _target(first, path), (str(second.value),)
    elif isinstance(first, Literal):
        target, values = _target(second, path), tuple(str(first.value).split())
    else:
        return None
    return Comparison(target, "=", values) if target and values else None


def _target(said: Expression, path: str) -> str:
    """The template path that a plain location path leads to; "" for any other expression."""
    if not isinstance(said, Path):
        return ""
    around = said.start is None or (isinstance(said.start, Call) and said.start.name == "current")
    if not around or not all(_is_plain(step) for step in said.steps):
        return ""
    steps = [] if said.absolute else path.split("/")[1:]
    for step in said.steps:
        if step.axis == "parent":
            steps = steps[:-1]
        elif step.axis == "child":
            steps.append(step.test)
    return "/" + "/".join(steps)


def _is_plain(step: Step) -> bool:
    named = step.axis == "child" and step.test.replace("_", "").replace("-", "").isalnum()
    return not step.predicates and (named or (step.axis in ("parent", "self") and step.test == "node()"))

"""One case of the JavaRosa XPath suite: evaluate it against its model, compare what comes out."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from random import Random
from typing import Any

from abhaya_forms.engine.finding import FormError
from abhaya_forms.engine.form_model import FormModel
from abhaya_forms.engine.instance_xml import read_document
from abhaya_forms.engine.path_resolution import resolve
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.secondary_instances import SecondaryInstances
from abhaya_forms.engine.values import EvaluationError, Value, to_boolean, to_number, to_text
from abhaya_forms.engine.xpath_compiler import compile_tree
from abhaya_forms.engine.xpath_parser import parse

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MODELS = {
    None: b"<data/>",
    "inst": b"<data><path>some value</path><path/><path>another</path><path/><path>third</path>"
    b"<geoshape>0 0 0 0; 0 1 0 0; 1 1 0 0; 1 0 0 0; 0 0 0 0</geoshape></data>",
}


def failure_of(case: list[Any]) -> str:
    """Why the case fails, "" if it passes."""
    expression, model, (kind, *expected) = case
    try:
        value = _evaluate(expression, MODELS[model])
    except (FormError, EvaluationError) as error:
        return "" if kind == "error" else f"raised {error!r}"
    if kind in ("parses", "error"):
        return "" if kind == "parses" else f"got {value!r}"
    return "" if _fits(kind, expected[0], value) else f"got {value!r}"


def _evaluate(expression: str, xml: bytes) -> Value:
    document = read_document(xml)
    root = document.children[0]
    model = FormModel(root)
    resolution = resolve(parse(expression), model, model.root)
    if resolution.findings:
        raise FormError(tuple(resolution.findings))
    scope = _Flat(document, clock=lambda: NOW, random=Random(1), instances=SecondaryInstances())
    return scope.evaluate(compile_tree(resolution.tree), root)


class _Flat(Scope):
    def nodes_at(self, path: str) -> list[Any]:
        names = path.split("/")[2:]
        nodes = [self.document.children[0]]
        for name in names:
            nodes = [child for node in nodes for child in node.children if child.name == name]
        return nodes


def _fits(kind: str, expected: Any, value: Value) -> bool:
    if kind == "boolean":
        return to_boolean(value) is expected
    if kind == "string":
        return to_text(value) == expected
    number = to_number(value)
    if math.isnan(expected):
        return math.isnan(number)
    if math.isinf(expected):
        return number == expected
    return abs(number - expected) <= 1e-9 * max(1.0, abs(expected))

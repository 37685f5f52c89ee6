"""One case of the ODK Web Forms XPath suite: evaluate it, compare what comes out."""

from __future__ import annotations

import math
import re
from datetime import datetime
from functools import partial
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from abhaya_forms.engine.finding import FormError
from abhaya_forms.engine.instance_xml import read_document
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.secondary_instances import SecondaryInstances
from abhaya_forms.engine.values import EvaluationError, Value, to_boolean, to_number, to_text
from abhaya_forms.engine.xpath_compiler import compile_expression

NOW = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("America/Phoenix"))
"""When and where the suite's expected values were recorded."""


class _Host(Scope):
    """Finds texts in the itext of the case's document, as the suite's own host does."""

    translations: tuple[Node, ...] = ()

    def translate(self, text_id: str) -> str:
        for translation in self.translations:
            for text in translation.children:
                if text.attributes.get("id") == text_id:
                    return next(value.string() for value in text.children if "form" not in value.attributes)
        return text_id


def failure_of(case: dict[str, Any]) -> str:
    """Why the case fails, "" if it passes."""
    document = read_document(case["xml"].encode())
    root = _at(document, case["root"])
    context = root if case["ctx"] is None else _at(document, case["ctx"])
    scope = _Host(root, clock=lambda: NOW, random=Random(1), instances=_lists(document))
    scope.translations = tuple(
        node
        for node in document.descend()
        if node.name == "translation" and case["lang"] in (None, node.attributes.get("lang"))
    )
    try:
        value = scope.evaluate(compile_expression(case["expr"]), context)
    except (FormError, EvaluationError) as error:
        return f"raised {error!r}"
    return "" if _fits(case, value, document) else f"got {to_text(value)!r}"


def _at(document: Node, place: str) -> Node:
    """The node at a path of element positions (``/0/1``)."""
    node = document
    for index in filter(None, place.split("/")):
        node = [child for child in node.children if child.is_element][int(index)]
    return node


def _lists(document: Node) -> SecondaryInstances:
    instances = [node for node in document.descend() if node.name == "instance" and "id" in node.attributes]
    return SecondaryInstances({node.attributes["id"]: partial(_itself, node) for node in instances})


def _itself(node: Node) -> Node:
    return node


def _fits(case: dict[str, Any], value: Value, document: Node) -> bool:
    expected, kind = case["expected"], case["kind"]
    if kind == "number":
        return _same_number(float(expected), to_number(value))
    if kind == "rounded":
        factor = case.get("factor", 1)
        return round(to_number(value) * factor) == round(float(expected) * factor)
    if kind == "boolean":
        return to_boolean(value) == expected
    if kind == "nodes":
        return isinstance(value, list) and value == [_at(document, place) for place in expected]
    text = to_text(value)
    if kind == "match":
        return re.search(expected, text) is not None
    return len(text) == expected if kind == "length" else text == expected


def _same_number(expected: float, got: float) -> bool:
    if math.isnan(expected) or math.isnan(got):
        return math.isnan(expected) and math.isnan(got)
    return expected == got or abs(expected - got) < 1e-9

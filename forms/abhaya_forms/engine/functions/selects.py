"""Functions of answers that hold several choices."""

from __future__ import annotations

import math

from abhaya_forms.engine.functions.function import Function
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import Value, to_number, to_text


def _selected(_scope: Scope, answer: Value, choice: Value) -> Value:
    return to_text(choice).strip() in to_text(answer).split()


def _selected_at(_scope: Scope, answer: Value, index: Value) -> Value:
    """Counted from 0; "" beyond the ends."""
    choices, wanted = to_text(answer).split(), to_number(index)
    if math.isnan(wanted) or not 0 <= wanted < len(choices):
        return ""
    return choices[int(wanted)]


def _count_selected(_scope: Scope, answer: Value) -> Value:
    return float(len(to_text(answer).split()))


def _itext(scope: Scope, text_id: Value) -> Value:
    return scope.translate(to_text(text_id))


def _choice_name(scope: Scope, value: Value, path: Value) -> Value:
    return scope.choice_label(to_text(path).strip(), to_text(value))


FUNCTIONS = (
    Function("selected", 2, 2, _selected),
    Function("is-selected", 2, 2, _selected),
    Function("selected-at", 2, 2, _selected_at),
    Function("count-selected", 1, 1, _count_selected),
    Function("jr:itext", 1, 1, _itext),
    Function("jr:choice-name", 2, 2, _choice_name),
)

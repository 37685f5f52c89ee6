"""Which cases of the suites are outside the engine's scope, decided by rule, never case by case."""

from __future__ import annotations

import re
from typing import Any

from abhaya_forms.engine.finding import FormError
from abhaya_forms.engine.functions.table import FUNCTIONS
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Call, walk

_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_XPATH_FUNCTIONS_ODK_LACKS = {"id", "lang", "namespace-uri"}
_AXES_ODK_LACKS = ("namespace::",)
_PHOENIX_DAYS = 7 / 24
"""Web Forms counts a whole date from local midnight: 7 hours late in Phoenix, where it was recorded."""
_ROUNDING = 0.005


def outside_javarosa(case: list[Any]) -> str:
    """Why a JavaRosa case is out of scope, "" if it is in scope."""
    expression, _model, (kind, *_expected) = case
    if "$" in _QUOTED.sub("", expression):
        return "XPath variables, which ODK XForms do not have"
    if kind != "error" and any(call.name not in FUNCTIONS for call in _calls(expression)):
        return "a function handler that the test registers in Java"
    return ""


def outside_webforms(case: dict[str, Any]) -> str:
    """Why a Web Forms XPath case is out of scope, "" if it is in scope."""
    expression = case["expr"]
    bare = _QUOTED.sub('""', expression)
    if any(call.name in _XPATH_FUNCTIONS_ODK_LACKS for call in _calls(expression)):
        return "id(), lang() and namespace-uri() are no functions of ODK XForms"
    if "processing-instruction" in bare or "comment()" in bare:
        return "instances have no processing instructions and no comments"
    if any(axis in bare for axis in _AXES_ODK_LACKS):
        return "ODK XForms have no namespace axis"
    if any(map(_is_refused, _calls(expression))):
        return "a call that cannot work, in a branch never taken: the engine refuses it at load"
    if _counts_from_local_midnight(case):
        return "a whole date counted from local midnight; JavaRosa, our referee, counts whole days"
    return ""


def outside_scenario(case: dict[str, Any]) -> str:
    """Why a scenario is out of scope, "" if it is in scope."""
    if not any(operation["op"] == "expect" for operation in case["ops"]):
        return "nothing recorded that could be compared"
    return ""


def _calls(expression: str) -> list[Call]:
    try:
        return [part for part in walk(parse(expression)) if isinstance(part, Call)]
    except FormError:
        return []  # what cannot be read is the engine's to answer for


def _is_refused(call: Call) -> bool:
    function = FUNCTIONS.get(call.name)
    return function is None or not function.least <= len(call.arguments) <= function.most


def _counts_from_local_midnight(case: dict[str, Any]) -> bool:
    """Whether the expected value is a whole date seen through Phoenix' offset from GMT."""
    expression, expected = case["expr"], str(case["expected"])
    if expression.startswith("date(") and expected.endswith("-07:00"):
        return True
    if not case["file"].startswith(("xforms/date", "xforms/number")) or "decimal-date-time" in expression:
        return False
    try:
        return abs(float(expected) % 1 - _PHOENIX_DAYS) < _ROUNDING
    except ValueError:
        return False

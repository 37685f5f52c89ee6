"""One case of the ODK Web Forms scenario suite: fill the form as it says, check what it expects."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from abhaya_forms.engine import Control, FormEntry, FormError, Group, Repeat, load_form, walk
from abhaya_forms.engine.instance_tree import template_path

NOW = datetime(2026, 11, 23, 12, tzinfo=ZoneInfo("America/Phoenix"))


class MismatchError(Exception):
    """What was expected, and what came."""


def failure_of(case: dict[str, Any]) -> str:
    """Why the case fails, "" if it passes."""
    try:
        entry = None
        reference = ""
        for operation in case["ops"]:
            reference = operation.get("ref") or reference
            if operation["op"] == "init":
                form = load_form(operation["xml"].strip().encode())
                entry = FormEntry(form, clock=lambda: NOW, random=Random(1))
            else:
                assert entry is not None
                _OPERATIONS[operation["op"]](entry, operation, reference)
    except (FormError, MismatchError, KeyError, PermissionError, ValueError) as error:
        return f"{type(error).__name__}: {error}"
    return ""


def _answer(entry: FormEntry, operation: dict[str, Any], reference: str) -> None:
    entry.set_answer(reference, str(operation["value"]))


def _add_repeat(entry: FormEntry, _operation: dict[str, Any], reference: str) -> None:
    entry.add_repeat(reference)


def _remove_repeat(entry: FormEntry, _operation: dict[str, Any], reference: str) -> None:
    entry.remove_repeat(reference)


def _language(entry: FormEntry, operation: dict[str, Any], _reference: str) -> None:
    entry.language = operation["lang"]


def _expect(entry: FormEntry, operation: dict[str, Any], reference: str) -> None:
    matcher = _MATCHERS.get(operation["m"])
    if matcher is None or ("e" not in operation and operation["m"] not in _WITHOUT_EXPECTED):
        return
    expected = operation.get("e")
    if isinstance(expected, dict) and "q" in expected:
        expected = _value(entry, expected["ref"])
    got = _asked(entry, operation["q"], reference)
    if matcher(entry, reference, got, expected) == bool(operation.get("neg")):
        raise MismatchError(f"{reference} {operation['m']} {expected!r}: got {got!r}")


_OPERATIONS: dict[str, Callable[[FormEntry, dict[str, Any], str], None]] = {
    "answer": _answer,
    "addRepeat": _add_repeat,
    "removeRepeat": _remove_repeat,
    "lang": _language,
    "expect": _expect,
}


# What is asked


def _asked(entry: FormEntry, question: str, reference: str) -> Any:
    if question in ("value", "answerOf"):
        return _value(entry, reference)
    if question == "label":
        return entry.label(reference)
    if question == "choices":
        return [choice.value for choice in entry.choices(reference)]
    if question == "size":
        return len(entry.choices(reference))
    return len(entry.rows(reference)) if question == "countRepeat" else reference


def _value(entry: FormEntry, reference: str) -> str:
    """A hidden node reads as blank; a trigger as 1 or 0, the suite's booleans."""
    state = entry.state(reference)
    if _element(entry, reference, Control.TRIGGER):
        return "1" if state.value else "0"
    return state.value if state.relevant else ""


def _element(entry: FormEntry, reference: str, control: Control | None = None) -> Any:
    path = template_path(reference)
    for element in walk(entry.definition.body):
        if element.path == path and control in (None, getattr(element, "control", None)):
            return element
    return None


# How it is compared


def _same(_entry: FormEntry, _reference: str, got: Any, expected: Any) -> bool:
    return bool(got == expected) or (isinstance(got, str) and _number(got) == _number(expected) is not None)


def _number(text: Any) -> float | None:
    try:
        return float(text)
    except (TypeError, ValueError):
        return None


def _close(_entry: FormEntry, _reference: str, got: str, expected: str) -> bool:
    """The suite's tolerance is not recorded: a tenth of a percent."""
    return abs(float(got) - float(expected)) <= abs(float(expected)) / 1000


def _starts(_entry: FormEntry, _reference: str, got: str, expected: str) -> bool:
    return got.startswith(expected)


def _contains(_entry: FormEntry, _reference: str, got: list[str], expected: list[str]) -> bool:
    return set(expected) <= set(got)


def _relevant(entry: FormEntry, reference: str, _got: Any, _expected: Any) -> bool:
    return entry.is_relevant(reference)


def _non_relevant(entry: FormEntry, reference: str, _got: Any, _expected: Any) -> bool:
    return not entry.is_relevant(reference)


def _appears(entry: FormEntry, reference: str, _got: Any, expected: str) -> bool:
    return expected in _element(entry, reference).appearances


def _appears_not(entry: FormEntry, reference: str, _got: Any, expected: str) -> bool:
    return expected not in _element(entry, reference).appearances


def _appearances(entry: FormEntry, reference: str, _got: Any, expected: list[str]) -> bool:
    return list(_element(entry, reference).appearances) == expected


def _has_class(entry: FormEntry, _reference: str, _got: Any, expected: str) -> bool:
    return expected in entry.definition.classes


def _has_no_class(entry: FormEntry, _reference: str, _got: Any, expected: str) -> bool:
    return expected not in entry.definition.classes


def _node_type(entry: FormEntry, reference: str, _got: Any, expected: dict[str, str]) -> bool:
    kinds = {"group": Group, "repeat-range": Repeat}
    return isinstance(_element(entry, reference), kinds[expected["nodeType"]])


def _messages(entry: FormEntry, reference: str, kinds: tuple[str, ...]) -> list[str]:
    return [p.message for p in entry.problems(to_seal=True) if p.path == reference and p.kind in kinds]


def _one_or_none(expected: str | None) -> list[str]:
    return [] if expected is None else [expected]


def _constraint_message(entry: FormEntry, reference: str, _got: Any, expected: str | None) -> bool:
    return _messages(entry, reference, ("constraint",)) == _one_or_none(expected)


def _required_message(entry: FormEntry, reference: str, _got: Any, expected: str | None) -> bool:
    return _messages(entry, reference, ("required",)) == _one_or_none(expected)


def _any_message(entry: FormEntry, reference: str, _got: Any, expected: str | None) -> bool:
    return _messages(entry, reference, ("required", "constraint")) == _one_or_none(expected)


def _default_required(entry: FormEntry, reference: str, _got: Any, _expected: Any) -> bool:
    """A form without a message of its own: ours is the window's to give."""
    return _messages(entry, reference, ("required",)) == [""]


_WITHOUT_EXPECTED = frozenset(("toBeRelevant", "toBeNonRelevant", "toHaveDefaultRequiredMessage"))
_MATCHERS: dict[str, Callable[[FormEntry, str, Any, Any], bool]] = {
    "toBe": _same,
    "toEqual": _same,
    "toEqualAnswer": _same,
    "toHaveAnswerCloseTo": _close,
    "toStartWith": _starts,
    "toContainChoices": _contains,
    "toContainChoicesInAnyOrder": _contains,
    "toBeRelevant": _relevant,
    "toBeNonRelevant": _non_relevant,
    "toHaveAppearance": _appears,
    "notToHaveAppearance": _appears_not,
    "toYieldAppearances": _appearances,
    "toHaveClass": _has_class,
    "notToHaveClass": _has_no_class,
    "toMatchObject": _node_type,
    "toHaveConstraintMessage": _constraint_message,
    "toHaveRequiredMessage": _required_message,
    "toHaveValidityMessage": _any_message,
    "toHaveDefaultRequiredMessage": _default_required,
}

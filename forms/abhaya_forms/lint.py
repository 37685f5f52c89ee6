"""What a careful reviewer would say of a form: first what keeps it from being used, then the house rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

from abhaya_forms.compile import compile_form
from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.event_rules import EVENT_ADVICE, event_findings
from abhaya_forms.people_rules import PEOPLE_ADVICE, people_findings
from abhaya_forms.placement import named
from abhaya_forms.rows import FormSource
from abhaya_forms.survey import Line, Part, survey_lines
from abhaya_forms.tables import terms
from abhaya_forms.translations import translation_findings

ADVICE = frozenset(
    {
        "advice",
        "missing_file",
        "language_absent",
        "missing_translation",
        "half_translated",
        "machine_translated",
    }
    | {"unmasked", "long_group"}
    | PEOPLE_ADVICE
    | EVENT_ADVICE
)
"""Kinds of finding with which a form can be used all the same."""

LONGEST_GROUP = 30
"""Questions that may stand in one group or repeat, not counting those of groups within: a page to fill."""

_UNASKED = ("note", "calculate", "hidden", "start", "end", "today", "audit", "username", "deviceid")
_STRICTEST = ("identity", "sensitive", "quasi")


def check_form(source: FormSource) -> tuple[Finding, ...]:
    """Return everything there is to say about ``source``; with ADVICE only, it can be used."""
    try:
        said = compile_form(source).warnings
    except FormError as error:
        said = error.findings
    return said + house_findings(source)


def house_findings(source: FormSource) -> tuple[Finding, ...]:
    """Return where ``source`` departs from the house rules; every kind is in ADVICE."""
    lines = tuple(survey_lines(source))
    findings = (
        *translation_findings(source),
        *_unmasked(lines),
        *people_findings(lines),
        *event_findings(lines),
        *_long_groups(lines),
    )
    return named(findings, source)


def _unmasked(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Questions that by their name ask who somebody is, and carry neither a mask nor a reason (``#mask``)."""
    masks = {word: term.more["mask"] for term in terms("masking") for word in term.more["words"].split()}
    for line in _questions(lines):
        words = re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", line.row["name"]).lower())
        strictest = min((masks[word] for word in words if word in masks), key=_STRICTEST.index, default="")
        if strictest and not line.row["bind::abhaya:mask"] and not line.row["#mask"]:
            values = {"name": line.row["name"], "mask": strictest}
            yield Finding("unmasked", values, line.path, "", "survey", line.row.number, "bind::abhaya:mask")


def _long_groups(lines: tuple[Line, ...]) -> Iterator[Finding]:
    asked = [line.parent for line in _questions(lines)]
    for line in lines:
        if line.part in (Part.GROUP, Part.REPEAT) and asked.count(line.path) > LONGEST_GROUP:
            values = {"name": line.row["name"], "count": str(asked.count(line.path))}
            yield Finding("long_group", values, line.path, "", "survey", line.row.number, "name")


def _questions(lines: tuple[Line, ...]) -> Iterator[Line]:
    return (
        line for line in lines if line.part is Part.QUESTION and not line.row["type"].startswith(_UNASKED)
    )

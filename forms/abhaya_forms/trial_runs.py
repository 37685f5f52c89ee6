"""Tries a form before anybody relies on it: it is filled at random, over and over, and must hold together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from random import Random

from abhaya_forms.engine import FormDefinition, FormEntry
from abhaya_forms.engine.finding import Finding
from abhaya_forms.random_filling import edit_at_random

RUNS = 200
"""Fillings that a form has to stand before it is let in."""

STEPS = 12
"""Edits in each filling."""


def trial_findings(definition: FormDefinition, now: datetime, runs: int = RUNS) -> tuple[Finding, ...]:
    """Return what went wrong, a finding for each kind of trouble; the same form and time give the same.

    Every filling happens at ``now``, local time.

    A filling has to come back from its own content as it was, whatever the language, and nothing that was
    answered may change when only the language does.
    """
    found: dict[str, Finding] = {}
    for run in range(1, runs + 1):
        for trouble in _run(definition, now, run):
            found.setdefault(trouble, Finding(f"trial_{trouble}", {"run": str(run)}))
        if len(found) == len(_TROUBLES):
            break
    return tuple(found.values())


_TROUBLES = ("broke", "reopened", "language")


def _run(definition: FormDefinition, now: datetime, run: int) -> Iterator[str]:
    try:
        entry = FormEntry(definition, clock=lambda: now, random=_dice(run))
        for _ in edit_at_random(entry, _dice(run), STEPS):
            entry.problems(to_seal=True)
        content = entry.to_xml()
        again = FormEntry(definition, clock=lambda: now, random=_dice(run), content=content)
        if again.to_xml() != content or list(again.nodes()) != list(entry.nodes()):
            yield "reopened"
        for language in definition.languages:
            entry.language = language
            entry.sections()
        if entry.to_xml() != content:
            yield "language"
    except Exception:  # whatever a form of others runs into is what this is here to find
        yield "broke"


def _dice(run: int) -> Random:
    return Random(run)  # noqa: S311 - chance that can be repeated, no secret

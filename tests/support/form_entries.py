"""Entries of the rescue report and other forms, at a fixed time in India."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import cache

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormDefinition, FormEntry, load_form
from abhaya_forms.source import read_source
from support.form_sources import RESCUE_REPORT

INDIA = timezone(timedelta(hours=5, minutes=30))


def noon() -> datetime:
    """24 November 2026, 12:00 in India."""
    return datetime(2026, 11, 24, 12, 0, tzinfo=INDIA)


@cache
def rescue_report() -> FormDefinition:
    """Return the rescue report, compiled from its source."""
    return load_form(compile_form(read_source(RESCUE_REPORT)).xform)


def rescue_entry(answers: Mapping[str, str] = {}, language: str | None = None) -> FormEntry:
    """Return an entry of the rescue report with these answers by path."""
    entry = FormEntry(rescue_report(), clock=noon, language=language)
    answer(entry, answers)
    return entry


@cache
def definition_of(form_id: str) -> FormDefinition:
    """Return the form of the definitions with this id, compiled from its source."""
    (path,) = DEFINITIONS.glob(f"*/{form_id}.yaml")
    return load_form(compile_form(read_source(path)).xform)


def entry_of(form_id: str, answers: Mapping[str, str] = {}) -> FormEntry:
    """Return an entry of that form with these answers by path."""
    entry = FormEntry(definition_of(form_id), clock=noon)
    answer(entry, answers)
    return entry


def answer(entry: FormEntry, answers: Mapping[str, str]) -> None:
    """Answer by path, adding the rows that a path names."""
    for path, value in answers.items():
        for row in re.finditer(r"\[(\d+)\]", path):
            while len(entry.rows(path[: row.start()])) < int(row[1]):
                entry.add_repeat(path[: row.start()])
        entry.set_answer(path, value)


def at(day: int, hour: int, minute: int = 0) -> str:
    """Return a moment of November 2026 in India as an answer."""
    return f"2026-11-{day:02d}T{hour:02d}:{minute:02d}:00.000+05:30"


def value(entry: FormEntry, path: str) -> str:
    """Return the answer at ``path``."""
    return entry.state(path).value


def asked(entry: FormEntry, path: str) -> bool:
    """Tell whether the question is shown."""
    return entry.state(path).relevant


def needed(entry: FormEntry) -> set[str]:
    """Return the paths that keep the record from being sealed."""
    return {problem.path for problem in entry.problems(to_seal=True)}

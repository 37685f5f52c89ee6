"""A small form whose answers set clocks going: registers of victims and suspects, sections, a search."""

from __future__ import annotations

from pathlib import Path

from abhaya.cases.case import Case
from abhaya.workflows.desk import Desk
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import Filling, start_record
from support.desks import bring_in


def _row(kind: str, name: str, words: str = "", **columns: str) -> str:
    cells = {"type": kind, "name": name}
    if words:
        cells |= {f"label::{language}": words for language in ("English (en)", "हिन्दी (hi)", "नेपाली (ne)")}
    cells |= columns
    return "- {" + ", ".join(f"'{key}': {value!r}" for key, value in cells.items()) + "}"


def _mark(column: str, value: str) -> dict[str, str]:
    return {f"bind::abhaya:{column}": value}


def _register(name: str, role: str, *rows: str) -> list[str]:
    code = {"calculation": f"concat('{role[0].upper()}-00', position(..))", "read_only": "yes"}
    below_18 = "if(../age_years = '', '', if(../age_years < 18, 'yes', 'no'))"
    named = _mark("mask", "identity") | _mark("carry", "person.full_name")
    return [
        _row("begin_repeat", name, name),
        _row("text", "person_code", "Code", **code, **_mark("person", role)),
        _row("text", "full_name", "Full name", **named),
        _row("integer", "age_years", "Age"),
        _row("text", "is_child", "Child", calculation=below_18, read_only="yes"),
        *rows,
        _row("end_repeat", name),
    ]


CLOCK_FORM = "\n".join(
    [
        "survey:",
        _row("dateTime", "gd_at", "GD", **_mark("event", "gd.entered")),
        _row("date", "fir_date", "FIR", **_mark("event", "fir.registered")),
        _row("text", "sections", "Sections", **_mark("carry", "case.sections")),
        _row("dateTime", "search_ended", "Search ended", **_mark("event", "search.ended")),
        _row("text", "searched", "Searched?"),
        _row(
            "dateTime",
            "seized_at",
            "Seized",
            relevant="${searched} = 'yes'",
            **_mark("event", "seizure.made"),
        ),
        *_register(
            "rescued",
            "victim",
            _row("dateTime", "found_at", "Found", **_mark("event", "child.found")),
            _row("decimal", "journey", "Journey", **_mark("event", "child.journey")),
            _row("dateTime", "produced_at", "Produced", **_mark("event", "child.produced_cwc")),
        ),
        *_register(
            "held",
            "suspect",
            _row("date", "remanded_on", "Remand", **_mark("event", "remand.first")),
        ),
        "settings:",
        "- {form_title: Clock form, form_id: clock_form, version: '1', default_language: English (en),"
        " namespaces: 'abhaya=\"urn:abhaya:forms:1\"'}",
    ]
)

FOUND = {
    "/data/fir_date": "2026-03-13",
    "/data/rescued[1]/full_name": "Bimala Rai (DEMO)",
    "/data/rescued[1]/age_years": "15",
    "/data/rescued[1]/found_at": "2026-03-13T10:00:00.000+05:30",
    "/data/rescued[1]/journey": "5",
    "/data/rescued[2]/full_name": "Maya Gurung (DEMO)",
    "/data/rescued[2]/age_years": "24",
    "/data/rescued[2]/found_at": "2026-03-13T10:00:00.000+05:30",
}
"""A girl and a woman, found on the morning before the test begins; both invented."""


def fill_clock_form(desk: Desk, case: Case, scratch: Path, answers: dict[str, str] = FOUND) -> Filling:
    """Import the form and fill it; saved, not sealed."""
    path = scratch / "clock_form.yaml"
    path.write_text(CLOCK_FORM, encoding="utf-8")
    form = bring_in(desk, path)
    filling = start_record(desk, case.id, form.form_id, "en")
    enter_answers(filling.entry, answers)
    filling.save()
    return filling

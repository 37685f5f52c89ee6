"""Compiles a form source to an ODK XForm (by pyxform, at build or import time, never at a user's start)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyxform.xls2xform import convert

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.placement import named, placed
from abhaya_forms.rows import LANGUAGES, SHEETS, FormSource, Row, Sheet, sheet_of
from abhaya_forms.structure import structure_findings
from abhaya_forms.survey import ROOT, list_asked_for, survey_lines
from abhaya_forms.tables import Term, table_names, terms

COMMENT = "#"
"""Columns whose head begins with this stay in the source: remarks, sources of law, marks for translators."""

REVIEW = "#review"
"""The comment column that names the languages (``hi ne``) whose texts in that row await a native speaker."""

_RULES = ("relevant", "required", "constraint", "calculation", "choice_filter", "default", "repeat_count")
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_PLACE = re.compile(r"\[row : (?P<row>\d+)\]\s*(?:On the '(?P<sheet>\w+)' sheet, the '(?P<column>[^']+)')?")


@dataclass(frozen=True, slots=True)
class CompiledForm:
    """An XForm; ``sha256`` is the hex hash of its bytes; ``warnings`` do not keep it from being used."""

    form_id: str
    version: str
    xform: bytes
    sha256: str
    warnings: tuple[Finding, ...]


def compile_form(source: FormSource) -> CompiledForm:
    """Return the XForm of ``source``, which the engine can load; the same source gives the same bytes.

    Raises FormError with a finding for each reason it cannot be used, naming sheet, row, column and question.
    """
    source = with_tables(source)
    try:
        return _compiled(source)
    except FormError as error:
        raise FormError(named(error.findings, source)) from error.__cause__


def _compiled(source: FormSource) -> CompiledForm:
    if findings := structure_findings(source):
        raise FormError(findings)
    warnings: list[str] = []
    try:
        xform = convert(_workbook(source), warnings=warnings, form_name=ROOT).xform.encode()
    except (
        Exception
    ) as error:  # besides its own error pyxform raises whatever a broken sheet makes it run into
        raise FormError((_finding("pyxform", str(error)),)) from error
    try:
        form = load_form(xform)
    except FormError as error:
        raise FormError(tuple(placed(finding, source) for finding in error.findings)) from error
    advice = [_finding("advice", warning) for warning in warnings]
    advice += [placed(finding, source) for finding in form.warnings]
    return CompiledForm(form.form_id, form.version, xform, form.sha256, named(advice, source))


def with_tables(source: FormSource) -> FormSource:
    """Return ``source`` with a choice list for every table it asks from and has no list of its own for.

    A further column of a table comes along when a rule of the form names it: law tables have many.
    """
    asked = {list_asked_for(line.row["type"]) for line in survey_lines(source)}
    wanted = sorted((asked - set(source.lists())) & table_names())
    if not wanted:
        return source
    choices = source.sheets.get("choices", sheet_of(()))
    words = frozenset(_WORD.findall(" ".join(c for line in survey_lines(source) for c in _rules(line.row))))
    new = (_choice(table, term, words) for table in wanted for term in terms(table))
    rows = [*choices.table(), *new]
    return replace(source, sheets={**source.sheets, "choices": sheet_of(rows, choices.columns)})


def _rules(row: Row) -> Iterator[str]:
    return (cell for column, cell in row.cells.items() if column in _RULES)


def _choice(table: str, term: Term, words: frozenset[str]) -> dict[str, str]:
    labels = {f"label::{LANGUAGES[code]}": label for code, label in term.labels.items()}
    more = {column: cell for column, cell in term.more.items() if column in words}
    notes = {COMMENT: term.source, REVIEW: " ".join(term.review)}
    return {"list_name": table, "name": term.name, **labels, **more, **notes}


def _workbook(source: FormSource) -> dict[str, object]:
    workbook: dict[str, object] = {"sheet_names": list(source.sheets), "fallback_form_name": source.name}
    for name in SHEETS:
        if name in source.sheets:
            columns, rows = _without_comments(source.sheets[name])
            workbook[name] = rows
            workbook[f"{name}_header"] = [dict.fromkeys(columns)]
    return workbook


def _without_comments(sheet: Sheet) -> tuple[list[str], list[dict[str, str]]]:
    columns = [column for column in sheet.columns if not column.startswith(COMMENT)]
    return columns, [{c: cells[c] for c in columns if c in cells} for cells in sheet.table()]


def _finding(kind: str, text: str) -> Finding:
    place = _PLACE.search(text)
    if place is None:
        return Finding(kind, {"text": text})
    said = text.replace(place[0], "").strip()
    row, sheet, column = int(place["row"]), place["sheet"] or "survey", place["column"] or ""
    return Finding(kind, {"text": said}, sheet=sheet, row=row, column=column)

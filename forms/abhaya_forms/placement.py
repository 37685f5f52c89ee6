"""Finds the row and column of a sheet that a finding speaks of, and the name that stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from abhaya_forms.engine.finding import Finding
from abhaya_forms.parts import PART
from abhaya_forms.rows import FormSource, Row
from abhaya_forms.structure import REFERENCE
from abhaya_forms.survey import survey_lines

_COLUMNS = {"calculate": "calculation"}  # where the engine and the sheet call a rule by another name


def placed(finding: Finding, source: FormSource) -> Finding:
    """Return ``finding`` with the row of its question and the column of its expression or file."""
    file = finding.values.get("file", "\0")
    for line in survey_lines(source):
        asked_for = finding.path in (
            line.path,
            f"{line.path}_count",
        )  # pyxform puts a repeat's count beside it
        if asked_for or file in line.row["type"]:
            return replace(finding, sheet="survey", row=line.row.number, column=_column(finding, line.row))
    return finding


def named(findings: Iterable[Finding], source: FormSource) -> tuple[Finding, ...]:
    """Return ``findings`` with the question of their row and the part that it comes from.

    The row's number alone would not do: a form's YAML shows neither numbers nor the rows of its parts.
    """
    rows = {row.number: row for row in source.rows("survey")}
    places = (
        (finding, rows.get(finding.row or 0) if finding.sheet == "survey" else None) for finding in findings
    )
    return tuple(replace(f, question=row["name"], part=row[PART]) if row else f for f, row in places)


def _column(finding: Finding, row: Row) -> str:
    if "file" in finding.values:
        return "type"
    if "chain" in finding.values:  # "/data/age (calculate) → …"
        rule = finding.values["chain"].partition(" (")[2].partition(")")[0]
        return _COLUMNS.get(rule, rule)
    whole = (column for column, cell in row.cells.items() if _is_written(cell, finding.expression))
    return next(whole, "choice_filter" if row["choice_filter"] else "")


def _is_written(cell: str, expression: str) -> bool:
    """Tell whether ``expression`` is ``cell`` with its ``${name}`` written out as paths."""
    pieces = [re.escape(_squeezed(piece)) for piece in REFERENCE.split(cell)[::2]]
    return bool(expression) and re.fullmatch(".*".join(pieces), _squeezed(expression)) is not None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)

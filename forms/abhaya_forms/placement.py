"""Finds the row and column of a sheet that a finding of the engine speaks of."""

from __future__ import annotations

import re
from dataclasses import replace

from abhaya_forms.engine.finding import Finding
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

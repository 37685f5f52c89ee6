"""Finds the row and column of a sheet that a finding of the engine speaks of."""

from __future__ import annotations

import re
from dataclasses import replace

from abhaya_forms.engine.finding import Finding
from abhaya_forms.rows import FormSource
from abhaya_forms.structure import REFERENCE
from abhaya_forms.survey import survey_lines


def placed(finding: Finding, source: FormSource) -> Finding:
    """Return ``finding`` with the row of its question and the column of its expression or file."""
    file = finding.values.get("file", "\0")
    for line in survey_lines(source):
        if line.path == finding.path or file in line.row["type"]:
            cells = line.row.cells.items()
            columns = (head for head, cell in cells if file in cell or _is_written(cell, finding.expression))
            return replace(finding, sheet="survey", row=line.row.number, column=next(columns, ""))
    return finding


def _is_written(cell: str, expression: str) -> bool:
    """Tell whether ``expression`` is ``cell`` with its ``${name}`` written out as paths."""
    pieces = [re.escape(_squeezed(piece)) for piece in REFERENCE.split(cell)[::2]]
    return bool(expression) and re.fullmatch(".*".join(pieces), _squeezed(expression)) is not None


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)

"""What a form's source says that a file of another kind does not."""

from __future__ import annotations

from collections.abc import Iterator

from pyxform import aliases
from pyxform.question import MultipleChoiceQuestion
from pyxform.survey import Survey

from abhaya_forms.compile import COMMENT
from abhaya_forms.engine.finding import Finding
from abhaya_forms.parts import PART
from abhaya_forms.rows import NO_SHEET, FormSource

_KNOWN = {
    "survey": {*aliases.survey_header, *MultipleChoiceQuestion.get_slot_names(), "disabled"},
    "settings": {*aliases.settings_header, *Survey.get_slot_names()},
}
"""Columns that an XForm is made of, by sheet; in ``choices`` that is every column."""


def left_behind(source: FormSource, into_xform: bool) -> Iterator[Finding]:
    """Yield findings for what is not in the file that ``source`` was written to; nothing the form does is."""
    parts = dict.fromkeys(row[PART] for row in source.rows("survey") if row[PART])
    if parts:
        yield Finding("parts_written_out", {"parts": ", ".join(parts)}, sheet="survey")
    if into_xform:
        yield from _columns(source)
        yield from _rows(source)


def _columns(source: FormSource) -> Iterator[Finding]:
    for sheet, known in _KNOWN.items():
        for column in source.sheets.get(sheet, NO_SHEET).columns:
            head = "_".join(column.partition(":")[0].split()).lower()
            if not column.startswith(COMMENT) and head not in known:
                yield Finding("left_out", sheet=sheet, column=column)


def _rows(source: FormSource) -> Iterator[Finding]:
    """Rows without a question, where the author remarks something."""
    for row in source.rows("survey"):
        if not row["type"]:
            yield Finding("left_out", sheet="survey", row=row.number)

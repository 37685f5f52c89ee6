"""Rows in which nobody wrote anything: they are no answer, and ask for none when the record is sealed."""

from __future__ import annotations

from abhaya_forms.engine.entry_state import Change, QuestionState
from abhaya_forms.engine.form_entry import FormEntry

_MARK, _OPTIONAL = "rows", "optional"


def drop_empty_rows(entry: FormEntry) -> Change:
    """Remove the empty rows of the repeats marked ``rows: optional``; what that changed."""
    rows, written = [], []
    for visit in entry.visits(relevant_only=True):
        if visit.kind == "row" and visit.element.marks.get(_MARK) == _OPTIONAL:
            rows.append(visit.path)
        elif visit.kind == "question" and _is_written(entry.state(visit.path)):
            written.append(visit.path)
    empty = [row for row in rows if not any(path.startswith(f"{row}/") for path in written)]
    paths: set[str] = set()
    for row in reversed(empty):  # from the end: the rows before keep their numbers
        paths |= entry.remove_repeat(row).paths
    return Change(frozenset(paths), structure=bool(empty))


def _is_written(state: QuestionState) -> bool:
    return not state.read_only and bool(state.value or state.as_typed or state.non_answer)

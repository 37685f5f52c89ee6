"""Says where a question stands: the section, then each row around it, so that it is clear who is meant."""

from __future__ import annotations

import re

from abhaya.texts import Texts
from abhaya_forms.engine import FormEntry

CODE = "person_code"
"""Name of the node whose value (``V-001``) stands in a row's title; a person's name never does."""

_ROW = re.compile(r"\[(\d+)\]")


def row_title(entry: FormEntry, row: str, texts: Texts) -> str:
    """Return the row's label or "Row", its number, and the person's code if it has one."""
    name = entry.label(row) or texts.say("form_view.row")
    try:
        code = entry.state(f"{row}/{CODE}").value
    except KeyError:
        code = ""
    return f"{name} {_ROW.findall(row)[-1]}" + (f" · {code}" if code else "")


def problem_place(entry: FormEntry, path: str, section: str, texts: Texts) -> str:
    """Return ``section`` and the titles of the rows around the question at ``path``, outermost first."""
    rows = [row_title(entry, path[: row.end()], texts) for row in _ROW.finditer(path)]
    return " · ".join(filter(None, (section, *rows)))

"""The survey sheet as what it says: questions inside groups and repeats, each with its path."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from abhaya_forms.rows import FormSource, Row

ROOT = "data"
"""Name of the outermost node of every form."""

_FENCE = re.compile(r"(begin|end)[ _](repeat|group|loop|lgroup|looped group)\b")
_SELECT = re.compile(
    r"(?:select_one|select_multiple|select1|rank|select one(?: from)?|select all that apply(?: from)?"
    r"|add select (?:one|multiple) prompt using) (\S+)"
)


class Part(StrEnum):
    """What a row of the survey sheet is."""

    QUESTION = "question"
    GROUP = "group"
    REPEAT = "repeat"
    END = "end"


@dataclass(frozen=True, slots=True)
class Line:
    """A row and its place: ``path`` such as ``/data/case/state``; that of an END is its group's."""

    row: Row
    part: Part
    path: str

    @property
    def parent(self) -> str:
        """Path of the group or repeat it stands in."""
        return self.path.rpartition("/")[0]


def survey_lines(source: FormSource) -> Iterator[Line]:
    """Yield the rows that say something, with their paths; an END too many stands in the root."""
    inside = [f"/{ROOT}"]
    for row in source.rows("survey"):
        fence = _FENCE.match(row["type"])
        if fence and fence[1] == "end":
            yield Line(row, Part.END, inside[-1])
            if len(inside) > 1:
                inside.pop()
        elif row["type"]:
            path = f"{inside[-1]}/{row['name']}"
            if fence:
                inside.append(path)
            yield Line(row, _part(fence), path)


def _part(fence: re.Match[str] | None) -> Part:
    if fence is None:
        return Part.QUESTION
    return Part.GROUP if fence[2] == "group" else Part.REPEAT


def list_asked_for(type_cell: str) -> str:
    """Return the name of the choice list a question asks from, empty when it asks from none.

    Lists in files and lists made of the form's own rows (``select_one ${name}``) are none.
    """
    found = _SELECT.match(type_cell)
    return found[1] if found and not found[1].startswith("${") else ""

"""What makes a form impossible to compile, found in all rows at once: names, lists, ends and references."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from abhaya_forms.engine.finding import Finding
from abhaya_forms.rows import FormSource, Row
from abhaya_forms.survey import Line, Part, list_asked_for, survey_lines

REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^}\s]*)\s*\}")
"""How a cell names another question: ``${name}``."""

_NAME = re.compile(r"[^\W\d][\w.-]*")
_NAMELESS = ("note", "audit")  # pyxform names these itself


def structure_findings(source: FormSource) -> tuple[Finding, ...]:
    """Return everything that keeps ``source`` from being compiled, with sheet, row and column."""
    if not source.rows("survey"):
        return (Finding("no_questions" if "survey" in source.sheets else "no_survey", sheet="survey"),)
    lines = tuple(survey_lines(source))
    if not lines:
        return (Finding("no_type_column", sheet="survey", row=1, column="type"),)
    return (*_names(lines), *_ends(lines), *_lists(source, lines), *_references(lines), *_choices(source))


def _names(lines: tuple[Line, ...]) -> Iterator[Finding]:
    first: dict[str, Row] = {}
    for line in lines:
        name = line.row["name"]
        if line.part is Part.END or (not name and line.row["type"].startswith(_NAMELESS)):
            continue
        if not name:
            yield _at(line, "name", "no_name")
        elif not _NAME.fullmatch(name):
            yield _at(line, "name", "bad_name", name=name)
        elif line.path in first:
            yield _at(line, "name", "name_twice", name=name, other=str(first[line.path].number))
        first.setdefault(line.path, line.row)


def _ends(lines: tuple[Line, ...]) -> Iterator[Finding]:
    begun: list[Line] = []
    for line in lines:
        if line.part in (Part.GROUP, Part.REPEAT):
            begun.append(line)
        elif line.part is Part.END:
            last = begun.pop() if begun else None
            if last is None or not last.row["type"][6:].startswith(line.row["type"][4:]):
                yield _at(line, "type", "end_without_begin")
    for line in begun:
        yield _at(line, "type", "begin_without_end", name=line.row["name"])


def _lists(source: FormSource, lines: tuple[Line, ...]) -> Iterator[Finding]:
    known = source.lists()
    for line in lines:
        asked = list_asked_for(line.row["type"])
        if asked and asked not in known:
            yield _at(line, "type", "no_such_list", name=asked)


def _references(lines: tuple[Line, ...]) -> Iterator[Finding]:
    named = Counter(line.row["name"] for line in lines if line.part is not Part.END)
    for line in lines:
        for column, cell in line.row.cells.items():
            for name in REFERENCE.findall(cell) if not column.startswith("#") else ():
                if named[name] != 1:
                    yield _at(
                        line, column, "ambiguous_question" if named[name] else "no_such_question", name=name
                    )


def _at(line: Line, column: str, kind: str, **values: str) -> Finding:
    return Finding(kind, values, line.path, "", "survey", line.row.number, column)


def _choices(source: FormSource) -> Iterator[Finding]:
    twice_allowed = source.setting("allow_choice_duplicates").lower() in ("yes", "true")
    for name, rows in source.lists().items():
        seen: dict[str, Row] = {}
        for row in rows if name else ():
            place = {"list": name, "name": row["name"]}
            if not row["name"]:
                yield Finding("choice_without_name", place, sheet="choices", row=row.number, column="name")
            elif row["name"] in seen and not twice_allowed:
                place["other"] = str(seen[row["name"]].number)
                yield Finding("choice_twice", place, sheet="choices", row=row.number, column="name")
            seen.setdefault(row["name"], row)

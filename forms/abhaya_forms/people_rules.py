"""House rules about people and facts: who a form is about, who gives codes, what is said once in a case."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya_forms.engine.finding import Finding
from abhaya_forms.survey import Line, Part

PERSON_ROLES = ("victim", "suspect", "witness")
"""Values of ``bind::abhaya:person``, whom a register lists, and of ``subject``, whom a form is about."""

FACT_DOMAINS = ("case", "station", "officer", "person", "premises", "vehicle", "incident")
"""With what the values of ``bind::abhaya:carry`` begin: whose fact it is."""

PEOPLE_ADVICE = frozenset(
    {"unknown_person", "unknown_subject", "typed_person_code", "unknown_fact"}
    | {"fact_in_repeat", "fact_of_nobody", "fact_asked_otherwise"}
)
"""Kinds of finding that these rules give."""

_PERSON, _SUBJECT, _CARRY = "bind::abhaya:person", "bind::abhaya:subject", "bind::abhaya:carry"
_NO = ("", "no", "false", "false()")


def people_findings(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Return where a form departs from them; every kind is in PEOPLE_ADVICE."""
    yield from _strangers(lines)
    yield from _typed_codes(lines)
    yield from _facts(lines)


def _strangers(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """People in a role that there is not: nobody would be known as a person."""
    for line in lines:
        for column, kind in ((_PERSON, "unknown_person"), (_SUBJECT, "unknown_subject")):
            for role in line.row[column].split():
                if role not in PERSON_ROLES:
                    yield _at(line, column, kind, text=role, roles=", ".join(PERSON_ROLES))


def _typed_codes(lines: tuple[Line, ...]) -> Iterator[Finding]:
    """Codes that somebody could type, or that are counted: the station gives them, once for a whole case."""
    for line in lines:
        row = line.row
        code = (row["name"] == "person_code" and row[_PERSON]) or row[_SUBJECT]
        if code and (row["calculation"] or row["read_only"].lower() in _NO):
            column = "calculation" if row["calculation"] else "read_only"
            yield _at(line, column, "typed_person_code", name=row["name"])


def _facts(lines: tuple[Line, ...]) -> Iterator[Finding]:
    coded = {line.parent for line in lines if line.row["name"] == "person_code" and line.row[_PERSON]}
    repeats = {line.path: line.path in coded for line in lines if line.part is Part.REPEAT}
    has_subject = any(line.row[_SUBJECT] for line in lines)
    first: dict[str, Line] = {}
    for line in lines:
        fact = line.row[_CARRY]
        domain = fact.partition(".")[0]
        around = [register for path, register in repeats.items() if line.path.startswith(f"{path}/")]
        if fact and domain not in FACT_DOMAINS:
            yield _at(line, _CARRY, "unknown_fact", text=fact, domains=", ".join(FACT_DOMAINS))
        elif fact and around and not (around[-1] and domain == "person"):
            yield _at(line, _CARRY, "fact_in_repeat", text=fact)
        elif domain == "person" and not around and not has_subject:
            yield _at(line, _CARRY, "fact_of_nobody", text=fact)
        if fact and first.setdefault(fact, line).row["type"] != line.row["type"]:
            yield _at(line, "type", "fact_asked_otherwise", text=fact, other=str(first[fact].row.number))


def _at(line: Line, column: str, kind: str, **values: str) -> Finding:
    return Finding(kind, values, line.path, "", "survey", line.row.number, column)

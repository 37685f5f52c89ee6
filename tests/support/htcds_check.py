"""Checks what was written against the standard, from the table alone and not from the code that writes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from abhaya_forms.tables import terms

TABLES = {
    "organisation": "org",
    "person": "prs",
    "victim_context": "vic",
    "case": "cas",
    "consent": "con",
    "perpetrators": "per",
    "historic_events": "hte",
    "support_plans": "spl",
}
LISTS = ("perpetrators", "historic_events", "support_plans")

COUNTRIES = frozenset({"IN", "NP", "BD", "BT", "MM"})
"""ISO 3166-1 alpha-2 codes of the countries that our forms know."""

LANGUAGES = "asm awa ben bho bih eng hin inc mag mai mis nep new sat sgn sit urd"
"""ISO 639-2 codes, of groups too, for the languages that our forms know."""

_MANY = {"multi", "countries", "languages"}
_LINES = {term.more["field"]: term.more for term in terms("htcds")}


def problems_of_json(data: bytes) -> list[str]:
    """Return what the standard does not allow in a file of records; nothing for a good one."""
    tree = json.loads(data)
    told = [] if "IOM does not endorse" in tree["standard"] else ["no credit"]
    told += [] if "below 10" in tree["notice"] else ["no notice"]
    ids = [record["id"] for record in tree["records"]]
    told += [] if len(set(ids)) == len(ids) else ["one id twice"]
    return told + [problem for record in tree["records"] for problem in _problems(record)]


def problems_of_csv(data: bytes) -> list[str]:
    """The same for a file of lines."""
    told = []
    for line in csv.DictReader(io.StringIO(data.decode(), newline="")):
        told += [] if re.fullmatch("[A-Z2-7]{16}", line.pop("id")) else ["id"]
        for name, cell in line.items():
            for text in filter(None, cell.split(" | ")):
                several = _LINES[name]["type"] in _MANY
                whole = int(text) if _LINES[name]["type"] == "integer" else text
                told += _faults(name, text.split(";") if several else whole)
    return told


def _problems(record: dict[str, Any]) -> Iterator[str]:
    if not re.fullmatch("[A-Z2-7]{16}", record["id"]):
        yield "id"
    if set(record) != {"id", *TABLES}:
        yield f"tables {sorted(record)}"
    for table, prefix in TABLES.items():
        entries = record[table] if table in LISTS else [record[table]]
        for entry in entries:
            for name, value in entry.items():
                if not name.startswith(f"{prefix}_"):
                    yield f"{name} in {table}"
                yield from _faults(name, value)
        if table in LISTS and not all(entries):
            yield f"an empty entry in {table}"


def _faults(name: str, value: Any) -> list[str]:
    line = _LINES.get(name)
    if line is None:
        return [f"{name} is no field"]
    if line["withheld"]:
        return [f"{name} is withheld"]
    values = value if line["type"] in _MANY else [value]
    if not isinstance(values, list) or not values or len(set(values)) < len(values):
        return [f"{name}: {value}"]
    return [f"{name}: {one}" for one in values if not _fits(line, one)]


def _fits(line: Any, value: Any) -> bool:
    kind = line["type"]
    if kind == "integer":
        return type(value) is int and value >= 0
    if not isinstance(value, str) or not value:
        return False
    if kind == "date":
        return _is_day(value)
    if kind == "band":
        return value in {term.more["htcds"] for term in terms("age_bands")}
    if kind in ("country", "countries"):
        return value in COUNTRIES
    if kind in ("language", "languages"):
        return value in LANGUAGES.split()
    return not line["values"] or value in line["values"].split()


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False

"""Writes records of IOM's case data standard as JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence

from abhaya.cases.htcds_record import Entry, HtcdsRecord, Value
from abhaya_forms.htcds import STANDARD, htcds_fields

NOTICE = (
    "Records of single persons, not for publication. A table made from them shows no number below 10,"
    " and nobody may try to find out who a person is."
)

_TABLES = {
    "org": "organisation",
    "prs": "person",
    "vic": "victim_context",
    "cas": "case",
    "con": "consent",
    "per": "perpetrators",
    "hte": "historic_events",
    "spl": "support_plans",
}
"""What the tables of the standard are called in the JSON, by the prefix of their fields."""

_BETWEEN_VALUES, _BETWEEN_ENTRIES = ";", " | "


def to_json(records: Sequence[HtcdsRecord]) -> bytes:
    """One object for each victim, with its tables as objects and lists inside."""
    tree = {"standard": STANDARD, "notice": NOTICE, "records": [_object(record) for record in records]}
    return json.dumps(tree, ensure_ascii=False, indent=1).encode() + b"\n"


def to_csv(records: Sequence[HtcdsRecord]) -> bytes:
    """One line for each victim (RFC 4180, UTF-8), one column for each field that can leave a station.

    Several values of a field stand with ``;`` between them, the entries of a list with `` | ``.
    """
    columns = [field.name for field in htcds_fields() if not field.withheld]
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow(["id", *columns])
    lines.writerows([record.id, *(_cell(record, column) for column in columns)] for record in records)
    return out.getvalue().encode()


def _object(record: HtcdsRecord) -> dict[str, object]:
    tree: dict[str, object] = {"id": record.id}
    for prefix, table in _TABLES.items():
        entries = record.lists.get(prefix)
        tree[table] = _of_table(record.fields, prefix) if entries is None else list(entries)
    return tree


def _of_table(fields: Entry, prefix: str) -> Entry:
    return {name: value for name, value in fields.items() if name.startswith(prefix + "_")}


def _cell(record: HtcdsRecord, column: str) -> str:
    entries = record.lists.get(column.partition("_")[0])
    if entries is None:
        return _text(record.fields.get(column, ""))
    return _BETWEEN_ENTRIES.join(_text(entry.get(column, "")) for entry in entries)


def _text(value: Value) -> str:
    return _BETWEEN_VALUES.join(value) if isinstance(value, tuple) else str(value)

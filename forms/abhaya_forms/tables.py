"""Lists that belong to the law and the field, each kept in one place: ``tables/<name>.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from abhaya_forms.rows import LANGUAGES
from abhaya_forms.yaml_source import parse_yaml

_FOLDER = files("abhaya_forms") / "tables"
_DOUBT = {"en": " (verify)", "hi": " (जाँचें)", "ne": " (जाँच्नुहोस्)"}


@dataclass(frozen=True, slots=True)
class Term:
    """One line of a table.

    ``name`` is stored in records and is for ever; ``labels`` by language code; ``source`` says where the
    fact comes from and how sure it is ([F] found in the text named, [K] from knowledge, to verify);
    ``review`` names the languages whose label awaits a native speaker; ``more`` are further columns.  The
    labels of a line with ``verify: yes`` say that it is from knowledge.
    """

    name: str
    labels: Mapping[str, str]
    source: str
    review: tuple[str, ...]
    more: Mapping[str, str]


@cache
def terms(table: str) -> tuple[Term, ...]:
    """Return the lines of a table; what its head says of a column holds for each line that says nothing."""
    tree = parse_yaml((_FOLDER / f"{table}.yaml").read_bytes())
    rows = tree.pop("rows")
    del tree["about"]
    return tuple(_term({**tree, **row}) for row in rows)


def term_label(table: str, name: str, language: str) -> str:
    """Return the label of a line (``language`` in ISO 639-1); a word that is in no line stands for itself."""
    return next((term.labels[language] for term in terms(table) if term.name == name), name)


def term_called(table: str, word: str) -> Term | None:
    """Return the line that is called ``word`` in any language, capitals aside; None when there is none."""
    wanted = word.strip().casefold()
    return next(
        (t for t in terms(table) if wanted in {label.casefold() for label in t.labels.values()}), None
    )


def table_names() -> frozenset[str]:
    """Return the names of all tables."""
    return frozenset(path.name.removesuffix(".yaml") for path in _FOLDER.iterdir())


def _term(row: Mapping[str, str]) -> Term:
    known = {"name", "source", "review", *LANGUAGES}
    doubt = _DOUBT if row.get("verify") == "yes" else {}
    labels = {code: row[code] + doubt.get(code, "") for code in LANGUAGES}
    more = {column: cell for column, cell in row.items() if column not in known}
    return Term(row["name"], labels, row["source"], tuple(row["review"].split()), more)

"""One word for one thing: the same English is the same Hindi and Nepali in every form, part and table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.rows import LANGUAGES
from abhaya_forms.source import read_source
from abhaya_forms.tables import table_names, terms

_TEXTS = ("label", "hint", "constraint_message")


def said() -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Yield where a text stands, its English, and its Hindi and Nepali."""
    for path in sorted(DEFINITIONS.glob("*/*.yaml")):
        source = read_source(path)
        for sheet in ("survey", "choices"):
            for row in source.rows(sheet):
                for text in _TEXTS:
                    english, *others = (row[f"{text}::{language}"] for language in LANGUAGES.values())
                    if english:
                        yield f"{path.stem} {row['name']}", english, (others[0], others[1])
    for table in sorted(table_names()):
        for term in terms(table):
            yield f"{table} {term.name}", term.labels["en"], (term.labels["hi"], term.labels["ne"])


def test_one_term_for_one_thing() -> None:
    places: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for place, english, others in said():
        places[english].setdefault(others, place)
    differing = {english: ways for english, ways in places.items() if len(ways) > 1}
    assert not differing

"""Every sentence stands in each language with the same blanks, and every sentence is asked for."""

from __future__ import annotations

import string
from collections import Counter

import pytest
import yaml

from abhaya.errors import Code
from support.source_tree import CHECKOUT, sources
from support.translations import FOLDER, LANGUAGES, asked_for, entries

AREAS = sorted(path.name for path in FOLDER.glob("*.yaml"))


def test_every_entry_has_each_language_and_nothing_else():
    assert [
        key
        for key, entry in entries().items()
        if set(entry) != LANGUAGES or not all(isinstance(text, str) for text in entry.values())
    ] == []


def test_languages_of_an_entry_have_the_same_blanks():
    blanks = {key: {_blanks(text) for text in entry.values()} for key, entry in entries().items()}
    assert [key for key, differing in blanks.items() if len(differing) > 1] == []


def _blanks(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_no_entry_is_empty_in_one_language_only():
    said = {key: {bool(text.strip()) for text in entry.values()} for key, entry in entries().items()}
    assert [key for key, differing in said.items() if len(differing) > 1] == []


@pytest.mark.parametrize("area", AREAS)
def test_no_key_stands_twice(area):
    tree = yaml.compose((FOLDER / area).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert list(_twice(tree)) == []


def _twice(node: yaml.Node):
    if isinstance(node, yaml.MappingNode):
        names = Counter(key.value for key, _ in node.value)
        yield from (f"line {node.start_mark.line + 1}: {name}" for name, times in names.items() if times > 1)
        for _, child in node.value:
            yield from _twice(child)


def test_every_key_in_the_code_exists():
    keys, _ = asked_for()
    assert sorted(keys - set(entries())) == []


def test_every_sentence_is_asked_for():
    keys, patterns = asked_for()
    unasked = sorted(set(entries()) - keys)
    assert [key for key in unasked if not any(pattern.fullmatch(key) for pattern in patterns)] == []


def test_every_error_says_what_happened_what_was_kept_and_what_to_do():
    expected = {f"errors.{code.value}.{part}" for code in Code for part in ("what", "kept", "next")}
    found = {key for key in entries() if key.startswith("errors.")}
    assert sorted(expected ^ found) == []


def test_every_error_can_happen():
    modules = [name for name in sources() if name != "desktop/abhaya/errors.py"]
    text = "\n".join((CHECKOUT / name).read_text(encoding="utf-8") for name in modules)
    assert [code.name for code in Code if f"Code.{code.name}" not in text] == []

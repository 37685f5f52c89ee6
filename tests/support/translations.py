"""The translation files as a whole, and the keys that the code asks them for."""

from __future__ import annotations

import ast
import re
from functools import cache

import yaml

from support.source_tree import CHECKOUT, sources

FOLDER = CHECKOUT / "resources/abhaya_resources/translations"
LANGUAGES = {"en", "hi", "ne"}


@cache
def entries() -> dict[str, dict[str, str]]:
    """Return every entry by its whole key; an entry need not be complete."""
    found: dict[str, dict[str, str]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        _collect(yaml.safe_load(path.read_text(encoding="utf-8")), path.stem, found)
    return found


def _collect(tree: dict, key: str, found: dict[str, dict[str, str]]) -> None:
    if any(isinstance(value, str) for value in tree.values()):
        found[key] = tree
        return
    for name, child in tree.items():
        _collect(child, f"{key}.{name}", found)


@cache
def asked_for() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the keys that stand in the code, and a pattern for each that is put together while running."""
    areas = "|".join(path.stem for path in FOLDER.glob("*.yaml"))
    key, start = re.compile(rf"(?:{areas})(?:\.\w+)+"), re.compile(rf"(?:{areas})\\\.")
    keys, patterns = set(), []
    for name, tree in sources().items():
        if name.startswith("desktop/abhaya/cases/"):
            continue  # stored values look like keys ("station.created") and are none
        for node in ast.walk(tree):
            if text := _whole(node):
                if text.endswith(".yaml"):  # this area is read as a whole
                    patterns.append(re.compile(text.removesuffix("yaml") + ".+"))
                elif key.fullmatch(text):
                    keys.add(text)
            elif (text := _pattern(node)) and start.match(text):
                patterns.append(re.compile(text))
    return keys, patterns


def _whole(node: ast.AST) -> str:
    found = isinstance(node, ast.Constant) and re.fullmatch(r"\w+(\.\w+)*\.\w*[^\W_]", str(node.value))
    return found[0] if found else ""


def _pattern(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(re.escape(p.value) if isinstance(p, ast.Constant) else r"[\w.]+" for p in node.values)
    if isinstance(node, ast.Constant) and re.fullmatch(r"\w+\.(\w+[._])*", str(node.value)):
        return re.escape(node.value) + r"[\w.]+"
    return ""

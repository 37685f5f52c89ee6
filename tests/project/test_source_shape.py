"""The shape of the code: short files and functions, one sentence on top, no way to a network."""

from __future__ import annotations

import ast
import re
from pathlib import PurePosixPath

from support.source_tree import CHECKOUT, files, inside, sources

LONGEST_FILE = 300
LONGEST_FUNCTION = 40
EMPTY_NAMES = {"utils", "util", "manager", "helper", "helpers", "misc", "common"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "httpx", "aiohttp",
           "urllib3", "xmlrpc", "socketserver", "PySide6.QtNetwork", "PySide6.QtWebSockets"}  # fmt: skip


def test_no_file_is_long():
    lengths = {
        inside(f): len(f.read_text(encoding="utf-8").splitlines()) for f in files() if f.suffix == ".py"
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_no_function_is_long():
    assert [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ] == []


def test_every_module_begins_with_one_sentence_that_says_what_it_is():
    assert [
        name for name, tree in sources().items() if not _begins_with_a_sentence(ast.get_docstring(tree))
    ] == []


def _begins_with_a_sentence(text: str | None) -> bool:
    summary = (text or "").split("\n\n")[0]
    return summary.endswith(".") and not re.search(r"[.!?]\s+[A-Z]", summary)


def test_every_module_takes_annotations_as_text():
    assert [
        name
        for name, tree in sources().items()
        if tree.body[1:] and "annotations" not in {a.name for a in _future_imports(tree)}
    ] == []


def _future_imports(tree: ast.Module) -> list[ast.alias]:
    found = [n for n in tree.body if isinstance(n, ast.ImportFrom) and n.module == "__future__"]
    return [alias for node in found for alias in node.names]


def test_no_name_is_empty_of_meaning():
    parts = {name: {PurePosixPath(name).stem, *PurePosixPath(name).parts} for name in sources()}
    assert [name for name, words in parts.items() if words & EMPTY_NAMES] == []


def test_nothing_prints_or_sleeps():
    calls = {
        f"{name}:{node.lineno}": ast.unparse(node.func)
        for name, tree in sources().items()
        if not name.startswith("installer/")  # set-up speaks to a terminal before there is a program
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    }
    assert {place: call for place, call in calls.items() if call in {"print", "sleep", "time.sleep"}} == {}


def test_nothing_can_reach_a_network():
    assert [
        f"{name}:{node.lineno}"
        for name, tree in sources().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom) and _imported(node) & NETWORK
    ] == []


def _imported(node: ast.Import | ast.ImportFrom) -> set[str]:
    names = {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        names = {node.module or "", *(f"{node.module}.{name}" for name in names)}
    return names | {name.split(".")[0] for name in names if name.split(".")[0] != "urllib"}


def test_there_is_source_to_check():
    assert len(sources()) > 50
    assert (CHECKOUT / "desktop/abhaya/cases/case.py").is_file()

"""Every sentence is asked for with the values that it has blanks for."""

from __future__ import annotations

import ast
import string

from abhaya.errors import Code
from support.source_tree import sources
from support.translations import entries

FILLED_LATER = {"export.page"}
"""Filled on each page."""


def _blanks(*keys: str) -> set[str]:
    texts = (entries()[key]["en"] for key in keys)
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def _blanks_of(code: str) -> set[str]:
    return _blanks(*(f"errors.{Code[code].value}.{part}" for part in ("what", "kept", "next")))


def _names_its_code(call: ast.Call) -> bool:
    return isinstance(call.args[0], ast.Attribute) and ast.unparse(call.args[0].value) == "Code"


def _calls(function: str):
    for module, tree in sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == function:
                yield module, node, {keyword.arg for keyword in node.keywords}


def test_an_error_is_raised_with_the_values_of_its_sentences():
    wrong = [
        f"{module}:{call.lineno}: {call.args[0].attr}"
        for module, call, given in _calls("AbhayaError")
        if _names_its_code(call) and None not in given and given != _blanks_of(call.args[0].attr)
    ]
    assert wrong == []


def test_a_code_that_is_looked_up_needs_no_values():
    looking = {module for module, call, _ in _calls("AbhayaError") if not _names_its_code(call)}
    passing_on = {  # with the values it came with
        "desktop/abhaya/command_line/record_commands.py",
        "desktop/abhaya/export/annexures/annexure_item.py",
    }
    wrong = [
        f"{module}:{node.lineno}: {node.attr}"
        for module in looking - passing_on
        for node in ast.walk(sources()[module])
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "Code" and _blanks_of(node.attr)
    ]
    assert wrong == []


def test_a_sentence_is_said_with_the_values_of_its_blanks():
    wrong = [
        f"{module}:{call.lineno}: {call.args[0].value}"
        for module, call, given in _calls("say")
        if call.args
        and isinstance(call.args[0], ast.Constant)
        and call.args[0].value in entries().keys() - FILLED_LATER
        and None not in given
        and not given >= _blanks(call.args[0].value)
    ]
    assert wrong == []

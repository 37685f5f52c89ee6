"""Form sources as YAML, one line per cell, so that a translator's change is one line (layout of ``yxf``)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from yaml.emitter import Emitter
from yaml.representer import SafeRepresenter
from yaml.resolver import BaseResolver
from yaml.serializer import Serializer

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.parts import Cells, expanded
from abhaya_forms.rows import SHEETS, FormSource, Row, sheet_of

_DEEPEST = 8  # a form needs four levels, and the parser's time grows with the square of the depth
_HEADERS = "yxf"  # the block in which the yxf tool keeps the order of columns


def read_yaml(data: bytes, name: str) -> FormSource:
    """Return the form in ``data``; every value stays the text it is (``no`` is not False).

    Raises FormError when it is not the YAML of a form.
    """
    _refuse_depth(data)
    tree = parse_yaml(data)
    headers = tree.get(_HEADERS, {}).get("headers", {}) if isinstance(tree.get(_HEADERS), dict) else {}
    sheets = {}
    for sheet, table in tree.items():
        if sheet == _HEADERS:
            continue
        if sheet not in SHEETS or not _is_table(table):
            raise FormError((Finding("broken_source", {"text": sheet}, sheet=sheet),))
        rows = _with_parts(table) if sheet == "survey" else table
        sheets[sheet] = sheet_of(rows, headers.get(sheet, ()))
    return FormSource(name, sheets)


def _with_parts(table: list[Cells]) -> list[Cells]:
    try:
        return list(expanded(table, _part))
    except KeyError as error:
        raise FormError((Finding("no_such_part", {"name": error.args[0]}, sheet="survey"),)) from None


@cache
def _part(name: str) -> tuple[Cells, ...]:
    path = files("abhaya_forms") / "parts" / f"{name}.yaml"
    if not name.isidentifier() or not path.is_file():
        raise KeyError(name)
    return tuple(parse_yaml(path.read_bytes())["survey"])


def parse_yaml(data: bytes) -> dict[str, Any]:
    """Return the mapping in ``data``, texts only; raises FormError for anything else or a key said twice."""
    try:
        tree = yaml.load(data, Loader=_TextLoader)  # noqa: S506 - builds texts, lists and mappings only
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _broken(error) from error
    if not isinstance(tree, dict):
        raise FormError((Finding("broken_yaml", {"line": "1"}),))
    return tree


def _refuse_depth(data: bytes) -> None:
    depth = 0
    try:
        for event in yaml.parse(data, Loader=_TextLoader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise FormError((Finding("too_deep"),))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _broken(error) from error


def _broken(error: Exception) -> FormError:
    line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
    return FormError((Finding("broken_yaml", {"line": str(line)}),))


def write_yaml(source: FormSource) -> str:
    """Return ``source`` as YAML; reading it again gives the same source."""
    parts = []
    for name, sheet in source.sheets.items():
        parts.append(f"{name}:\n" + "".join(_lines(name, row) for row in sheet.rows))
    headers = {name: list(sheet.columns) for name, sheet in source.sheets.items()}
    return "".join([*parts, _dump({_HEADERS: {"headers": headers}})])


def _lines(sheet: str, row: Row) -> str:
    begins = sheet == "survey" and row["type"].startswith("begin")
    return ("\n" if begins else "") + _dump([dict(row.cells)])


def _is_table(table: object) -> bool:
    return isinstance(table, list) and all(
        isinstance(row, dict) and all(isinstance(cell, str) for cell in row.values()) for row in table
    )


class _TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep)
        if len(mapping) < len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice", node.start_mark)
        return mapping


class _PlainDumper(Emitter, Serializer, SafeRepresenter, BaseResolver):
    """Writes texts without quotes where YAML allows it: nothing is a number or a truth value here."""

    def __init__(self, stream: object, **options: Any) -> None:
        Emitter.__init__(self, stream, allow_unicode=True, width=float("inf"))  # type: ignore[arg-type]
        Serializer.__init__(self)
        SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        BaseResolver.__init__(self)

        self.add_representer(str, _PlainDumper._lines_apart)

    def ignore_aliases(self, data: object) -> bool:
        return True

    def _lines_apart(self, text: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _dump(tree: object) -> str:
    return yaml.dump(tree, Dumper=_PlainDumper)

"""The choices of an XForm as rows of the sheet ``choices``, and the lists that come from files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.itext import itext_id
from abhaya_forms.xform_reading.row_texts import RowTexts
from abhaya_forms.xform_reading.xform import XForm

LAST_SAVED = "__last-saved"
_ROWS = re.compile(r"instance\('([^']+)'\)/root/item(?:\[(.*)\])?", re.DOTALL)
_RANDOM = re.compile(r"randomize\((.*?)(?:,\s*([^,()\[\]]+))?\)", re.DOTALL)
_PULLED = re.compile(r"pulldata\(\s*['\"]([^'\"]+)")
_OF_LIST = re.compile(r"(.+)-\d+")

Rows = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Itemset:
    """What a select offers: rows of the list ``name``, or else of the nodes at ``path``."""

    nodeset: str
    name: str
    path: str
    filter: str
    value: str
    label: str
    randomize: bool
    seed: str


def read_itemset(control: etree._Element) -> Itemset | None:
    """Return the itemset of a control, None when it has none."""
    element = control.find("{*}itemset")
    if element is None:
        return None
    nodeset = element.get("nodeset") or ""
    random = _RANDOM.fullmatch(nodeset)
    chosen_from = random[1] if random else nodeset
    rows = _ROWS.fullmatch(chosen_from)
    path, _, rest = chosen_from.partition("[")
    return Itemset(
        nodeset=nodeset,
        name=rows[1] if rows else "",
        path="" if rows else path,
        filter=(rows[2] or "") if rows else rest.removesuffix("]"),
        value=_ref(element, "value"),
        label=_ref(element, "label"),
        randomize=random is not None,
        seed=(random[2] or "").strip() if random else "",
    )


def _ref(element: etree._Element, name: str) -> str:
    part = element.find(f"{{*}}{name}")
    return (part.get("ref") or "") if part is not None else ""


@dataclass(slots=True)
class ChoiceLists:
    """``rows`` by the name of their list; ``files`` by the id of the instance they fill."""

    rows: dict[str, Rows] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def inline(self, control: etree._Element, name: str, texts: RowTexts) -> str:
        """Take in the fixed choices of a control; return the name of their list, one for the same choices."""
        items = control.findall("{*}item")
        rows = [dict(_inline_cells(item, texts)) for item in items]
        label = items[0].find("{*}label")
        named = _OF_LIST.fullmatch(itext_id(label.get("ref")) if label is not None else "")
        wanted = named[1] if named and "/" not in named[1] else name
        same = (known for known, held in self.rows.items() if held == rows)
        wanted = next(same, wanted if wanted not in self.rows else f"{name}_{len(self.rows)}")
        self.rows[wanted] = rows
        return wanted

    def sheet_rows(self) -> Iterator[dict[str, str]]:
        """Yield the rows of the sheet."""
        for name, rows in self.rows.items():
            for cells in rows:
                yield {"list_name": name, **cells}


def read_lists(xform: XForm, texts: RowTexts) -> ChoiceLists:
    """Return the lists of the form's secondary instances."""
    lists = ChoiceLists()
    for instance in xform.lists:
        name, source = instance.get("id") or "", instance.get("src") or ""
        if source and name != LAST_SAVED:
            lists.files[name] = source.rpartition("/")[2]
        elif len(instance):
            lists.rows[name] = [dict(_cells(item, texts)) for item in xform.list_rows(name)]
    return lists


def _cells(item: etree._Element, texts: RowTexts) -> Iterator[tuple[str, str]]:
    known = {local_name(child.tag): texts.words(child, "") for child in item}
    yield "name", known.pop("name", "")
    yield from texts.of_choice(known.pop("itextId", ""))
    yield from known.items()


def _inline_cells(item: etree._Element, texts: RowTexts) -> Iterator[tuple[str, str]]:
    yield "name", (item.findtext("{*}value") or "").strip()
    yield from texts.of_control(item, "")


def names_twice(lists: Mapping[str, Rows]) -> bool:
    """Tell whether a list has the same name in two rows, which the settings must allow."""
    names = ([cells["name"] for cells in rows] for rows in lists.values())
    return any(len(set(held)) < len(held) for held in names)


def attached_rows(lists: ChoiceLists, survey: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return ``survey`` with a row for each attached list that no question chooses from.

    A list for ``pulldata`` needs none.
    """
    chosen = {row["type"].partition("_from_file ")[2] for row in survey}
    pulled = set(_PULLED.findall(" ".join(cell for row in survey for cell in row.values())))
    alone = [name for name, file in lists.files.items() if file not in chosen and name not in pulled]
    rows = [{"type": f"{lists.files[name].rpartition('.')[2]}-external", "name": name} for name in alone]
    first = [row for row, name in zip(rows, lists.files, strict=False) if row["name"] == name]
    return [*first, *survey, *rows[len(first) :]]

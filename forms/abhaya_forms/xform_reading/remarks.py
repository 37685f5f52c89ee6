"""Comment columns carried in an XForm, in an element that no other program reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from abhaya_forms.compile import COMMENT
from abhaya_forms.engine.left_over import ABHAYA_NAMESPACE
from abhaya_forms.rows import FormSource, Row, sheet_of
from abhaya_forms.survey import Part, survey_lines

_ELEMENT = f"{{{ABHAYA_NAMESPACE}}}remarks"
_REMARK = f"{{{ABHAYA_NAMESPACE}}}remark"
_HEAD_ENDS = b"</h:head>"

Keyed = dict[tuple[str, str], dict[str, str]]
"""Comments by column; of the row with this sheet and key."""


def with_remarks(xform: bytes, source: FormSource) -> bytes:
    """Return ``xform``, which pyxform made of ``source``, with its comment columns beside the model."""
    element = etree.Element(_ELEMENT, nsmap={"abhaya": ABHAYA_NAMESPACE})
    for sheet, key, row in _keyed(source):
        for column, cell in row.cells.items():
            if column.startswith(COMMENT):
                etree.SubElement(element, _REMARK, sheet=sheet, row=key, column=column).text = cell
    if not len(element):
        return xform
    before, head_ends, after = xform.partition(_HEAD_ENDS)
    return before + etree.tostring(element, encoding="utf-8") + head_ends + after


def remarked(source: FormSource, root: etree._Element) -> FormSource:
    """Return ``source`` with the comment columns that its XForm ``root`` carries."""
    said: Keyed = {}
    for remark in root.iterfind(f"{{*}}head/{_ELEMENT}/{_REMARK}"):
        place = remark.get("sheet") or "", remark.get("row") or ""
        said.setdefault(place, {})[remark.get("column") or ""] = remark.text or ""
    if not said:
        return source
    by_row = {(sheet, row.number): said.get((sheet, key), {}) for sheet, key, row in _keyed(source)}
    return replace(source, sheets={name: sheet_of(_rows(source, name, by_row)) for name in source.sheets})


def _rows(
    source: FormSource, sheet: str, said: Mapping[tuple[str, int], Mapping[str, str]]
) -> Iterator[dict[str, str]]:
    for row in source.rows(sheet):
        yield {**row.cells, **said.get((sheet, row.number), {})}


def _keyed(source: FormSource) -> Iterator[tuple[str, str, Row]]:
    """Rows that an XForm has, too: by path (with a stroke at the end of a group), or by list and place."""
    for line in survey_lines(source):
        yield "survey", f"{line.path}/" if line.part is Part.END else line.path, line.row
    for name, rows in source.lists().items():
        for number, row in enumerate(rows):
            yield "choices", f"{name}-{number}", row
    for row in source.rows("settings")[:1]:
        yield "settings", "", row

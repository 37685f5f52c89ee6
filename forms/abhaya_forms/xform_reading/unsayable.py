"""What an XForm may leave out and a sheet may not: labels, and names of choices."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.choice_lists import ChoiceLists
from abhaya_forms.xform_reading.xform import XForm

_SELECTS = ("select1", "select", "rank")


def unsayable(xform: XForm, lists: ChoiceLists) -> Iterator[Finding]:
    """Yield findings for questions without label and hint, selects without choices, choices without name."""
    for path, control in xform.controls.items():
        kind = local_name(control.tag)
        if kind not in ("group", "repeat") and not _is_labelled(control):
            yield not_in_rows(f"{kind} label", path)
        if kind in _SELECTS and control.find("{*}itemset") is None and control.find("{*}item") is None:
            yield not_in_rows(kind, path)
    for name, rows in lists.rows.items():
        if not all(cells["name"] for cells in rows):
            yield not_in_rows(f"instance {name}")


def not_in_rows(element: str, path: str = "") -> Finding:
    """Return the finding that names an element which cannot be said in rows."""
    return Finding("not_in_rows", {"element": f"{element} {path}".strip()}, path)


def _is_labelled(control: etree._Element) -> bool:
    texts = (child for child in control if local_name(child.tag) in ("label", "hint"))
    return any(text.get("ref") or text.text or len(text) for text in texts)

"""What a question of an XForm lets one choose from, as the cells of its row."""

from __future__ import annotations

from lxml import etree

from abhaya_forms.xform_reading.choice_lists import ChoiceLists, Itemset, read_itemset
from abhaya_forms.xform_reading.references import References, absolute
from abhaya_forms.xform_reading.row_texts import RowTexts

Cells = dict[str, str]

_FROM_FILE = {".geojson": ("id", "title")}
_USUAL = ("name", "label")


class OfferedChoices:
    """Writes the cells; choices that stand in a control itself go to ``lists``."""

    def __init__(self, lists: ChoiceLists, references: References, texts: RowTexts) -> None:
        self._lists = lists
        self._references = references
        self._texts = texts

    def cells(self, kind: str, path: str, control: etree._Element) -> tuple[Cells, Cells]:
        """Return the cells of a question of the type ``kind``, and its parameters."""
        itemset = read_itemset(control)
        if itemset is None:
            inline = control.find("{*}item") is not None
            name = path.rpartition("/")[2]
            return {"type": f"{kind} {self._lists.inline(control, name, self._texts)}"} if inline else {}, {}
        if kind == "range":
            return {}, {"tick_labelset": itemset.name}
        if kind.startswith("geo"):
            chosen = "" if itemset.path else itemset.filter
            near = itemset.name or self._references.name(itemset.path)
            return self._filter(chosen, path), {"reference-geometry": near}
        if itemset.path:
            return self._from_repeat(kind, path, itemset), self._shuffled(itemset, path)
        return self._from_list(kind, path, itemset)

    def _from_list(self, kind: str, path: str, itemset: Itemset) -> tuple[Cells, Cells]:
        parameters = self._shuffled(itemset, path)
        listed = f"{kind} {itemset.name}"
        if file := self._lists.files.get(itemset.name):
            listed = f"{kind}_from_file {file}"
            value, label = _FROM_FILE.get(file[file.rfind(".") :], _USUAL)
            parameters |= {"value": itemset.value} if itemset.value != value else {}
            parameters |= {"label": itemset.label} if itemset.label != label else {}
        return {"type": listed} | self._filter(itemset.filter, path), parameters

    def _from_repeat(self, kind: str, path: str, itemset: Itemset) -> Cells:
        repeat = absolute(itemset.path, path)
        asked = f"{repeat}/{itemset.value}"
        own = itemset.filter if itemset.filter != f"./{itemset.value} != ''" else ""
        return {"type": f"{kind} {self._references.name(asked) or asked}"} | self._filter(own, path, repeat)

    def _filter(self, written: str, path: str, rows_of: str = "") -> Cells:
        chosen = self._references.cell(written, path, rows_of, choosing=True)
        return {"choice_filter": chosen} if chosen else {}

    def _shuffled(self, itemset: Itemset, path: str) -> Cells:
        if not itemset.randomize:
            return {}
        seed = self._references.cell(f" {itemset.seed} ", path)
        return {"randomize": "true"} | ({"seed": seed} if seed else {})

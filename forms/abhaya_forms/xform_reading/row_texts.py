"""Labels, hints, messages and media of an XForm as the cells of a row."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.itext import Itext, itext_id
from abhaya_forms.xform_reading.references import References, absolute

UNNAMED = "default"
"""The language of texts whose column names none."""

_LABEL = {"": "label", "image": "image", "big-image": "big-image", "audio": "audio", "video": "video"}
_HINT = {"": "hint", "guidance": "guidance_hint"}
_FOLDERS = {"image": "images", "big-image": "images", "audio": "audio", "video": "video"}

Cell = tuple[str, str]


class RowTexts:
    """Writes texts as cells, one column for each language."""

    def __init__(self, itext: Itext, references: References) -> None:
        self._itext = itext
        self._references = references

    def of_control(self, element: etree._Element, path: str) -> Iterator[Cell]:
        """Yield the cells of a control's label and hint."""
        for child in element:
            kind = local_name(child.tag)
            if kind in ("label", "hint"):
                yield from self._element(child, _LABEL if kind == "label" else _HINT, path)

    def of_message(self, column: str, value: str, path: str) -> Iterator[Cell]:
        """Yield the cells of a message that stands in an attribute of a bind."""
        text_id = itext_id(value)
        yield from self.of_id(text_id, {"": column}, path) if text_id else ((column, value),)

    def of_choice(self, text_id: str) -> Iterator[Cell]:
        """Yield the cells of a choice whose text has this id."""
        return self.of_id(text_id, _LABEL, "")

    def of_id(self, text_id: str, columns: dict[str, str], path: str) -> Iterator[Cell]:
        """Yield the cells of a text in every language; forms without a column are left out."""
        for language, said in self._itext.said(text_id).items():
            for form, value in said.items():
                if form in columns:
                    words = self.words(value, path).removeprefix(f"jr://{_FOLDERS.get(form, '')}/")
                    yield self._head(columns[form], language), words

    def words(self, element: etree._Element, path: str) -> str:
        """Return the words of an element, with the values it puts in as ``${name}``."""
        words = element.text or ""
        for child in element:
            if local_name(child.tag) == "output":
                words += self._put_in(child.get("value") or child.get("ref") or "", path)
            words += child.tail or ""
        return words.strip()

    def _put_in(self, value: str, path: str) -> str:
        """A value that is put in may name a question by any path."""
        return self._references.name(absolute(value.strip(), path)) or self._references.cell(value, path)

    def _element(self, element: etree._Element, columns: dict[str, str], path: str) -> Iterator[Cell]:
        if text_id := itext_id(element.get("ref")):
            yield from self.of_id(text_id, columns, path)
        elif words := self.words(element, path):
            yield columns[""], words

    def _head(self, column: str, language: str) -> str:
        unnamed = language == UNNAMED and self._itext.default in ("", UNNAMED)
        return column if unnamed else f"{column}::{language}"

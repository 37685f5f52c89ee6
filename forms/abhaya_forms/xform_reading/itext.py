"""The texts of an XForm by id, language and form."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

ABSENT = "-"
"""What pyxform writes where a language has no text."""

_REFERENCE = re.compile(r"\s*jr:itext\(\s*(['\"])(.*)\1\s*\)\s*", re.DOTALL)

Said = Mapping[str, etree._Element]
"""Values of one text in one language by their form (``image``); the words themselves by ``""``."""


class Itext:
    """``languages`` in the order of the form; ``default`` is the one marked so, empty when none is.

    ``twice`` are ids given to two texts of one language.
    """

    def __init__(self, model: etree._Element) -> None:
        translations = model.findall("{*}itext/{*}translation")
        self.languages = tuple(t.get("lang") or "" for t in translations)
        self.default = next((t.get("lang") or "" for t in translations if t.get("default")), "")
        self.twice: tuple[str, ...] = ()
        self._texts: dict[str, dict[str, Said]] = {}
        for translation in translations:
            for text in translation:
                if (translation.get("lang") or "") in self._texts.get(text.get("id") or "", {}):
                    self.twice += (text.get("id") or "",)
                said = {value.get("form") or "": value for value in text}
                self._texts.setdefault(text.get("id") or "", {})[translation.get("lang") or ""] = said

    def said(self, text_id: str) -> Mapping[str, Said]:
        """Return a text by language, without what is only marked as absent there."""
        texts = self._texts.get(text_id, {})
        written = {form for said in texts.values() for form, value in said.items() if not _is_absent(value)}
        return {
            language: {f: value for f, value in said.items() if f not in written or not _is_absent(value)}
            for language, said in texts.items()
        }


def _is_absent(value: etree._Element) -> bool:
    return not len(value) and value.text == ABSENT


def itext_id(reference: str | None) -> str:
    """Return the id in ``jr:itext('id')``, empty for anything else."""
    found = _REFERENCE.fullmatch(reference or "")
    return found[2] if found else ""

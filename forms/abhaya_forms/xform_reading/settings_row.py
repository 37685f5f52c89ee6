"""What an XForm says of itself, as the row of the sheet ``settings``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from abhaya_forms.xform_reading.choice_lists import ChoiceLists, names_twice
from abhaya_forms.xform_reading.prefixed_names import PREFIXES, XFORMS
from abhaya_forms.xform_reading.references import References
from abhaya_forms.xform_reading.row_texts import UNNAMED
from abhaya_forms.xform_reading.survey_rows import META
from abhaya_forms.xform_reading.xform import XForm

_ROOT = {"id": "form_id", "version": "version", "odk:prefix": "prefix", "odk:delimiter": "delimiter"}
_SUBMISSION = {
    "action": "submission_url",
    "base64RsaPublicKey": "public_key",
    "orx:auto-send": "auto_send",
    "orx:auto-delete": "auto_delete",
    "odk:client-editable": "client_editable",
}
_UNTIDY = re.compile(r" {2,}")
"""Spaces that pyxform draws together unless it is told not to."""


def settings_row(
    xform: XForm, references: References, lists: ChoiceLists, survey: list[dict[str, str]]
) -> dict[str, str]:
    """Return the settings; ``survey`` are the rows, whose spaces may have to be kept as they are."""
    cells = dict(_said(xform, references))
    if names_twice(lists.rows):
        cells["allow_choice_duplicates"] = "yes"
    if any(_UNTIDY.search(cell) for row in survey for cell in row.values()):
        cells["clean_text_values"] = "no"
    return {name: value for name, value in cells.items() if value}


def _said(xform: XForm, references: References) -> Iterator[tuple[str, str]]:
    title = next(xform.root.iter("{*}title"), etree.Element("title"))
    yield "form_title", (title.text or "").strip()
    root = xform.attributes(xform.instance.element)
    for name in sorted(root, key=lambda name: name not in _ROOT):
        yield _ROOT.get(name, f"attribute::{name}"), root[name]
    if (namespace := etree.QName(xform.instance.element).namespace or "") != XFORMS:
        yield "instance_xmlns", namespace
    if xform.itext.default != UNNAMED:
        yield "default_language", xform.itext.default
    yield "style", xform.body.get("class") or ""
    yield "namespaces", " ".join(f'{prefix}="{uri}"' for prefix, uri in _namespaces(xform))
    submission = xform.model.find("{*}submission")
    if submission is not None:
        for name, value in xform.attributes(submission).items():
            if name in _SUBMISSION:
                yield _SUBMISSION[name], value
    yield from _meta(xform, references)


def _namespaces(xform: XForm) -> Iterator[tuple[str, str]]:
    for prefix, uri in xform.root.nsmap.items():
        if prefix and uri not in (XFORMS, *PREFIXES):
            yield prefix, uri


def _meta(xform: XForm, references: References) -> Iterator[tuple[str, str]]:
    if not any(node.path == f"{META}/instanceID" for node in xform.instance.below()):
        yield "omit_instanceID", "yes"
    preload = xform.binds.get(f"{META}/instanceID", {}).get("jr:preload", "uid")
    yield "instance_id", "" if preload == "uid" else preload
    name = f"{META}/instanceName"
    yield "instance_name", references.cell(xform.binds.get(name, {}).get("calculate", ""), name)

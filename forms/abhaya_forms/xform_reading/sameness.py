"""Words and rules of XForms in one spelling, so that they can be compared."""

from __future__ import annotations

import re

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.references import absolute

Fact = tuple[str, str, str]
"""Path of the node, the element that says it, and what it says."""

_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_STRAIGHT = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")  # pyxform writes no other quotes


def squeezed(expression: str) -> str:
    """Return ``expression`` without white space outside quotes."""
    pieces = _QUOTED.split(expression.translate(_STRAIGHT))
    return "".join(p if p[:1] in ("'", '"') else re.sub(r"\s+", "", p) for p in pieces)


def words(element: etree._Element, path: str) -> str:
    """Return the words of a text of the node at ``path``, with the paths of what it puts in written out."""
    said = element.text or ""
    for child in element:
        value = absolute(squeezed(child.get("value") or child.get("ref") or ""), path)
        said += f"{{{local_name(child.tag)} {value}}}{child.tail or ''}"
    return said.strip().translate(_STRAIGHT)

"""Names of attributes with the prefixes a sheet knows them by."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

XFORMS = "http://www.w3.org/2002/xforms"
PREFIXES = {
    "http://www.w3.org/1999/xhtml": "h",
    "http://www.w3.org/2001/xml-events": "ev",
    "http://www.w3.org/2001/XMLSchema": "xsd",
    "http://openrosa.org/javarosa": "jr",
    "http://openrosa.org/xforms": "orx",
    "http://www.opendatakit.org/xforms": "odk",
}
"""Prefixes that every XForm made of a sheet declares, by namespace."""


def prefixes_of(root: etree._Element) -> dict[str, str]:
    """Return the prefixes of an XForm by namespace: the usual ones, and its own for other namespaces."""
    return {**{uri: prefix for prefix, uri in root.nsmap.items() if prefix}, **PREFIXES}


def named_attributes(element: etree._Element, prefixes: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of ``element`` in order, named with the prefixes of their namespaces."""
    named = {}
    for key, value in element.attrib.items():
        name = etree.QName(str(key))
        prefix = prefixes.get(name.namespace or "", "")
        named[f"{prefix}:{name.localname}" if prefix else name.localname] = str(value)
    return named

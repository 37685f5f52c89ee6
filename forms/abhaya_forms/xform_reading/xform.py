"""An XForm taken apart: its nodes, binds, controls, actions and texts, all by absolute path."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.instance_xml import local_name, parse_xml
from abhaya_forms.survey import ROOT
from abhaya_forms.xform_reading.actions import ACTIONS, Action, read_actions
from abhaya_forms.xform_reading.instance_node import InstanceNode, instance_node
from abhaya_forms.xform_reading.itext import Itext
from abhaya_forms.xform_reading.prefixed_names import XFORMS, named_attributes, prefixes_of

_NO_CONTROLS = ("label", "hint", "itemset", "item", *ACTIONS)
_TYPES = {"select1": "string", "select": "string"}  # as forms of old are written
_Elements = dict[str, etree._Element]


@dataclass(frozen=True, slots=True, eq=False)
class XForm:
    """``binds`` hold rules by their names with the usual prefixes; ``groups`` are those around repeats."""

    root: etree._Element
    model: etree._Element
    body: etree._Element
    instance: InstanceNode
    binds: Mapping[str, Mapping[str, str]]
    controls: Mapping[str, etree._Element]
    groups: Mapping[str, etree._Element]
    actions: tuple[Action, ...]
    lists: tuple[etree._Element, ...]
    itext: Itext
    prefixes: Mapping[str, str]

    @property
    def repeats(self) -> frozenset[str]:
        """Paths of all repeats."""
        return frozenset(path for path, e in self.controls.items() if local_name(e.tag) == "repeat")

    def list_rows(self, name: str) -> list[etree._Element]:
        """Return the rows of a list that the form itself holds."""
        return next((list(e[0]) for e in self.lists if e.get("id") == name and len(e)), [])

    def attributes(self, element: etree._Element) -> dict[str, str]:
        """Return the attributes of ``element`` in order, named with the usual prefixes."""
        return named_attributes(element, self.prefixes)


def take_apart(data: bytes) -> XForm:
    """Return the XForm in ``data`` with its root named ROOT and every path absolute.

    Raises FormError when it is no XForm.
    """
    root = parse_xml(data)
    model, body = next(root.iter("{*}model"), None), root.find("{*}body")
    instance = model.find("{*}instance") if model is not None else None
    if model is None or body is None or instance is None or not len(instance):
        raise FormError((Finding("not_a_form"),))
    _rename_root(root, instance[0])
    prefixes = prefixes_of(root)
    binds = model.findall("{*}bind")
    controls, groups = _controls(body, {bind.get("id") or "": _nodeset(bind) for bind in binds})
    return XForm(
        root=root,
        model=model,
        body=body,
        instance=instance_node(f"/{ROOT}", [instance[0]]),
        binds={_nodeset(bind): _rules(bind, prefixes) for bind in binds},
        controls=controls,
        groups=groups,
        actions=tuple(read_actions(root, prefixes)),
        lists=tuple(model.findall("{*}instance")[1:]),
        itext=Itext(model),
        prefixes=prefixes,
    )


def _rename_root(root: etree._Element, primary: etree._Element) -> None:
    """A form made of a sheet has the root ROOT; the name means nothing to whoever fills it."""
    name = local_name(primary.tag)
    if name == ROOT:
        return
    primary.tag = f"{{{etree.QName(primary).namespace or XFORMS}}}{ROOT}"
    path = re.compile(rf"(?<![\w/.)\]-])/{re.escape(name)}(?![\w.-])")
    for element in root.iter():
        for key, value in element.attrib.items():
            element.set(key, path.sub(f"/{ROOT}", str(value)))


def _nodeset(bind: etree._Element) -> str:
    return (bind.get("nodeset") or bind.get("ref") or "").strip()


def _rules(bind: etree._Element, prefixes: Mapping[str, str]) -> dict[str, str]:
    rules = named_attributes(bind, prefixes)
    if "type" in rules:
        kind = rules["type"].removeprefix("xsd:")
        rules["type"] = _TYPES.get(kind, kind)
    return {name: value for name, value in rules.items() if name not in ("nodeset", "ref", "id")}


def _controls(body: etree._Element, by_id: Mapping[str, str]) -> tuple[_Elements, _Elements]:
    """Controls by their absolute paths, and the groups that hold a repeat of the same path."""
    controls: _Elements = {}
    groups: _Elements = {}

    def walk(parent: etree._Element, above: str) -> None:
        for element in parent:
            name = local_name(element.tag)
            reference = (element.get("nodeset") or element.get("ref") or "").strip()
            reference = reference or by_id.get(str(element.attrib.pop("bind", "")), "")
            if not reference or name in _NO_CONTROLS:
                continue
            path = reference if reference.startswith("/") else f"{above}/{reference}"
            element.set("nodeset" if name == "repeat" else "ref", path)
            if path in controls and name == "repeat":
                groups[path] = controls[path]
            controls[path] = element
            walk(element, path)

    walk(body, f"/{ROOT}")
    return controls, groups

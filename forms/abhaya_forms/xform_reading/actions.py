"""The actions of an XForm: elements that set a value when something happens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.prefixed_names import named_attributes

ACTIONS = ("setvalue", "setgeopoint", "recordaudio")
FIRST_LOAD, NEW_REPEAT, VALUE_CHANGED = "odk-instance-first-load", "odk-new-repeat", "xforms-value-changed"
_OLD_EVENTS = {"xforms-ready": FIRST_LOAD, "jr-insert": NEW_REPEAT}


@dataclass(frozen=True, slots=True)
class Action:
    """Sets ``target`` to ``value``; ``source`` is the path of the control it stands in, empty in the model.

    ``attributes`` are the others; a value that is no expression stands among them as ``text``.
    """

    kind: str
    events: tuple[str, ...]
    target: str
    value: str
    source: str
    attributes: Mapping[str, str]


def read_actions(root: etree._Element, prefixes: Mapping[str, str]) -> Iterator[Action]:
    """Yield all actions of a form in order."""
    for element in root.iter(*(f"{{*}}{kind}" for kind in ACTIONS)):
        around = element.getparent()
        source = "" if around is None else around.get("nodeset") or around.get("ref") or ""
        attributes = named_attributes(element, prefixes)
        said = (attributes.pop("event", "") or attributes.pop("ev:event", "")).split()
        events = tuple(_OLD_EVENTS.get(event, event) for event in said)
        target, value = attributes.pop("ref", "").strip(), attributes.pop("value", "")
        if element.text and element.text.strip():
            attributes["text"] = element.text.strip()
        yield Action(local_name(element.tag), events, target, value, source, attributes)

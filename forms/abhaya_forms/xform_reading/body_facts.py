"""What the body of an XForm shows, and the choices it offers, as facts."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.actions import ACTIONS
from abhaya_forms.xform_reading.choice_lists import LAST_SAVED, Itemset, read_itemset
from abhaya_forms.xform_reading.itext import itext_id
from abhaya_forms.xform_reading.sameness import Fact, squeezed, words
from abhaya_forms.xform_reading.xform import XForm

_PARTS = ("body", "label", "hint", "itemset", "item", "value", "output", *ACTIONS)
_LABELS = ("label", "jr:itext(itextId)")


def body_facts(xform: XForm) -> Iterator[Fact]:
    """Yield controls in their order, with texts and choices; and those without a node of their own."""
    shown = [id(element) for element in (*xform.controls.values(), *xform.groups.values())]
    for element in xform.body.iter():
        if local_name(element.tag) not in _PARTS and id(element) not in shown:
            yield "", local_name(element.tag), f"unbound, line {element.sourceline}"
    yield "", "body", " ".join(xform.controls)
    yield "", "body class", xform.body.get("class") or ""
    for path, control in xform.controls.items():
        name = local_name(control.tag)
        yield path, name, "control"
        for attribute, value in xform.attributes(control).items():
            if attribute not in ("ref", "nodeset"):
                yield path, f"{name} {attribute}", squeezed(value)
        yield from _texts(xform, path, control)
        yield from _choices(xform, path, control)
    for path, group in xform.groups.items():
        if local_name(group.tag) != "group":
            yield path, local_name(group.tag), "around a repeat"
        yield from _texts(xform, path, group)


def said(xform: XForm, path: str, kind: str, text_id: str) -> Iterator[Fact]:
    """Yield a text in every language and form."""
    for language, forms in xform.itext.said(text_id).items():
        for form, value in forms.items():
            yield path, f"{kind} {form}".strip(), f"{language}: {words(value, path)}"


def list_facts(xform: XForm, names: frozenset[str]) -> Iterator[Fact]:
    """Yield the rows and files of the secondary instances with these ids."""
    for instance in xform.lists:
        name = instance.get("id") or ""
        if name not in names:
            continue
        if instance.get("src"):
            yield "", f"instance {name}", "" if name == LAST_SAVED else instance.get("src") or ""
        yield "", f"instance {name}", " ".join(local_name(child.tag) for child in instance)
        for number, item in enumerate(xform.list_rows(name)):
            yield "", f"instance {name}", f"{number} {local_name(item.tag)}"
            for child in item:
                if local_name(child.tag) == "itextId":
                    for _, kind, text in said(xform, "", "", words(child, "")):
                        yield "", f"instance {name}", f"{number} {kind} {text}"
                else:
                    yield "", f"instance {name}", f"{number} {local_name(child.tag)} {words(child, '')}"


def _texts(xform: XForm, path: str, element: etree._Element) -> Iterator[Fact]:
    for child in element:
        kind = local_name(child.tag)
        if kind not in ("label", "hint"):
            continue
        if text_id := itext_id(child.get("ref")):
            yield from said(xform, path, kind, text_id)
        elif text := words(child, path):
            yield path, kind, text
        elif child.get("ref"):
            yield path, f"{kind} ref", child.get("ref") or ""


def _choices(xform: XForm, path: str, control: etree._Element) -> Iterator[Fact]:
    """All rows of a list are the same as fixed choices."""
    for number, item in enumerate(control.findall("{*}item")):
        yield from _choice(xform, path, number, item, "value")
    itemset = read_itemset(control)
    if itemset is None:
        return
    if _is_whole_list(itemset) and (rows := xform.list_rows(itemset.name)):
        for number, item in enumerate(rows):
            yield from _choice(xform, path, number, item, "name")
    else:
        label = "label" if itemset.label in _LABELS else itemset.label
        yield path, "itemset", f"{squeezed(itemset.nodeset)} {itemset.value} {label}"


def _is_whole_list(itemset: Itemset) -> bool:
    plain = not itemset.filter and not itemset.randomize
    return plain and itemset.value == "name" and itemset.label in _LABELS


def _choice(xform: XForm, path: str, number: int, item: etree._Element, value: str) -> Iterator[Fact]:
    yield path, "item", f"{number} {(item.findtext(f'{{*}}{value}') or '').strip()}"
    text_id = item.findtext("{*}itextId")
    texts = said(xform, "", "label", text_id) if text_id else _texts(xform, "", item)
    yield from ((path, "item", f"{number} {kind} {text}") for _, kind, text in texts)

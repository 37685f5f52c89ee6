"""Everything an XForm does, as facts that do not depend on how its XML is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.xform_reading.actions import ACTIONS, VALUE_CHANGED
from abhaya_forms.xform_reading.body_facts import body_facts, list_facts, said
from abhaya_forms.xform_reading.itext import itext_id
from abhaya_forms.xform_reading.sameness import Fact, squeezed, words
from abhaya_forms.xform_reading.survey_rows import META
from abhaya_forms.xform_reading.xform import XForm

_HEAD = ("head", "body", "title", "model", "remarks", "itext", "instance", "bind", "submission", *ACTIONS)
_OWN_ID = f"{META}/instanceID"  # every form gives itself an id; there are many spellings of that


def differences(form: XForm, other: XForm) -> tuple[tuple[str, str], ...]:
    """Return where ``other`` does something else than ``form``: paths and elements.

    Lists that only ``other`` has do nothing by themselves: it may keep there what ``form`` says in its body.
    """
    lists = frozenset(element.get("id") or "" for element in form.lists)
    changed = frozenset(_facts(form, lists)) ^ frozenset(_facts(other, lists))
    return tuple(dict.fromkeys((path, element) for path, element, _ in sorted(changed)))


def _facts(xform: XForm, lists: frozenset[str]) -> Iterator[Fact]:
    yield from _instance(xform)
    yield from _first_rows(xform)
    yield from _binds(xform)
    yield from body_facts(xform)
    yield from list_facts(xform, lists)
    yield from _actions(xform)
    yield from _languages(xform)
    yield from _head(xform)


def _instance(xform: XForm) -> Iterator[Fact]:
    for node in (xform.instance, *xform.instance.below()):
        for element in node.elements:
            names = dict.fromkeys(local_name(child.tag) for child in element)
            yield node.path, node.name, f"children {' '.join(names)}"
            for name, value in xform.attributes(element).items():
                if name != "jr:template":
                    yield node.path, f"instance {name}", squeezed(value)
            default = element.text or ""
            yield node.path, "default", default if default.strip() else ""


def _first_rows(xform: XForm) -> Iterator[Fact]:
    """How often each node is there at first, but for the rows of repeats that a rule counts."""
    for node in xform.instance.below():
        control = xform.controls.get(node.path)
        if control is None or "jr:count" not in xform.attributes(control):
            yield node.path, "rows", str(node.rows)


def _binds(xform: XForm) -> Iterator[Fact]:
    for path, rules in xform.binds.items():
        for name, value in rules.items() if path != _OWN_ID else ():
            if (name, value) == ("type", "string"):  # as good as none
                continue
            if text_id := itext_id(value):
                yield from said(xform, path, f"bind {name}", text_id)
            else:
                yield path, f"bind {name}", squeezed(value)


def _actions(xform: XForm) -> Iterator[Fact]:
    said = Counter((action.target, action.kind, event) for action in xform.actions for event in action.events)
    yield from ((target, kind, f"{event} {count}") for (target, kind, event), count in said.items())
    for action in xform.actions:
        for event in action.events:
            source = action.source if event == VALUE_CHANGED else ""
            more = " ".join(f"{name}={value}" for name, value in action.attributes.items())
            yield action.target, action.kind, f"{event} {source} {squeezed(action.value)} {more}"


def _languages(xform: XForm) -> Iterator[Fact]:
    for language in xform.itext.languages:
        yield "", "translation", f"{language} {language == xform.itext.default}"
    for text_id in xform.itext.twice:
        yield "", "text", f"twice {text_id}"


def _head(xform: XForm) -> Iterator[Fact]:
    """What the head says of the form, and elements that are none of an XForm's usual ones."""
    yield "", "model", str(sum(1 for _ in xform.root.iter("{*}model")))
    yield "", "title", words(next(xform.root.iter("{*}title"), etree.Element("title")), "")
    for element in (*xform.root, *xform.root.iterfind("{*}head/*"), *xform.model):
        name = local_name(element.tag)
        if name not in _HEAD:
            yield "", name, "".join(map(str, element.itertext()))
        if name in ("model", "submission"):
            for attribute, value in xform.attributes(element).items():
                if attribute not in ("odk:xforms-version", "method", "id"):
                    yield "", f"{name} {attribute}", value

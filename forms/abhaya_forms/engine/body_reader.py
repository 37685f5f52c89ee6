"""The ``<body>`` of a form: its controls, in order, with their texts and choices."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from abhaya_forms.engine.bind import Bind, plain_path, read_marks
from abhaya_forms.engine.body import Control, Element, Group, Question, RangeBounds, Repeat
from abhaya_forms.engine.choice_list import ChoiceList, read_choices
from abhaya_forms.engine.element_texts import ElementTexts, read_element_texts
from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_compiler import FormCompiler
from abhaya_forms.engine.form_model import JAVAROSA, ModelNode
from abhaya_forms.engine.form_text import Translations
from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.engine.rule import Kind

_CONTROLS = {
    "input": Control.INPUT,
    "secret": Control.INPUT,
    "select1": Control.SELECT_ONE,
    "select": Control.SELECT_MULTIPLE,
    "rank": Control.RANK,
    "range": Control.RANGE,
    "trigger": Control.TRIGGER,
    "upload": Control.UPLOAD,
}
_PAST = re.compile(  # ". <= today()", alone or as days
    r"(?<![\w)/.*])(?:decimal-date-time\()?\s*\.\s*\)?\s*<=?\s*(?:decimal-date-time\()?\s*(?:today|now)\(\)"
)
_WITH_CHOICES = (Control.SELECT_ONE, Control.SELECT_MULTIPLE, Control.RANK)
_GIVEN = {"carry", "subject", "person"}  # marks of questions that the program answers


@dataclass(slots=True)
class Body:
    """What was read: elements in order, and by their key (questions: path) their texts and choices."""

    elements: tuple[Element, ...] = ()
    texts: dict[str, ElementTexts] = field(default_factory=dict)
    choices: dict[str, ChoiceList] = field(default_factory=dict)
    counts: dict[str, str] = field(default_factory=dict)
    fixed_rows: set[str] = field(default_factory=set)


def repeat_paths(body_element: etree._Element | None) -> frozenset[str]:
    """The template paths of all repeats."""
    repeats = body_element.iter("{*}repeat") if body_element is not None else ()
    return frozenset(_absolute_path(repeat) for repeat in repeats)


def _absolute_path(element: etree._Element | None) -> str:
    """A relative reference is taken from the element around it."""
    if element is None:
        return ""
    reference = plain_path(element.get("nodeset") or element.get("ref") or "")
    if reference.startswith("/"):
        return reference
    around = _absolute_path(element.getparent())
    return f"{around}/{reference}" if reference else around


def read_body(
    element: etree._Element | None,
    binds: Mapping[str, Bind],
    compiler: FormCompiler,
    translations: Translations,
) -> Body:
    """Read the body; ``counts`` are jr:count expressions, ``fixed_rows`` the repeats with jr:noAddRemove."""
    body = Body()
    if element is not None:
        reader = _BodyReader(body, binds, compiler, translations)
        body.elements = reader.children(element, compiler.model.root)
    return body


class _BodyReader:
    def __init__(
        self, body: Body, binds: Mapping[str, Bind], compiler: FormCompiler, translations: Translations
    ) -> None:
        self.body = body
        self.binds = binds
        self.compiler = compiler
        self.translations = translations

    def children(self, parent: etree._Element, above: ModelNode) -> tuple[Element, ...]:
        found = (self.element(child, above) for child in parent if isinstance(child.tag, str))
        return tuple(element for element in found if element is not None)

    def element(self, element: etree._Element, above: ModelNode) -> Element | None:
        name = local_name(element.tag)
        if name == "group":
            return self.group(element, above)
        if name == "repeat":
            return self.repeat(element, above)
        return self.question(element, _CONTROLS[name], above) if name in _CONTROLS else None

    def node(self, element: etree._Element, above: ModelNode) -> ModelNode | None:
        """The node an element is bound to; a relative reference is taken from the element around it."""
        reference = plain_path(element.get("nodeset") or element.get("ref") or "")
        path = reference if reference.startswith("/") else f"{above.path}/{reference}"
        node = self.compiler.model.nodes.get(path)
        if node is None:
            self.compiler.report(Finding("unresolved_reference", {"reference": reference}), path)
        return node

    def group(self, element: etree._Element, above: ModelNode) -> Element | None:
        bound = bool(element.get("nodeset") or element.get("ref"))
        node = self.node(element, above) if bound else above
        if node is None:
            return None
        children = self.children(element, node)
        if len(children) == 1 and isinstance(children[0], Repeat) and children[0].path == node.path:
            return self.labelled_repeat(element, children[0], node)
        key = (
            node.path
            if bound and node.path not in self.body.texts
            else f"{above.path}#{len(self.body.texts)}"
        )
        self.body.texts[key] = self.texts(element, node)
        marks = self.marks(element, node if bound else None)
        name = node.name if bound else ""
        return Group(node.path if bound else None, name, children, _appearances(element), marks, key)

    def labelled_repeat(self, group: etree._Element, repeat: Repeat, node: ModelNode) -> Repeat:
        """The group XForms wraps around a repeat to label it is the repeat's own heading."""
        if self.body.texts[repeat.key].label is None:
            self.body.texts[repeat.key] = self.texts(group, node)
        appearances = tuple(dict.fromkeys(_appearances(group) + repeat.appearances))
        return replace(repeat, appearances=appearances, marks={**repeat.marks, **read_marks(group)})

    def repeat(self, element: etree._Element, above: ModelNode) -> Repeat | None:
        node = self.node(element, above)
        if node is None or self.is_misplaced(node, above):
            return None
        count = (element.get(JAVAROSA + "count") or "").strip()
        if count:
            self.body.counts[node.path] = count
        elif element.get(JAVAROSA + "noAddRemove"):
            self.body.fixed_rows.add(node.path)
        children = self.children(element, node)
        self.body.texts[node.path] = self.texts(element, node)
        fixed = bool(count) or node.path in self.body.fixed_rows
        return Repeat(node.path, node.name, children, _appearances(element), self.marks(element, node), fixed)

    def question(self, element: etree._Element, control: Control, above: ModelNode) -> Question | None:
        node = self.node(element, above)
        if node is None or self.is_no_leaf(node):
            return None
        bind = self.binds.get(node.path, Bind())
        marks = self.marks(element, node)
        answered = bind.calculated or _GIVEN & marks.keys()
        if control is Control.INPUT and bind.always_read_only and not answered:
            control = Control.NOTE
        self.body.texts[node.path] = self.texts(element, node)
        if control in _WITH_CHOICES:
            self.body.choices[node.path] = read_choices(element, node, self.compiler, self.translations)
        appearances, media = _appearances(element), element.get("mediatype") or ""
        return Question(
            node.path,
            node.name,
            control,
            node.data_type,
            appearances,
            media,
            marks,
            _bounds(element, control),
            past=_PAST.search(bind.written.get(Kind.CONSTRAINT, "")) is not None,
        )

    def is_no_leaf(self, node: ModelNode) -> bool:
        """Whether a control would have to answer a whole group; reported, if so."""
        if node.children:
            self.compiler.report(Finding("unsupported"), node.path)
        return bool(node.children)

    def is_misplaced(self, repeat: ModelNode, above: ModelNode) -> bool:
        """Whether a repeat stands in the rows of another that do not hold it; reported, if so."""
        outside = bool(above.repeats) and not (repeat.path + "/").startswith(above.path + "/")
        misplaced = outside or not repeat.is_repeat
        if misplaced:
            self.compiler.report(Finding("unsupported"), repeat.path)
        return misplaced

    def texts(self, element: etree._Element, node: ModelNode) -> ElementTexts:
        return read_element_texts(element, node, self.compiler, self.translations)

    def marks(self, element: etree._Element, node: ModelNode | None) -> dict[str, str]:
        bind = self.binds.get(node.path) if node is not None else None
        return {**(bind.marks if bind else {}), **read_marks(element)}


def _appearances(element: etree._Element) -> tuple[str, ...]:
    """The words of ``appearance``; the old name "search" stands for "autocomplete" too (ODK)."""
    words = (element.get("appearance") or "").split()
    is_select = local_name(element.tag) in ("select", "select1")
    return tuple(["autocomplete", *words] if is_select and "search" in words else words)


def _bounds(element: etree._Element, control: Control) -> RangeBounds | None:
    if control is not Control.RANGE:
        return None
    return RangeBounds(element.get("start") or "0", element.get("end") or "10", element.get("step") or "1")

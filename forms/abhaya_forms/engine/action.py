"""Actions of a form: ``<setvalue>`` elements that set a value when something happens."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.bind import find_node, plain_path
from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_compiler import FormCompiler
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.instance_xml import local_name
from abhaya_forms.engine.scope import Closure
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Path, Step

FIRST_LOAD = "odk-instance-first-load"
LOAD = "odk-instance-load"
VALUE_CHANGED = "xforms-value-changed"
NEW_REPEAT = "odk-new-repeat"
_ALIASES = {"xforms-ready": FIRST_LOAD, "jr-insert": NEW_REPEAT}


@dataclass(frozen=True, slots=True, eq=False)
class Action:
    """Sets ``target`` (as seen from the node at ``source``) to ``value`` (as seen from the target)."""

    events: frozenset[str]
    source: ModelNode
    target: Closure
    value: Closure | str


def read_actions(xform: etree._Element, compiler: FormCompiler) -> list[Action]:
    """All actions of the form, wherever they stand."""
    actions = []
    for element in xform.iter("{*}setvalue"):
        action = _read_action(element, compiler)
        if action is not None:
            actions.append(action)
    return actions


def _read_action(element: etree._Element, compiler: FormCompiler) -> Action | None:
    source = _source(element.getparent(), compiler)
    reference = (element.get("ref") or "").strip()
    node = find_node(_without_predicates(reference), compiler)
    if node is None:
        compiler.report(Finding("unresolved_reference", {"reference": reference}), source.path, reference)
        return None
    target = compiler.compile(reference, source, target=True)
    expression = element.get("value")
    value = compiler.compile(expression, node) if expression and expression.strip() else None
    if target is None or (expression and expression.strip() and value is None):
        return None
    events = frozenset(_ALIASES.get(event, event) for event in (element.get("event") or "").split())
    return Action(events, source, target.closure, value.closure if value else (element.text or "").strip())


def _without_predicates(reference: str) -> str:
    """The template path of an absolute reference."""
    tree = parse(reference)
    if isinstance(tree, Path) and tree.absolute:
        return plain_path("/" + "/".join(map(_step_name, tree.steps)))
    return reference


def _step_name(step: Step) -> str:
    return f"@{step.test}" if step.axis == "attribute" else step.test


def _source(parent: etree._Element | None, compiler: FormCompiler) -> ModelNode:
    """The node of the control or repeat the action stands in; the root for actions of the model."""
    if parent is None or local_name(parent.tag) == "model":
        return compiler.model.root
    path = plain_path(parent.get("nodeset") or parent.get("ref") or "")
    return compiler.model.nodes.get(path, compiler.model.root)

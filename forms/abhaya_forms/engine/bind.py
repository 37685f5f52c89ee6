"""The ``<bind>`` elements of a form: types, rules, messages, preloads and our own marks."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_compiler import Compiled, FormCompiler
from abhaya_forms.engine.form_model import JAVAROSA, ModelNode
from abhaya_forms.engine.form_text import Text, Translations, read_reference
from abhaya_forms.engine.left_over import ABHAYA_NAMESPACE
from abhaya_forms.engine.rule import Kind, Rule

ABHAYA = f"{{{ABHAYA_NAMESPACE}}}"

_RULES = {
    "relevant": Kind.RELEVANT,
    "calculate": Kind.CALCULATE,
    "readonly": Kind.READ_ONLY,
    "required": Kind.REQUIRED,
    "constraint": Kind.CONSTRAINT,
}
_ALWAYS = ("true()", "1")


@dataclass(slots=True)
class Bind:
    """What the form says of one node, apart from its rules, of which ``written`` keeps the words."""

    constraint_message: Text | None = None
    required_message: Text | None = None
    preload: tuple[str, str] = ("", "")
    marks: dict[str, str] = field(default_factory=dict)
    always_read_only: bool = False
    calculated: bool = False
    written: dict[Kind, str] = field(default_factory=dict)


def read_marks(element: etree._Element) -> dict[str, str]:
    """Our own columns on an element, without prefix."""
    return {
        str(name)[len(ABHAYA) :]: str(value)
        for name, value in element.attrib.items()
        if str(name).startswith(ABHAYA)
    }


def read_binds(
    model_element: etree._Element, compiler: FormCompiler, translations: Translations
) -> tuple[dict[str, Bind], list[Rule]]:
    """All binds by path, and their rules; several binds of one node add up."""
    binds: dict[str, Bind] = {}
    rules: list[Rule] = []
    for element in model_element.iterfind("{*}bind"):
        path = plain_path(element.get("nodeset") or "")
        node = find_node(path, compiler)
        if node is None:
            compiler.report(Finding("unresolved_reference", {"reference": path}), path)
            continue
        bind = binds.setdefault(path, Bind())
        _fill(bind, element, node, compiler, translations)
        bind.written |= {kind: str(element.get(name)) for name, kind in _RULES.items() if element.get(name)}
        rules += _rules(element, node, compiler)
    return binds, rules


def plain_path(nodeset: str) -> str:
    """A path without prefixes and blanks."""
    steps = nodeset.strip().split("/")
    return "/".join(
        "@" + s[1:].rsplit(":", 1)[-1] if s.startswith("@") else s.rsplit(":", 1)[-1] for s in steps
    )


def find_node(path: str, compiler: FormCompiler) -> ModelNode | None:
    """The node at a template path; a bound attribute becomes a node."""
    node = compiler.model.nodes.get(path)
    owner_path, _, name = path.rpartition("/@")
    if node is None and name and "/" not in name and owner_path in compiler.model.nodes:
        return compiler.model.add_attribute(compiler.model.nodes[owner_path], name)
    return node


def _fill(
    bind: Bind, element: etree._Element, node: ModelNode, compiler: FormCompiler, translations: Translations
) -> None:
    if element.get("type"):
        node.data_type = str(element.get("type")).rsplit(":", 1)[-1]
    bind.marks |= read_marks(element)
    bind.calculated |= element.get("calculate") is not None
    bind.always_read_only |= (element.get("readonly") or "").strip() in _ALWAYS
    if element.get(JAVAROSA + "preload"):
        bind.preload = (str(element.get(JAVAROSA + "preload")), element.get(JAVAROSA + "preloadParams") or "")
    constraint = _message(element.get(JAVAROSA + "constraintMsg"), node, compiler, translations)
    required = _message(element.get(JAVAROSA + "requiredMsg"), node, compiler, translations)
    bind.constraint_message = constraint or bind.constraint_message
    bind.required_message = required or bind.required_message


def _message(
    message: str | None, node: ModelNode, compiler: FormCompiler, translations: Translations
) -> Text | None:
    if not message:
        return None
    if message.startswith("jr:itext("):
        return read_reference(message, translations, compiler, node)
    return Text({"": (message,)})


def _rules(element: etree._Element, node: ModelNode, compiler: FormCompiler) -> list[Rule]:
    rules = []
    for attribute, kind in _RULES.items():
        expression = element.get(attribute)
        compiled = compiler.compile(expression, node) if expression and expression.strip() else None
        if compiled is not None and kind is Kind.CALCULATE and node.children:
            compiler.report(Finding("unsupported"), node.path, str(expression))
        elif compiled is not None:
            rules.append(_rule(kind, node, compiled))
    return rules


def _rule(kind: Kind, node: ModelNode, compiled: Compiled) -> Rule:
    reads = compiled.dependencies
    if kind is Kind.CONSTRAINT:
        # It is not run on an empty answer, so it depends on its own answer even without saying ".".
        reads |= {own_dependency(node)}
    return Rule(kind, node, compiled.closure, reads, choice_paths=compiled.choice_paths)


def own_dependency(node: ModelNode) -> Dependency:
    """That a rule reads the node it belongs to."""
    return Dependency(node.path, node.repeats[-1].path if node.repeats else "")

"""The choices of a select or rank: fixed items, or a filtered list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.entry_state import Choice
from abhaya_forms.engine.finding import FormError
from abhaya_forms.engine.form_compiler import Compiled, FormCompiler
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.form_text import Text, Translations, read_text
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import EvaluationError, nodes_of, to_text
from abhaya_forms.engine.xpath_compiler import compile_expression


@dataclass(frozen=True, slots=True)
class Item:
    """A fixed choice."""

    value: str
    label: Text | None


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices taken from nodes: of a list, or of a repeat of the form itself."""

    nodes: Compiled
    value: Closure
    label: Closure


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """What a question offers; ``itemset`` comes after the fixed ``items``."""

    items: tuple[Item, ...] = ()
    itemset: Itemset | None = None

    def __bool__(self) -> bool:
        return bool(self.items) or self.itemset is not None

    def values(self, scope: Scope, node: Node) -> list[str]:
        """The values on offer to the question at ``node``."""
        return [item.value for item in self.items] + [
            to_text(self.itemset.value(row, 1, 1, scope)) for row in self._rows(scope, node) if self.itemset
        ]

    def choices(self, language: str, scope: Scope, node: Node) -> tuple[Choice, ...]:
        """The choices on offer to the question at ``node``, with labels."""
        fixed = [
            Choice(i.value, i.label.say(language, scope, node) if i.label else i.value) for i in self.items
        ]
        return tuple(fixed + [self._choice(row, scope) for row in self._rows(scope, node)])

    def _choice(self, row: Node, scope: Scope) -> Choice:
        assert self.itemset is not None
        value = to_text(self.itemset.value(row, 1, 1, scope))
        return Choice(value, to_text(self.itemset.label(row, 1, 1, scope)) or value)

    def _rows(self, scope: Scope, node: Node) -> list[Node]:
        if self.itemset is None:
            return []
        try:
            return nodes_of(scope.evaluate(self.itemset.nodes.closure, node))
        except EvaluationError:
            return []

    def dependencies(self) -> Iterator[Dependency]:
        """What the choices on offer, and their labels, depend on."""
        for item in self.items:
            if item.label is not None:
                yield from item.label.dependencies()
        if self.itemset is not None:
            yield from self.filter_dependencies()

    def filter_dependencies(self) -> frozenset[Dependency]:
        """What decides which choices are on offer; values taken from a repeat count too."""
        if self.itemset is None:
            return frozenset()
        direct = self.itemset.nodes.dependencies
        return direct | {Dependency(d.path, d.anchor, below=True) for d in direct}


def read_choices(
    control: etree._Element, owner: ModelNode, compiler: FormCompiler, translations: Translations
) -> ChoiceList:
    """The choices of a control."""
    items = tuple(
        Item(
            (item.findtext("{*}value") or "").strip(),
            read_text(item.find("{*}label"), translations, compiler, owner),
        )
        for item in control.iterfind("{*}item")
    )
    element = control.find("{*}itemset")
    nodeset = element.get("nodeset") if element is not None else control.get("query")
    itemset = _read_itemset(element, nodeset, owner, compiler) if nodeset else None
    return ChoiceList(items, itemset)


def _read_itemset(
    element: etree._Element | None, nodeset: str, owner: ModelNode, compiler: FormCompiler
) -> Itemset | None:
    nodes = compiler.compile(nodeset, owner)
    value = _item_part(element, "value", "name", owner, compiler)
    label = _item_part(element, "label", "label", owner, compiler)
    return Itemset(nodes, value, label) if nodes and value and label else None


def _item_part(
    element: etree._Element | None, name: str, usual: str, owner: ModelNode, compiler: FormCompiler
) -> Closure | None:
    part = element.find(f"{{*}}{name}") if element is not None else None
    reference = (part.get("ref") if part is not None else None) or usual
    try:
        return compile_expression(reference)
    except FormError as error:
        for finding in error.findings:
            compiler.report(finding, owner.path, reference)
        return None

"""Rules that are no attribute of a bind: counts of rows, choices on offer, texts that quote answers."""

from __future__ import annotations

from collections.abc import Mapping

from abhaya_forms.engine.bind import Bind
from abhaya_forms.engine.body import Element, Group, walk
from abhaya_forms.engine.body_reader import Body
from abhaya_forms.engine.form_compiler import FormCompiler
from abhaya_forms.engine.form_model import FormModel, ModelNode
from abhaya_forms.engine.form_text import Text
from abhaya_forms.engine.node import Node
from abhaya_forms.engine.rule import Kind, Rule
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.values import Value


def count_rules(body: Body, compiler: FormCompiler) -> list[Rule]:
    rules = []
    for path, expression in body.counts.items():
        repeat = compiler.model.nodes[path]
        compiled = compiler.compile(expression, repeat)
        if compiled is not None and repeat.parent is not None:
            rules.append(Rule(Kind.COUNT, repeat.parent, compiled.closure, compiled.dependencies, repeat))
    return rules


def choice_rules(body: Body, model: FormModel) -> list[Rule]:
    return [
        Rule(Kind.CHOICES, model.nodes[path], choices.itemset.nodes.closure, choices.filter_dependencies())
        for path, choices in body.choices.items()
        if choices.itemset is not None
    ]


def shown_rules(body: Body, binds: Mapping[str, Bind], model: FormModel) -> list[Rule]:
    """Texts that quote answers: what they read decides when a widget looks at them again."""
    rules = []
    for element in walk(body.elements):
        node = _node_of(element, model)
        reads = set(body.texts[element.key].dependencies())
        if element.path in body.choices:
            reads |= set(body.choices[element.path].dependencies())
        for message in _messages(binds.get(node.path)):
            reads |= set(message.dependencies())
        if reads:
            rules.append(Rule(Kind.SHOWN, node, _nothing, frozenset(reads)))
    return rules


def _node_of(element: Element, model: FormModel) -> ModelNode:
    if isinstance(element, Group) and element.path is None:
        return model.nodes[element.key.rpartition("#")[0]]
    assert element.path is not None
    return model.nodes[element.path]


def _messages(bind: Bind | None) -> list[Text]:
    messages = (bind.constraint_message, bind.required_message) if bind else ()
    return [message for message in messages if message is not None]


def _nothing(_node: Node, _position: int, _size: int, _scope: Scope) -> Value:
    return ""

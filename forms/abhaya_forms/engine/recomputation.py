"""Keeping a form consistent: after a change, exactly the rules that read what changed are run, in order."""

from __future__ import annotations

import heapq
import math
from collections import deque
from collections.abc import Callable, Iterator

from abhaya_forms.engine.action import NEW_REPEAT, VALUE_CHANGED, Action
from abhaya_forms.engine.answer_fit import offered_part
from abhaya_forms.engine.answer_text import calculated_text
from abhaya_forms.engine.dependency_graph import Dependent
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.form_rules import FormRules
from abhaya_forms.engine.instance_tree import InstanceTree, answer_nodes, below, rows_of
from abhaya_forms.engine.node import AnswerNode, Node
from abhaya_forms.engine.rule import Kind, Rule
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import EvaluationError, Value, nodes_of, to_number

MOST_ROWS = 1_000
"""Rows that jr:count may ask for; a mistyped count must not exhaust memory."""

_CHANGES_CONTENT = (Kind.COUNT, Kind.CALCULATE, Kind.CHOICES)
_FLAGS = {Kind.READ_ONLY: "read_only", Kind.REQUIRED: "required", Kind.CONSTRAINT: "valid"}


class Recomputation:
    """Runs the rules of one form entry; ``changed`` and ``structure`` gather what an edit has touched."""

    def __init__(self, rules: FormRules, tree: InstanceTree, scope: Scope) -> None:
        self.rules = rules
        self.tree = tree
        self.scope = scope
        self._keep_values = False
        self.changed: set[AnswerNode] = set()
        self.structure = False
        self._waiting: list[tuple[int, int, Rule, AnswerNode]] = []
        self._known: set[tuple[Rule, AnswerNode]] = set()
        self._actions: deque[tuple[Action, AnswerNode]] = deque()
        self._done: set[tuple[str, Action, AnswerNode]] = set()
        self._order = 0
        self._run_kind: dict[Kind, Callable[[Rule, AnswerNode], None]] = {
            Kind.COUNT: self._count,
            Kind.CALCULATE: self._calculate,
            Kind.CHOICES: self._filter_choices,
            Kind.SHOWN: self._note,
        }

    # What sets rules going

    def everything(self, *, keep_values: bool) -> None:
        """Run every rule for every node; ``keep_values``: but those that change answers or rows."""
        self._keep_values = keep_values
        for node in answer_nodes(self.tree.root):
            self._show_or_hide(node)
            self._schedule_rules_of(node)
        self.run()
        self._keep_values = False

    def set_text(self, node: AnswerNode, text: str) -> None:
        """Give a node a value and schedule all that depends on it."""
        if text == node.text:
            return
        node.text = text
        self.changed.add(node)
        self._schedule_dependents(node)
        self._queue(VALUE_CHANGED, node)

    def add_row(self, repeat: ModelNode, parent: AnswerNode) -> AnswerNode:
        """Add a row and schedule its own rules and all that look at it."""
        row = self.tree.add_row(repeat, parent)
        self.structure = True
        for node in answer_nodes(row):
            node.hidden = parent.hidden
            self._schedule_rules_of(node)
            self._schedule_everywhere(node)
            self._queue(NEW_REPEAT, node)
        return row

    def remove_row(self, row: AnswerNode) -> None:
        """Remove a row and schedule all that looked at it, or at a row whose position shifts."""
        self.structure = True
        gone = list(answer_nodes(row))
        self.tree.remove_row(row)
        for node in gone:
            self._schedule_everywhere(node)

    def fire(self, *events: str) -> None:
        """Run the actions of events that concern the whole form; hidden nodes are left alone."""
        for action in self.rules.actions:
            if not action.events.isdisjoint(events):
                for source in list(self.tree.at[action.source.path]):
                    self._act(action, source, hidden_too=False)

    def _queue(self, event: str, node: AnswerNode) -> None:
        """An action runs once per edit and node, so that two of them cannot chase each other for ever."""
        for action in self.rules.actions_at.get(node.model.path, ()):
            if event in action.events and (event, action, node) not in self._done:
                self._done.add((event, action, node))
                self._actions.append((action, node))

    def take_changes(self) -> tuple[set[AnswerNode], bool]:
        """The nodes touched since this was last asked, and whether rows came or went."""
        touched, self.changed = self.changed, set()
        structure, self.structure = self.structure, False
        return touched, structure

    # Scheduling

    def _schedule(self, rule: Rule, node: AnswerNode) -> None:
        if (rule, node) not in self._known:
            self._known.add((rule, node))
            self._order += 1
            heapq.heappush(self._waiting, (rule.rank, self._order, rule, node))

    def _schedule_rules_of(self, node: AnswerNode) -> None:
        for rule in self.rules.graph.rules_at.get(node.model.path, ()):
            self._schedule(rule, node)

    def _schedule_dependents(self, node: AnswerNode) -> None:
        for dependent in self.rules.graph.dependents.get(node.model.path, ()):
            for target in self._targets(dependent, node):
                self._schedule(dependent.rule, target)

    def _schedule_everywhere(self, node: AnswerNode) -> None:
        """Rows came, went or moved: every row may see it."""
        for dependent in self.rules.graph.dependents.get(node.model.path, ()):
            for target in self.tree.at[dependent.rule.node.path]:
                self._schedule(dependent.rule, target)

    def _targets(self, dependent: Dependent, node: AnswerNode) -> Iterator[AnswerNode]:
        if not dependent.row_path:
            return iter(self.tree.at[dependent.rule.node.path])
        row: Node = node
        for _ in range(dependent.climb):
            assert row.parent is not None
            row = row.parent
        assert isinstance(row, AnswerNode)
        return below(row, dependent.rule.node)

    # Running

    def run(self) -> None:
        """Run what is scheduled, then the actions it set off, until nothing is left."""
        while self._waiting or self._actions:
            if self._waiting:
                _rank, _order, rule, node = heapq.heappop(self._waiting)
                self._known.discard((rule, node))
                self._apply(rule, node)
            else:
                self._act(*self._actions.popleft(), hidden_too=True)
        self._done.clear()

    def _apply(self, rule: Rule, node: AnswerNode) -> None:
        if self._keep_values and rule.kind in _CHANGES_CONTENT:
            return
        work = self._run_kind.get(rule.kind)
        if work is not None:
            work(rule, node)
            return
        holds = rule.holds(self.scope, node)
        if rule.kind is Kind.RELEVANT:
            node.relevant = holds
            self._show_or_hide(node)
        elif getattr(node, _FLAGS[rule.kind]) != holds:
            setattr(node, _FLAGS[rule.kind], holds)
            self.changed.add(node)

    def _note(self, _rule: Rule, node: AnswerNode) -> None:
        self.changed.add(node)

    def _show_or_hide(self, node: AnswerNode) -> None:
        parent = node.parent
        hidden = not node.relevant or node.surplus or (parent is not None and parent.hidden)
        if hidden == node.hidden:
            return
        node.hidden = hidden
        self.changed.add(node)
        self._schedule_dependents(node)
        for rule in self.rules.graph.rules_at.get(node.model.path, ()):
            if rule.kind is Kind.CHOICES:  # what is hidden is not filtered
                self._schedule(rule, node)
        for child in node.children:
            if isinstance(child, AnswerNode):
                self._show_or_hide(child)

    def _calculate(self, rule: Rule, node: AnswerNode) -> None:
        self._store(node, self._result(rule.closure, node))

    def _store(self, node: AnswerNode, value: Value) -> None:
        self.set_text(node, calculated_text(value, node.model.data_type, self.scope.zone))

    def _filter_choices(self, _rule: Rule, node: AnswerNode) -> None:
        """An answer that is no longer on offer reads as none, but is kept as typed."""
        self.changed.add(node)
        typed = node.as_typed or node.text
        if not typed or node.hidden:
            return
        offered = self.rules.choices[node.model.path].values(self.scope, node)
        kept, node.as_typed = offered_part(typed, offered)
        self.set_text(node, kept)

    def _count(self, rule: Rule, parent: AnswerNode) -> None:
        """Add rows up to the count; rows beyond it are hidden, not deleted; a blank count changes nothing."""
        repeat = rule.repeat
        assert repeat is not None
        try:
            number = to_number(self.scope.evaluate(rule.closure, AnswerNode(repeat, parent)))
        except EvaluationError:
            return
        if math.isnan(number):
            return
        wanted = int(min(max(number, 0), MOST_ROWS))
        for _ in range(wanted - len(rows_of(parent, repeat.name))):
            self.add_row(repeat, parent)
        for index, row in enumerate(rows_of(parent, repeat.name)):
            if row.surplus != (index >= wanted):
                row.surplus = index >= wanted
                self.structure = True
                self._show_or_hide(row)

    # Actions

    def _act(self, action: Action, source: AnswerNode, *, hidden_too: bool) -> None:
        for target in self._value_of(action.target, source):
            if not isinstance(target, AnswerNode) or target.model.children:
                continue
            if hidden_too or not target.hidden:
                value = action.value
                self._store(target, value if isinstance(value, str) else self._result(value, target))

    def _value_of(self, closure: Closure, node: AnswerNode) -> list[Node]:
        value = self._result(closure, node)
        return nodes_of(value) if isinstance(value, list) else []

    def _result(self, closure: Closure, node: AnswerNode) -> Value:
        try:
            return self.scope.evaluate(closure, node)
        except EvaluationError:
            return ""

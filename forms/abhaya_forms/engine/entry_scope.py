"""What the expressions of a form entry may look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from random import Random

from abhaya_forms.engine.form_rules import FormRules
from abhaya_forms.engine.instance_tree import InstanceTree
from abhaya_forms.engine.node import AnswerNode, Node
from abhaya_forms.engine.rule import Kind
from abhaya_forms.engine.scope import Scope


class EntryScope(Scope):
    """The scope of one form entry; ``language`` is that of its texts."""

    def __init__(
        self,
        rules: FormRules,
        tree: InstanceTree,
        *,
        clock: Callable[[], datetime],
        random: Random,
        language: str,
        version: str,
        properties: Mapping[str, str],
    ) -> None:
        super().__init__(tree.document, clock=clock, random=random, instances=rules.instances)
        self.rules = rules
        self.tree = tree
        self.language = language
        self.version = version
        self.properties = properties
        self._at: dict[str, list[Node]] = tree.at  # type: ignore[assignment] # read, never written, as nodes

    def nodes_at(self, path: str) -> list[Node]:
        return self._at[path]

    def translate(self, text_id: str) -> str:
        return self.rules.translations.plain(text_id, self.language)

    def choice_label(self, path: str, value: str) -> str:
        choices = self.rules.choices.get(path)
        node = self.tree.nearest(self.rules.model.nodes[path], self.current) if choices else None
        offered = choices.choices(self.language, self, node) if choices and node else ()
        return next((choice.label for choice in offered if choice.value == value), "")

    def would_show(self, path: str, parent: AnswerNode) -> bool:
        """Whether a row of the repeat at a template path would be shown below ``parent``."""
        row = AnswerNode(self.rules.model.nodes[path], parent)
        return not parent.hidden and all(
            rule.holds(self, row)
            for rule in self.rules.graph.rules_at.get(path, ())
            if rule.kind is Kind.RELEVANT
        )

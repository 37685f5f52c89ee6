"""A form before anybody has answered: what it asks, one row of each repeat, whatever depends on answers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from random import Random

from abhaya_forms.engine.body import Element, Question
from abhaya_forms.engine.conditions import Condition, condition_of
from abhaya_forms.engine.element_texts import ElementTexts
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_state import Choice
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_text import Text
from abhaya_forms.engine.instance_tree import InstanceTree, rows_of
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.rule import Kind


class BlankForm:
    """``language`` is one of ``definition.languages``, "" for its default; ``clock`` as of an entry."""

    def __init__(
        self, definition: FormDefinition, *, clock: Callable[[], datetime], language: str = ""
    ) -> None:
        self.definition = definition
        self.language = language or definition.default_language
        rules = self._rules = definition.rules
        self._tree = InstanceTree(rules.model, rules.model.root.sample)
        self._scope = EntryScope(
            rules,
            self._tree,
            clock=clock,
            random=Random(0),  # noqa: S311 - nothing secret is drawn
            language=self.language,
            version=definition.version,
            properties={},
        )
        self._give_rows()

    def _give_rows(self) -> None:
        repeats = sorted(node.path for node in self._rules.model.nodes.values() if node.is_repeat)
        for path in repeats:  # a repeat before those inside it
            repeat = self._rules.model.nodes[path]
            for parent in list(self._tree.at[repeat.parent.path if repeat.parent else ""]):
                if not rows_of(parent, repeat.name):
                    self._tree.add_row(repeat, parent)

    def label(self, element: Element) -> str:
        """The label of a question, group or repeat."""
        return self._say(element, self._texts(element).label)

    def hint(self, element: Element) -> str:
        """The hint of a question."""
        return self._say(element, self._texts(element).hint)

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices of the question at a template path that are offered whatever else is answered."""
        choices, node = self._rules.choices.get(path), self._node(path)
        return choices.choices(self.language, self._scope, node) if choices else ()

    def is_worked_out(self, question: Question) -> bool:
        """Whether the form answers the question itself, so that nobody is asked."""
        bind = self._rules.binds.get(question.path)
        return bind is not None and bind.calculated and bind.always_read_only

    def condition(self, element: Element) -> tuple[bool, Condition | None]:
        """Whether a rule decides if the element is asked, and what it says if that can be put simply."""
        bind = self._rules.binds.get(element.path or "")
        written = bind.written.get(Kind.RELEVANT, "") if bind else ""
        return bool(written), condition_of(written, element.path or "") if written else None

    def _texts(self, element: Element) -> ElementTexts:
        return self._rules.texts.get(element.key, ElementTexts())

    def _say(self, element: Element, text: Text | None) -> str:
        if text is None:
            return ""
        return text.say(self.language, self._scope, self._node(element.path or "")).strip()

    def _node(self, path: str) -> AnswerNode:
        return next(iter(self._tree.at.get(path, ())), self._tree.root)

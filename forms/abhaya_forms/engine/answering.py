"""Puts answers into nodes: what a person says, what is known already, and why there is no answer."""

from __future__ import annotations

from abhaya_forms.engine.answer_fit import fit
from abhaya_forms.engine.answer_problems import is_open
from abhaya_forms.engine.answer_text import clean
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_state import NodeState, NonAnswer
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.node_marks import (
    mark_non_answer,
    mark_source,
    mark_told,
    non_answer_of,
    source_of,
    told_of,
    why_of,
)
from abhaya_forms.engine.recomputation import Recomputation

_KNOWN_ONCE = "carry"
"""The mark of a question whose answer is a fact: when it was told is kept, for the newest word counts."""


class Answering:
    """The ways to answer; what depends on the answer is scheduled, not run."""

    def __init__(self, scope: EntryScope, recomputation: Recomputation) -> None:
        self._scope = scope
        self._recomputation = recomputation
        self._given: dict[AnswerNode, str] = {}

    def tell(self, node: AnswerNode, value: str) -> None:
        """Answer as a person says; see ``FormEntry.set_answer``."""
        text = clean(value)
        stored, as_typed = fit(text, node, self._scope.rules, self._scope)
        self._note_telling(node, stored)
        self._put(node, stored, as_typed)

    def give(self, node: AnswerNode, value: str, source: str) -> bool:
        """Answer with what is known, if it fits the question; see ``FormEntry.give_answer``."""
        stored, as_typed = fit(clean(value), node, self._scope.rules, self._scope)
        if as_typed or not stored or self.is_calculated(node):
            return False
        mark_source(node, source)
        mark_told(node, "")
        self._given[node] = stored
        self._recomputation.changed.add(node)
        self._put(node, stored, "")
        return True

    def give_none(self, node: AnswerNode, kind: NonAnswer, why: str, source: str) -> bool:
        """State why there is no answer, as it is known; see ``FormEntry.give_non_answer``."""
        if node.read_only or self.is_calculated(node):
            return False
        self.leave(node, kind, why)
        mark_source(node, source)
        mark_told(node, "")
        return True

    def leave(self, node: AnswerNode, kind: NonAnswer | None, why: str) -> None:
        """State why there is no answer, or withdraw that with None."""
        if mark_non_answer(node, kind, clean(why)):
            self._recomputation.changed.add(node)
            if source_of(node) and not node.text:  # it was taken over, and now somebody says otherwise
                mark_told(node, self._now())
        if kind is not None:
            self._note_telling(node, "")
            node.as_typed = ""
            self._recomputation.set_text(node, "")

    def is_calculated(self, node: AnswerNode) -> bool:
        """Whether the form itself works the answer out."""
        return node.model.path in self._scope.rules.graph.calculated

    def stands(self, node: AnswerNode, path: str) -> NodeState:
        """Return how the node at ``path`` stands, without its texts and choices."""
        source, told = source_of(node), told_of(node)
        nothing = is_open(node) and not node.as_typed
        by_form = self.is_calculated(node)
        free = nothing and not (by_form or node.hidden or source or told)
        written = not (nothing or by_form or node.read_only or (source and not told))
        none, why = non_answer_of(node), why_of(node)
        return NodeState(path, not node.hidden, node.text, free, written, source, told, none, why)

    def _put(self, node: AnswerNode, stored: str, as_typed: str) -> None:
        if mark_non_answer(node, None) or as_typed != node.as_typed:
            self._recomputation.changed.add(node)
        node.as_typed = as_typed
        self._recomputation.set_text(node, stored)

    def _note_telling(self, node: AnswerNode, stored: str) -> None:
        question = self._scope.rules.questions.get(node.model.path)
        if question is None or _KNOWN_ONCE not in question.marks or stored == node.text:
            return
        if source_of(node) and not told_of(node):
            self._given.setdefault(node, node.text)
        self._recomputation.changed.add(node)
        as_given = self._given.get(node) == stored
        mark_told(node, "" if as_given else self._now())

    def _now(self) -> str:
        return self._scope.now().isoformat(timespec="seconds")

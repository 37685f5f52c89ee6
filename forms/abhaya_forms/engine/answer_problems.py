"""The rules an answer breaks, as data."""

from __future__ import annotations

from collections.abc import Iterator

from abhaya_forms.engine.body import Control, Question
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_state import Problem
from abhaya_forms.engine.form_text import Text
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.node_marks import non_answer_of


def broken_rules(node: AnswerNode, path: str, scope: EntryScope) -> Iterator[Problem]:
    """What is wrong with the answer as it stands."""
    bind = scope.rules.binds.get(node.model.path)
    message = _said(bind.constraint_message if bind else None, node, scope)
    if node.as_typed:
        yield Problem(path, "type", message)
    elif not node.valid:
        yield Problem(path, "constraint", message)


def missing_answer(node: AnswerNode, path: str, scope: EntryScope) -> Iterator[Problem]:
    """That a required answer is still open; a reason for having none will do."""
    if node.required and not node.read_only and is_open(node):
        bind = scope.rules.binds.get(node.model.path)
        yield Problem(path, "required", _said(bind.required_message if bind else None, node, scope))


def is_open(node: AnswerNode) -> bool:
    """Whether there is neither an answer nor a reason for having none."""
    return node.text == "" and non_answer_of(node) is None


def asks(question: Question, node: AnswerNode) -> bool:
    """Whether the question can be answered now."""
    return not node.hidden and not node.read_only and question.control is not Control.NOTE


def _said(text: Text | None, node: AnswerNode, scope: EntryScope) -> str:
    return text.say(scope.language, scope, node) if text is not None else ""

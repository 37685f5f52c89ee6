"""Whether an answer fits its question: its type, its range, its choices."""

from __future__ import annotations

from abhaya_forms.engine.answer_text import ranged_text, typed_text
from abhaya_forms.engine.body import Control
from abhaya_forms.engine.form_rules import FormRules
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.scope import Scope

_DONE = "OK"
"""What a trigger's node holds once it is acknowledged (ODK)."""
_NOT_DONE = ("", "0", "false")


def fit(text: str, node: AnswerNode, rules: FormRules, scope: Scope) -> tuple[str, str]:
    """The value to store for cleaned ``text``, and the text itself if not all of it fits (else "")."""
    question = rules.questions.get(node.model.path)
    if question is not None and question.control is Control.TRIGGER:
        return ("" if text in _NOT_DONE else _DONE), ""
    choices = rules.choices.get(node.model.path)
    if choices:
        return offered_part(text, choices.values(scope, node))
    stored = typed_text(text, node.model.data_type)
    if stored and question is not None and question.range is not None:
        stored = ranged_text(stored, question.range)
    return ("", text) if stored is None else (stored, "")


def offered_part(text: str, offered: list[str]) -> tuple[str, str]:
    """The chosen values that are on offer; and all of them, if some are not (else "")."""
    chosen = text.split()
    kept = [value for value in chosen if value in offered]
    return " ".join(kept), "" if kept == chosen else " ".join(chosen)

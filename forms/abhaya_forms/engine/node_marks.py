"""What we keep beside an answer, as attributes of its node: the reason for having none, and text as typed."""

from __future__ import annotations

from abhaya_forms.engine.bind import ABHAYA
from abhaya_forms.engine.entry_state import NonAnswer
from abhaya_forms.engine.node import AnswerNode

_NON_ANSWER = ABHAYA + "non-answer"
_WHY = ABHAYA + "why"


def non_answer_of(node: AnswerNode) -> NonAnswer | None:
    """Why the question has no answer, None if nothing is stated."""
    kind = node.attributes.get(_NON_ANSWER)
    return NonAnswer(kind) if kind else None


def why_of(node: AnswerNode) -> str:
    """The free text that goes with a non-answer."""
    return node.attributes.get(_WHY, "")


def mark_non_answer(node: AnswerNode, kind: NonAnswer | None, why: str = "") -> bool:
    """State or withdraw a non-answer; whether that changed anything."""
    before = (node.attributes.pop(_NON_ANSWER, ""), node.attributes.pop(_WHY, ""))
    if kind is not None:
        node.attributes[_NON_ANSWER] = kind.value
        if why:
            node.attributes[_WHY] = why
    return before != (node.attributes.get(_NON_ANSWER, ""), node.attributes.get(_WHY, ""))

"""What we keep beside answers as attributes of nodes: why there is none, where and when it came from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from abhaya_forms.engine.bind import ABHAYA
from abhaya_forms.engine.entry_state import NonAnswer
from abhaya_forms.engine.node import AnswerNode

_NON_ANSWER = ABHAYA + "non-answer"
_WHY = ABHAYA + "why"
_FROM = ABHAYA + "from"
_TOLD = ABHAYA + "told"
_PAPER = ABHAYA + "paper"
_PAPER_DAY = ABHAYA + "paper-day"


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


def source_of(node: AnswerNode) -> str:
    """Where an answer that nobody was asked for was taken from, "" if it was not."""
    return node.attributes.get(_FROM, "")


def told_of(node: AnswerNode) -> str:
    """When (ISO 8601) a person told a fact here, or told it otherwise than it was taken over; "" if never."""
    return node.attributes.get(_TOLD, "")


def mark_source(node: AnswerNode, source: str) -> None:
    """Note where the answer was taken from."""
    _set(node, _FROM, source)


def mark_told(node: AnswerNode, at: str) -> None:
    """Note when a person told the answer, or with "" that nobody did."""
    _set(node, _TOLD, at)


class Paper(NamedTuple):
    """The sheet a record was entered from: its serial number, and the day it was filled."""

    serial: str
    day: date


def paper_of(root: AnswerNode) -> Paper | None:
    """The paper the whole form was entered from, None if it was not said."""
    serial, day = root.attributes.get(_PAPER, ""), root.attributes.get(_PAPER_DAY, "")
    return Paper(serial, date.fromisoformat(day)) if serial else None


def mark_paper(root: AnswerNode, paper: Paper | None) -> None:
    """Note which paper the whole form was entered from, or take that back."""
    _set(root, _PAPER, paper.serial if paper else "")
    _set(root, _PAPER_DAY, paper.day.isoformat() if paper else "")


def _set(node: AnswerNode, name: str, value: str) -> None:
    node.attributes.pop(name, None)
    if value:
        node.attributes[name] = value

"""Reads a form entry in two languages without leaving a trace on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from abhaya.export.blocks import Phrase, Words
from abhaya.texts import LANGUAGES
from abhaya_forms.engine import FormEntry, Question, QuestionState, Visit

_CODE = re.compile(r"\(([a-z]{2})\)$")


@dataclass(slots=True)
class Node:
    """A relevant stop of the form with the stops below it."""

    visit: Visit
    below: list[Node] = field(default_factory=list)

    def questions(self) -> Iterator[Node]:
        """All questions at or below this stop."""
        if self.visit.kind == "question":
            yield self
        for node in self.below:
            yield from node.questions()


def relevant_tree(entry: FormEntry) -> list[Node]:
    """The top-level stops of what is to be printed."""
    top: list[Node] = []
    open_nodes: list[Node] = []
    for visit in entry.visits(relevant_only=True):
        del open_nodes[visit.depth :]
        node = Node(visit)
        (open_nodes[-1].below if open_nodes else top).append(node)
        open_nodes.append(node)
    return top


class EntryReading:
    """Labels and states of what is relevant, in the record's language and, if the form has it, in English."""

    def __init__(self, entry: FormEntry, language: str) -> None:
        self.language = language
        self.tree = relevant_tree(entry)
        self._labels: dict[str, dict[str, str]] = {}
        self._states: dict[str, dict[str, QuestionState]] = {}
        named = {language_code(name): name for name in entry.definition.languages}
        for code in dict.fromkeys((language, "en")):
            if code in named or code == language:
                with _in_language(entry, named.get(code, entry.language)):
                    self._read(entry, code)

    def _read(self, entry: FormEntry, code: str) -> None:
        labels = self._labels[code] = {}
        states = self._states[code] = {}
        for node in _all(self.tree):
            path, element = node.visit.path, node.visit.element
            if isinstance(element, Question):
                states[path] = entry.state(path)
                labels[path] = states[path].label
            elif node.visit.kind != "row" and element.path is not None:
                labels[path] = entry.label(path)

    def label(self, node: Node) -> Words:
        """The label in both languages, each once; empty when the form gives none."""
        path = node.visit.path
        return _distinct([Phrase(labels.get(path, ""), code) for code, labels in self._labels.items()])

    def state(self, node: Node) -> QuestionState:
        """The question's state in the record's language."""
        return self._states[self.language][node.visit.path]

    def display(self, node: Node) -> Words:
        """What a person reads as the answer, in both languages where they differ."""
        path = node.visit.path
        return _distinct([Phrase(states[path].display, code) for code, states in self._states.items()])

    def identities(self) -> frozenset[str]:
        """Every answer that tells who somebody is, folded for comparison."""
        questions = (node for top in self.tree for node in top.questions())
        marked = (node for node in questions if node.visit.element.marks.get("mask") == "identity")
        return frozenset(value.casefold() for node in marked if (value := self.state(node).value))


def language_code(name: str, otherwise: str = "en") -> str:
    """``hi`` of a form's ``हिन्दी (hi)``; ``otherwise`` for a language that the program does not speak."""
    match = _CODE.search(name)
    code = match[1] if match else name
    return code if code in LANGUAGES else otherwise


@contextmanager
def _in_language(entry: FormEntry, language: str) -> Iterator[None]:
    before = entry.language
    entry.language = language
    try:
        yield
    finally:
        entry.language = before


def _all(nodes: list[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _all(node.below)


def _distinct(words: list[Phrase]) -> Words:
    texts = {phrase.text: phrase for phrase in reversed(words) if phrase.text}
    return tuple(phrase for phrase in words if texts.get(phrase.text) is phrase)

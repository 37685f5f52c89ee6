"""Reads a form entry in two languages without leaving a trace on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from abhaya.export.blocks import Phrase, Words
from abhaya.texts import LANGUAGES
from abhaya_forms.engine import Control, FormEntry, Question, QuestionState, Visit

_CODE = re.compile(r"\(([a-z]{2})\)$")
_CHOOSING = {Control.SELECT_ONE, Control.SELECT_MULTIPLE, Control.RANK}


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
    """Labels and states of what is relevant, in the record's language and, if the form has it, in English.

    ``annexures`` are those printed with the record: code to SHA-256.
    """

    def __init__(self, entry: FormEntry, language: str, annexures: Mapping[str, str] | None = None) -> None:
        self.language = language
        self.annexures = annexures or {}
        self._numbers = entry.definition.numbers
        self.quotes = entry.definition.quotes
        self.tree = relevant_tree(entry)
        questions = [node for top in self.tree for node in top.questions()]
        self._next = {node.visit.path: after for node, after in pairwise(questions)}
        self._labels: dict[str, dict[str, str]] = {}
        self._english: dict[str, str] = {}
        named = {language_code(name): name for name in entry.definition.languages}
        with _in_language(entry, named.get(language, entry.language)):
            self._labels[language] = self._read_labels(entry)
            self._states = {
                q.visit.path: entry.state(q.visit.path) for top in self.tree for q in top.questions()
            }
        if "en" in named and language != "en":
            with _in_language(entry, named["en"]):
                self._labels["en"] = self._read_labels(entry)
                self._english = self._read_choices(entry)

    def _read_labels(self, entry: FormEntry) -> dict[str, str]:
        paths = (
            n.visit.path
            for n in _all(self.tree)
            if n.visit.kind != "row" and n.visit.element.path is not None
        )
        return {path: entry.label(path) for path in paths}

    def _read_choices(self, entry: FormEntry) -> dict[str, str]:
        """What was chosen; reading the choices takes long, so only where something was."""
        questions = ((q.visit.element, q.visit.path) for top in self.tree for q in top.questions())
        return {
            path: entry.state(path).display
            for question, path in questions
            if isinstance(question, Question) and question.control in _CHOOSING and self._states[path].value
        }

    def label(self, node: Node) -> Words:
        """The label in both languages, each once; empty when the form gives none."""
        path = node.visit.path
        return _distinct([Phrase(labels.get(path, ""), code) for code, labels in self._labels.items()])

    def numbered(self, node: Node, words: Words) -> Words:
        """``words`` behind the number of the section or question, if it has one."""
        number = self._numbers.get(node.visit.element.key, "")
        if not number or not words:
            return words
        dot = "" if node.visit.kind == "question" else "."
        return words[0]._replace(text=f"{number}{dot} {words[0].text}"), *words[1:]

    def state(self, node: Node) -> QuestionState:
        """The question's state in the record's language."""
        return self._states[node.visit.path]

    def next_question(self, node: Node) -> Node | None:
        """The question that follows another one in the same group or row."""
        after = self._next.get(node.visit.path)
        return after if after and _parent(after) == _parent(node) else None

    def display(self, node: Node) -> Words:
        """What a person reads as the answer; of a choice in both languages where they differ."""
        path = node.visit.path
        english = Phrase(self._english.get(path, ""), "en")
        return _distinct([Phrase(self._states[path].display, self.language), english])

    def answer_named(self, name: str) -> str:
        """The answer to the first question of this name."""
        questions = (node for top in self.tree for node in top.questions())
        return next((self.state(node).value for node in questions if node.visit.element.name == name), "")

    def identities(self) -> frozenset[str]:
        """Every answer that tells who somebody is, folded for comparison."""
        questions = (node for top in self.tree for node in top.questions())
        marked = (node for node in questions if node.visit.element.marks.get("mask") == "identity")
        return frozenset(value.casefold() for node in marked if (value := self.state(node).value))


def _parent(node: Node) -> str:
    return node.visit.path.rpartition("/")[0]


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
    """Each text once and none that is empty."""
    first: dict[str, Phrase] = {}
    for phrase in words:
        if phrase.text:
            first.setdefault(phrase.text, phrase)
    return tuple(first.values())

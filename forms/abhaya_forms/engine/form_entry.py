"""A form being filled: the only live truth of its answers."""

from __future__ import annotations

import random as random_module
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from abhaya_forms.engine.action import FIRST_LOAD, LOAD
from abhaya_forms.engine.answer_problems import broken_rules, missing_answer
from abhaya_forms.engine.answering import Answering
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.entry_scope import EntryScope
from abhaya_forms.engine.entry_sections import pages_of, section_of
from abhaya_forms.engine.entry_state import (
    Change,
    Choice,
    NodeState,
    NonAnswer,
    Problem,
    QuestionState,
    Section,
    Visit,
    displayed,
)
from abhaya_forms.engine.entry_texts import EntryTexts
from abhaya_forms.engine.entry_walk import walk_entry
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.instance_tree import InstanceTree, answer_nodes, rows_of, template_path
from abhaya_forms.engine.instance_xml import parse_xml, read_nodes, write_nodes
from abhaya_forms.engine.left_over import read_left_over
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.node_marks import non_answer_of, why_of
from abhaya_forms.engine.preload import preload
from abhaya_forms.engine.recomputation import Recomputation


class FormEntry:
    """Answers to one form, kept consistent after every edit.

    Paths are those of the instance with the position of each row: ``/data/person[2]/name``; ``[1]`` may be
    left out.  A path that leads nowhere raises KeyError.
    ``clock`` returns an aware time; its time zone is the one in which today() and dates are reckoned, so give
    it local time, and for a sealed record the time it was sealed.  ``language`` is one of
    ``definition.languages`` (default: the form's own default).  ``content`` is an earlier ``to_xml()`` to go
    on with.  ``random`` feeds uuid(), random() and unseeded randomize().  ``properties`` answer
    jr:preload="property" (``{"username": …}``).  ``locked`` are answers in ``content`` that stay as they are,
    each with the template path of its question.
    """

    def __init__(
        self,
        definition: FormDefinition,
        *,
        clock: Callable[[], datetime],
        language: str | None = None,
        content: bytes | None = None,
        random: random_module.Random | None = None,
        properties: Mapping[str, str] = {},
        locked: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self.definition = definition
        self._rules = definition.rules
        saved = None if content is None else parse_xml(content)
        self.left_over = () if saved is None else read_left_over(saved)
        """Answers to what an earlier version of the form asked."""
        sample = self._rules.model.root.sample if saved is None else read_nodes(saved)
        self._tree = InstanceTree(self._rules.model, sample)
        self._scope = EntryScope(
            self._rules,
            self._tree,
            clock=clock,
            random=random or random_module.SystemRandom(),
            language=definition.default_language,
            version=definition.version,
            properties=properties,
        )
        self._texts = EntryTexts(self._scope)
        if language is not None:
            self.language = language
        self._recomputation = Recomputation(self._rules, self._tree, self._scope)
        self._answering = Answering(self._scope, self._recomputation)
        self._open(fresh=content is None)
        self._locked = {n for path, text in locked for n in self._tree.at[path] if n.text == text}

    def _open(self, *, fresh: bool) -> None:
        """Opening a saved content changes no value: it may be sealed."""
        if fresh:
            preload(self._rules, self._tree, self._scope)
            self._give_fixed_rows()
        self._recomputation.everything(keep_values=not fresh)
        if fresh:
            self._recomputation.fire(FIRST_LOAD, LOAD)
        self._finish()

    def _give_fixed_rows(self) -> None:
        for path in sorted(self._rules.fixed_rows):  # a repeat before those inside it
            repeat = self._rules.model.nodes[path]
            for parent in self._tree.at[repeat.parent.path if repeat.parent else ""]:
                if not rows_of(parent, repeat.name):
                    self._tree.add_row(repeat, parent)

    def _finish(self) -> Change:
        recomputation = self._recomputation
        recomputation.run()
        touched, structure = recomputation.take_changes()
        return Change(frozenset(map(self._tree.path, filter(self._tree.holds, touched))), structure)

    @property
    def language(self) -> str:
        """Language of labels, hints, choices and messages; setting it changes no value."""
        return self._scope.language

    @language.setter
    def language(self, language: str) -> None:
        if language not in self.definition.languages and language != self.definition.default_language:
            raise ValueError(f"the form is not in {language!r}")
        self._scope.language = language

    @property
    def today(self) -> date:
        """What today() is for the form."""
        return self._scope.today()

    @property
    def root(self) -> AnswerNode:
        """The node of the whole form; ``node_marks`` says what is kept beside it."""
        return self._tree.root

    def set_answer(self, path: str, value: str) -> Change:
        """Answer a question; ``value`` in XForms text form (``2026-01-31``, ``14:30:00``, ``a b``).

        The answer is normalised: NFC; control characters but newline and tab and lone surrogates removed;
        Devanagari digits become Latin ones in numbers, dates and times.  A non-answer is withdrawn.
        Text that does not fit the type, range or choices of the question is no value: ``state().value`` is
        then "" and ``state().as_typed`` keeps it, with a problem of kind ``type``.
        Raises PermissionError for a read-only question.
        """
        self._answering.tell(self._answerable(path), value)
        return self._finish()

    def give_answer(self, path: str, value: str, source: str) -> Change | None:
        """Answer a question, also a read-only one, with what is known; ``source`` is where that was found.

        None, and nothing is done, when the value does not fit the question or the form calculates it.
        """
        node = self._tree.node(path)
        return self._finish() if self._answering.give(node, value, source) else None

    def give_non_answer(self, path: str, kind: NonAnswer, why: str, source: str) -> Change | None:
        """State why a question has no answer, as it is known from ``source``; None as ``give_answer``."""
        node = self._tree.node(path)
        return self._finish() if self._answering.give_none(node, kind, why, source) else None

    def set_non_answer(self, path: str, kind: NonAnswer | None, why: str = "") -> Change:
        """State why a question has no answer (the answer is cleared), or withdraw that with None."""
        self._answering.leave(self._answerable(path), kind, why)
        return self._finish()

    def _answerable(self, path: str) -> AnswerNode:
        node = self._tree.node(path)
        if node.model.children:
            raise KeyError(path)
        if node.read_only or node in self._locked:
            raise PermissionError(node.model.path)
        return node

    def add_repeat(self, path: str) -> str:
        """Add a row at the end of a repeat (``/data/person`` or ``/data/person[2]/child``); its path.

        Raises PermissionError where the form itself sets the number of rows.
        """
        repeat, parent = self._tree.repeat(path)
        self._check_rows_are_free(repeat)
        row = self._recomputation.add_row(repeat, parent)
        self._finish()
        return self._tree.path(row)

    def remove_repeat(self, row_path: str) -> Change:
        """Remove a row and what was answered in it; later rows move up by one.

        Raises PermissionError where the form itself sets the number of rows, and for a locked answer in it.
        """
        row = self._tree.node(row_path)
        if not row.model.is_repeat:
            raise KeyError(row_path)
        self._check_rows_are_free(row.model)
        if self.is_locked(row_path):
            raise PermissionError(row_path)
        self._recomputation.remove_row(row)
        return self._finish()

    def _check_rows_are_free(self, repeat: ModelNode) -> None:
        if repeat.path in self._rules.counted | self._rules.fixed_rows:
            raise PermissionError(repeat.path)

    def state(self, path: str) -> QuestionState:
        """All that is to be shown of one question."""
        node = self._tree.node(path)
        label, hint, guidance = self._texts.of(node)
        choices = self.choices(path)
        return QuestionState(
            path=path,
            value=node.text,
            display=displayed(node.text, choices),
            label=label,
            hint=hint,
            guidance=guidance,
            relevant=not node.hidden,
            required=node.required,
            read_only=node.read_only or node in self._locked,
            choices=choices,
            non_answer=non_answer_of(node),
            non_answer_why=why_of(node),
            problems=tuple(broken_rules(node, path, self._scope)),
            as_typed=node.as_typed,
        )

    def is_locked(self, path: str) -> bool:
        """Whether an answer, or one in a row, was given in an earlier version and stays as it is."""
        node = self._tree.node(path)
        return any(node is locked or node in locked.ancestors() for locked in self._locked)

    def is_relevant(self, path: str) -> bool:
        """Whether a question, group or row is shown, all around it considered."""
        return not self._tree.node(path).hidden

    def label(self, path: str) -> str:
        """The label of a question, group, repeat or row, with the answers it quotes."""
        return self._texts.label(template_path(path), path)

    def label_of(self, visit: Visit) -> str:
        """The label of a stop of the walk; the only way to that of a group bound to no node."""
        return self._texts.label(visit.element.key, visit.path)

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices now on offer, filtered, in order; empty for a question without choices."""
        node = self._tree.node(path)
        choices = self._rules.choices.get(node.model.path)
        return choices.choices(self.language, self._scope, node) if choices else ()

    def rows(self, repeat_path: str) -> tuple[str, ...]:
        """Paths of the rows of a repeat, in order."""
        repeat, parent = self._tree.repeat(repeat_path)
        return tuple(self._tree.path(row) for row in rows_of(parent, repeat.name) if not row.surplus)

    def visits(self, *, relevant_only: bool = False) -> Iterator[Visit]:
        """Walk the form in the order it asks, rows included."""
        return (v for v in walk_entry(self._scope, self.definition.body) if v.relevant or not relevant_only)

    def sections(self) -> tuple[Section, ...]:
        """The pages: each top-level group or repeat is one, consecutive loose questions form one."""
        found = []
        for page in pages_of(self.definition.body):
            first = page[0]
            label = "" if isinstance(first, Question) else self._texts.label(first.key, first.path or "")
            found.append(section_of(page, label, self._scope))
        return tuple(found)

    def problems(self, *, to_seal: bool) -> tuple[Problem, ...]:
        """Every relevant answer that breaks a rule, in form order; ``to_seal`` adds required ones."""
        found: list[Problem] = []
        for visit in self.visits(relevant_only=True):
            if isinstance(visit.element, Question):
                node = self._tree.node(visit.path)
                found += broken_rules(node, visit.path, self._scope)
                found += missing_answer(node, visit.path, self._scope) if to_seal else ()
        return tuple(found)

    def to_xml(self) -> bytes:
        """The whole content, hidden answers and non-answers included; ``content=`` takes it back."""
        return write_nodes(self._tree.root, self.left_over)

    def nodes(self) -> Iterator[NodeState]:
        """Every node below the root in document order, calculates and groups included."""
        for node in answer_nodes(self._tree.root):
            if node is not self._tree.root:
                yield self._answering.stands(node, self._tree.path(node))

    def node(self, path: str) -> NodeState:
        """One node without its texts and choices: quick to ask for."""
        return self._answering.stands(self._tree.node(path), path)

    def answers(self) -> Iterator[tuple[str, str]]:
        """Path and text of every answer, relevant or not, in document order.

        Text that does not fit its question and the reason given for a non-answer are texts too.
        """
        for node in answer_nodes(self._tree.root):
            if not node.model.children:
                for text in (node.text, node.as_typed, why_of(node)):
                    if text:
                        yield self._tree.path(node), text
        for kept in self.left_over:
            yield kept.path, kept.text

"""Moves a draft to another version of its form: by path, then by the mark ``was``; nothing is dropped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from abhaya_forms.engine.answer_fit import fit
from abhaya_forms.engine.body import Question, walk
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.instance_tree import answer_nodes, rows_of, template_path
from abhaya_forms.engine.left_over import LeftOver
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.node_marks import non_answer_of, why_of


@dataclass(frozen=True, slots=True)
class Migration:
    """What became of the answers: how many kept their path, which moved (old path, new path), and which have
    no place any more; these stay beside the form (``FormEntry.left_over``)."""

    kept: int
    moved: tuple[tuple[str, str], ...]
    left_over: tuple[LeftOver, ...]


def migrate(old: FormEntry, new: FormEntry) -> Migration:
    """Enter the answers of ``old`` into ``new``, a fresh entry of another version of the same form.

    What the old form worked out by itself is not taken along: the new one works it out anew.
    """
    places = _places(new.definition)
    kept, moved, left = 0, [], list(old.left_over)
    for node in _answered(old):
        path = old._tree.path(node)
        place = places.get(template_path(path))
        target = _node_at(new, place, path) if place else None
        if target is None:
            left.append(LeftOver(path, old.label(path), old.definition.version, _text(node)))
            continue
        _take_over(new, node, target)
        if new._tree.path(target) == path:
            kept += 1
        else:
            moved.append((path, new._tree.path(target)))
    new.left_over = tuple(left)
    new._recomputation.everything(keep_values=False)
    new._finish()
    return Migration(kept, tuple(moved), new.left_over)


def _places(form: FormDefinition) -> Mapping[str, ModelNode]:
    """Where an answer goes, by the template path it had: its own, or that of the question that was it."""
    nodes = {path: node for path, node in form.rules.model.nodes.items() if not node.children}
    questions = (element for element in walk(form.body) if isinstance(element, Question))
    was = {question.marks["was"]: nodes[question.path] for question in questions if "was" in question.marks}
    return was | nodes


def _answered(entry: FormEntry) -> Iterator[AnswerNode]:
    for node in answer_nodes(entry._tree.root):
        said = node.text or node.as_typed or non_answer_of(node)
        if said and not node.model.children and not entry._answering.is_calculated(node):
            yield node


def _text(node: AnswerNode) -> str:
    return node.text or node.as_typed or f"{non_answer_of(node)} {why_of(node)}".strip()


def _node_at(entry: FormEntry, place: ModelNode, old_path: str) -> AnswerNode | None:
    """The node at ``place`` in the rows that ``old_path`` names, added if need be; None if it has none."""
    rows = [int(step.rpartition("[")[2][:-1]) for step in old_path.split("/") if step.endswith("]")]
    if any(number > 1 for number in rows[len(place.repeats) :]):
        return None  # it stood in a row, and here it would stand once
    node = entry._tree.root
    for model in _steps(place):
        number = rows.pop(0) if model.is_repeat and rows else 1
        while len(rows_of(node, model.name)) < number:
            if model.path in entry._rules.counted | entry._rules.fixed_rows:
                return None
            entry._recomputation.add_row(model, node)
        node = rows_of(node, model.name)[number - 1]
    return node


def _steps(place: ModelNode) -> list[ModelNode]:
    steps = []
    while place.parent is not None:
        steps.append(place)
        place = place.parent
    return steps[::-1]


def _take_over(entry: FormEntry, old: AnswerNode, new: AnswerNode) -> None:
    new.attributes |= old.attributes
    stored, new.as_typed = fit(old.text or old.as_typed, new, entry._rules, entry._scope)
    entry._recomputation.set_text(new, stored)

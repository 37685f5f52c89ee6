"""Which rule reads what: the order of evaluation, and the cycles that make one impossible."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from abhaya_forms.engine.choice_list import ChoiceList
from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_model import FormModel, ModelNode
from abhaya_forms.engine.rule import FEEDS_OTHERS, Kind, Rule


@dataclass(frozen=True, slots=True)
class Dependent:
    """A rule to run when a node changes.

    Its targets are all its nodes, or, when ``row_path`` is set, those in the changed node's own row of that
    repeat: ``climb`` levels up from the changed node, then down ``names``.
    """

    rule: Rule
    row_path: str
    climb: int
    names: tuple[str, ...]


class DependencyGraph:
    """All rules of a form, in an order in which each comes after those that feed it."""

    def __init__(self, model: FormModel, rules: list[Rule], choices: Mapping[str, ChoiceList]) -> None:
        self._model = model
        self._choices = choices
        self._reads = {rule: self._all_dependencies(rule) for rule in rules}
        self._feeding = self._feeding_rules(rules)
        self.findings: list[Finding] = []
        self.rules = self._in_order(rules)
        self.rules_at: dict[str, list[Rule]] = defaultdict(list)
        self.calculated = frozenset(rule.node.path for rule in rules if rule.kind is Kind.CALCULATE)
        self.dependents: dict[str, list[Dependent]] = defaultdict(list)
        for rank, rule in enumerate(self.rules):
            rule.rank = rank
            self.rules_at[rule.node.path].append(rule)
            self._register(rule)

    def _all_dependencies(self, rule: Rule) -> frozenset[Dependency]:
        """What it reads itself, and what decides the choices it names."""
        reads = set(rule.dependencies)
        for path in rule.choice_paths:
            reads |= self._choices[path].filter_dependencies() if path in self._choices else set()
        return frozenset(reads)

    # Who feeds whom

    @staticmethod
    def _feeding_rules(rules: list[Rule]) -> dict[str, list[Rule]]:
        """The rules that change what others read, by the path they change."""
        feeding = defaultdict(list)
        for rule in rules:
            if rule.kind in FEEDS_OTHERS:
                feeding[(rule.repeat or rule.node).path].append(rule)
        return feeding

    def _feeders(self, rule: Rule) -> Iterator[Rule]:
        for dependency in self._reads[rule]:
            for path in self._paths(dependency):
                node: ModelNode | None = self._model.nodes[path]
                yield from (
                    feeder
                    for feeder in self._feeding.get(path, ())
                    if feeder is not rule or _reads_itself(rule)
                )
                while node is not None and node.parent is not None:
                    node = node.parent
                    for feeder in self._feeding.get(node.path, ()):
                        if feeder.kind in (Kind.RELEVANT, Kind.COUNT):
                            yield feeder

    def _paths(self, dependency: Dependency) -> Iterable[str]:
        if not dependency.below:
            return (dependency.path,) if dependency.path in self._model.nodes else ()
        return [node.path for node in self._model.nodes[dependency.path].walk()]

    def _in_order(self, rules: list[Rule]) -> list[Rule]:
        """Depth first, without recursion; a rule met again while it waits for itself is a cycle."""
        ordered: list[Rule] = []
        finished: set[Rule] = set()
        for start in rules:
            waiting: dict[Rule, Iterator[Rule]] = {} if start in finished else {start: self._feeders(start)}
            while waiting:
                rule = next(reversed(waiting))
                feeder = next((f for f in waiting[rule] if f not in finished), None)
                if feeder is None:
                    del waiting[rule]
                    finished.add(rule)
                    ordered.append(rule)
                elif feeder in waiting:
                    self._report_cycle(list(waiting), feeder)
                else:
                    waiting[feeder] = self._feeders(feeder)
        return ordered

    def _report_cycle(self, waiting: list[Rule], again: Rule) -> None:
        members = waiting[waiting.index(again) :]
        chain = " → ".join(map(str, [*members, again]))
        self.findings.append(Finding("cycle", {"chain": chain}, path=again.node.path))

    # Who is to run when something changes

    def _register(self, rule: Rule) -> None:
        for dependency in self._reads[rule]:
            for path in self._paths(dependency):
                if not (path == rule.node.path and rule.kind is Kind.CALCULATE):
                    self.dependents[path].append(
                        self._dependent(rule, self._model.nodes[path], dependency.anchor)
                    )

    def _dependent(self, rule: Rule, changed: ModelNode, anchor: str) -> Dependent:
        row = self._model.nodes.get(anchor)
        while row is not None and not (rule.node.path + "/").startswith(row.path + "/"):
            outer = row.repeats[:-1]
            row = outer[-1] if outer else None
        if row is None:
            return Dependent(rule, "", 0, ())
        names = tuple(rule.node.path[len(row.path) + 1 :].split("/")) if rule.node is not row else ()
        return Dependent(rule, row.path, changed.depth - row.depth, names)


def _reads_itself(rule: Rule) -> bool:
    """A filter may well look at the answer it filters; a calculation or relevance cannot."""
    return rule.kind in (Kind.CALCULATE, Kind.RELEVANT, Kind.COUNT)

"""One rule of a form: what it decides, for which nodes, and what it reads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.form_model import ModelNode
from abhaya_forms.engine.node import AnswerNode
from abhaya_forms.engine.scope import Closure, Scope
from abhaya_forms.engine.values import EvaluationError, to_boolean


class Kind(IntEnum):
    """What a rule decides.

    The first four change what other rules read; SHOWN stands for a text or a list of choices that is only
    looked at, so that a change of what it reads is reported.
    """

    COUNT = 0
    RELEVANT = 1
    CALCULATE = 2
    CHOICES = 3
    READ_ONLY = 4
    REQUIRED = 5
    CONSTRAINT = 6
    SHOWN = 7


FEEDS_OTHERS = (Kind.COUNT, Kind.RELEVANT, Kind.CALCULATE, Kind.CHOICES)


@dataclass(eq=False, slots=True)
class Rule:
    """A rule for every node at ``node``; COUNT is for the node above the repeat and names the ``repeat``.

    ``rank`` orders evaluation: a rule comes after all rules that feed it; ``choice_paths`` are questions
    whose choices it names.
    """

    kind: Kind
    node: ModelNode
    closure: Closure
    dependencies: frozenset[Dependency]
    repeat: ModelNode | None = None
    choice_paths: frozenset[str] = frozenset()
    rank: int = -1

    def holds(self, scope: Scope, node: AnswerNode) -> bool:
        """What a condition says of a node; one that cannot be evaluated is as if the form did not have it."""
        if self.kind is Kind.CONSTRAINT and node.text == "":
            return True
        try:
            return to_boolean(scope.evaluate(self.closure, node))
        except EvaluationError:
            return self.kind in (Kind.RELEVANT, Kind.CONSTRAINT)

    def __str__(self) -> str:
        subject = self.repeat or self.node
        return f"{subject.path} ({self.kind.name.lower().replace('_', ' ')})"

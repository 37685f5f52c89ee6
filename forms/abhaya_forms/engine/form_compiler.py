"""Expressions of a form, compiled against its model; what is wrong with them is gathered, not raised."""

from __future__ import annotations

from dataclasses import dataclass, replace

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.form_model import FormModel, ModelNode
from abhaya_forms.engine.location_path import compile_target
from abhaya_forms.engine.path_resolution import resolve
from abhaya_forms.engine.scope import Closure
from abhaya_forms.engine.xpath_compiler import compile_tree
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Call, Expression, Literal, Path, Reference, walk

_READS_A_LIST = frozenset(("instance", "pulldata"))


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression ready to run; ``choice_paths`` are questions whose choices it reads by name."""

    closure: Closure
    dependencies: frozenset[Dependency] = frozenset()
    choice_paths: frozenset[str] = frozenset()


class FormCompiler:
    """Compiles the expressions of one form, which declares the lists ``instance_ids``."""

    def __init__(self, model: FormModel, instance_ids: frozenset[str]) -> None:
        self.model = model
        self.findings: list[Finding] = []
        self._instance_ids = instance_ids

    def compile(self, expression: str, owner: ModelNode, *, target: bool = False) -> Compiled | None:
        """Compile an expression that belongs to ``owner``; None, and findings, if it is wrong.

        ``target``: the expression names the nodes an action sets, hidden ones too.
        """
        before = len(self.findings)
        try:
            resolution = resolve(parse(expression), self.model, owner)
            self._check_lists(resolution.tree, expression, owner)
            for finding in resolution.findings:
                self.report(finding, owner.path, expression)
            tree = resolution.tree
            if target and isinstance(tree, Reference | Path):
                closure = compile_target(tree, compile_tree)
            else:
                closure = compile_tree(tree)
        except FormError as error:
            for finding in error.findings:
                self.report(finding, owner.path, expression)
            return None
        if len(self.findings) > before:
            return None
        return Compiled(closure, frozenset(resolution.dependencies), frozenset(resolution.choice_paths))

    def report(self, finding: Finding, path: str, expression: str = "") -> None:
        self.findings.append(replace(finding, path=path, expression=expression or finding.expression))

    def _check_lists(self, tree: Expression, expression: str, owner: ModelNode) -> None:
        for call in walk(tree):
            if not (isinstance(call, Call) and call.name in _READS_A_LIST and call.arguments):
                continue
            first = call.arguments[0]
            instance_id = str(first.value) if isinstance(first, Literal) else ""
            if isinstance(first, Literal) and instance_id not in self._instance_ids:
                self.report(Finding("unknown_instance", {"instance": instance_id}), owner.path, expression)

"""Paths of an expression resolved against a form: what it reads, and by which way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from abhaya_forms.engine.dependency import Dependency
from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_model import FormModel, ModelNode
from abhaya_forms.engine.form_place import Place, Way, follow, goes_down, is_plain, next_node
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import (
    Call,
    Expression,
    Filter,
    Literal,
    Negation,
    Operation,
    Path,
    Reference,
    Step,
)

_SIBLING_AXES = ("preceding-sibling", "following-sibling")
_NULL = Path(None, False, (Step("child", "null"),))
"""What authors write for "nothing" (WHO's verbal autopsy form does): a child that no node has."""


@dataclass(slots=True)
class Resolution:
    """A resolved expression: its tree, what it reads, the references that lead nowhere, and the questions
    whose choices it names."""

    tree: Expression
    dependencies: set[Dependency] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    choice_paths: set[str] = field(default_factory=set)


def resolve(tree: Expression, model: FormModel, owner: ModelNode) -> Resolution:
    """Resolve the paths of an expression that belongs to the nodes at ``owner``.

    An absolute path that goes into a repeat ``owner`` lies in means the owner's own row (JavaRosa).
    """
    resolution = Resolution(tree)
    resolver = _Resolver(model, owner, resolution)
    resolution.tree = resolver.expression(tree, resolver.own_place)
    return resolution


class _Resolver:
    def __init__(self, model: FormModel, owner: ModelNode, resolution: Resolution) -> None:
        self.model = model
        self.owner = owner
        self.out = resolution
        self.own_place = Place(owner, owner, of_rule=True)
        self.own_rows = owner.repeats

    def expression(self, tree: Expression, context: Place | None) -> Expression:
        """``tree`` with its paths resolved; ``context`` is None inside a list, whose shape is unknown."""
        if isinstance(tree, Operation):
            left, right = self.expression(tree.left, context), self.expression(tree.right, context)
            return Operation(tree.operator, left, right)
        if isinstance(tree, Negation):
            return Negation(self.expression(tree.operand, context))
        if isinstance(tree, Call):
            return self.call(tree, context)
        return self.located(tree, context)[0]

    def located(self, tree: Expression, context: Place | None) -> tuple[Expression, Place | None]:
        """A tree that may be a node-set, and where in the form it leads, if that is known."""
        if isinstance(tree, Path):
            return self.path(tree, context)
        if isinstance(tree, Filter):
            base, place = self.located(tree.base, context)
            return Filter(base, self.predicates(tree.predicates, place)), place
        if isinstance(tree, Literal | Reference):
            return tree, None
        return self.expression(tree, context), None

    def predicates(self, predicates: tuple[Expression, ...], place: Place | None) -> tuple[Expression, ...]:
        return tuple(self.expression(predicate, place) for predicate in predicates)

    # Functions that read more, or less, than their arguments say

    def call(self, tree: Call, context: Place | None) -> Expression:
        if tree.name == "indexed-repeat" and len(tree.arguments) >= 3:
            return self.indexed_repeat(tree, context)
        if tree.name == "jr:choice-name" and len(tree.arguments) == 2:
            return self.choice_name(tree, context)
        return replace(
            tree, arguments=tuple(self.expression(argument, context) for argument in tree.arguments)
        )

    def choice_name(self, tree: Call, context: Place | None) -> Expression:
        """Its second argument is a path in quotes."""
        value, quoted = tree.arguments
        path = parse(str(quoted.value).strip()) if isinstance(quoted, Literal) else None
        place = self.path(path, context)[1] if isinstance(path, Path) else None
        if place is not None:
            self.out.choice_paths.add(place.node.path)
            quoted = Literal(place.node.path)
        return Call(tree.name, (self.expression(value, context), quoted))

    def indexed_repeat(self, tree: Call, context: Place | None) -> Expression:
        """The repeats it names are all their rows, not the rule's own row; those around them stay its own."""
        scout = _Resolver(self.model, self.owner, Resolution(tree))
        places = [scout.located(argument, context)[1] for argument in tree.arguments]
        named = [place.node.depth for place in places[1::2] if place is not None]
        own_rows, arguments = self.own_rows, list(tree.arguments)
        for index, place in enumerate(places):
            if index and index % 2 == 0:
                arguments[index] = self.expression(arguments[index], context)
            else:
                self.own_rows = tuple(row for row in own_rows if row.depth < min(named, default=0))
                path = arguments[index] if place is None else _absolute(place.node)
                arguments[index] = self.expression(path, context)
                self.own_rows = own_rows
        return Call(tree.name, tuple(arguments))

    # Paths

    def path(self, path: Path, context: Place | None) -> tuple[Expression, Place | None]:
        if path.absolute:
            return self.absolute(path)
        if path.start is None:
            return self.relative(path, context) if context else (self.inside_list(path), None)
        if path.start == Call("current", ()):
            return self.relative(path, self.own_place)
        base, place = self.located(path.start, context)
        steps, end = self.walk(path.steps, place)
        return Path(base, False, steps), end

    def inside_list(self, path: Path) -> Expression:
        return replace(path, steps=self.walk(path.steps, None)[0])

    def absolute(self, path: Path) -> tuple[Expression, Place | None]:
        root = self.model.root
        if not path.steps or path.steps[0] != Step("child", root.name):
            if path.steps and path.steps[0].axis == "child" and path.steps[0].test not in ("*", "node()"):
                return self.unresolved(path)
            self.out.dependencies.add(Dependency(root.path, "", below=True))
            return self.inside_list(path), None
        way = follow(Place(root, root), path.steps[1:])
        if way is None:
            return self.unresolved(path)
        inside = [row for row in self.own_rows if self.enters(way, row)]
        top = inside[-1] if inside else root
        way.climb = self.owner.depth - top.depth
        del way.names[: top.depth - root.depth]
        way.place = Place(way.place.node, top, of_rule=True)
        return self.finish(way)

    @staticmethod
    def enters(way: Way, row: ModelNode) -> bool:
        """Whether the path goes through ``row`` and below it."""
        path = way.place.node.path
        return path.startswith(row.path + "/") or (
            path == row.path and bool(way.rest) and goes_down(way.rest[0])
        )

    def relative(self, path: Path, context: Place) -> tuple[Expression, Place | None]:
        way = follow(context, path.steps)
        if way is None:
            return (Literal(""), None) if path == _NULL else self.unresolved(path)
        way.place = replace(way.place, of_rule=context.of_rule)
        return self.finish(way)

    def finish(self, way: Way) -> tuple[Expression, Place | None]:
        node, place = way.place.node, way.place
        climb = way.climb if node.repeats else None
        reference = Reference(node.path, climb, tuple(way.names), place.of_rule)
        if not way.rest:
            self.depend(place)
            return reference, place
        steps, end = self.walk(way.rest, place)
        return Path(reference, False, steps), end

    def walk(self, steps: Sequence[Step], place: Place | None) -> tuple[tuple[Step, ...], Place | None]:
        """Resolve the predicates of steps that no reference can stand for, keeping track of the place."""
        resolved = []
        for step in steps:
            before, place = place, self.after(step, place)
            resolved.append(replace(step, predicates=self.predicates(step.predicates, place)))
            if place is None and before is not None:
                self.depend(before, below=True)
        if place is not None:
            self.depend(place)
        return tuple(resolved), place

    def after(self, step: Step, place: Place | None) -> Place | None:
        if place is not None and step.axis in _SIBLING_AXES and place.node.parent is not None:
            # A row before or after is a child of what holds the rows.
            step, place = replace(step, axis="child"), place.moved_to(place.node.parent)
        if place is None or not is_plain(step, place.node):
            return None
        node = next_node(step, place.node)
        if node is None:
            self.out.findings.append(_nowhere(f"{place.node.path}/{step.test}"))
            return None
        return place.moved_to(node)

    def depend(self, place: Place, *, below: bool = False) -> None:
        anchor = place.top.repeats[-1].path if place.top.repeats else ""
        self.out.dependencies.add(Dependency(place.node.path, anchor, below))

    def unresolved(self, path: Path) -> tuple[Expression, None]:
        names = "/".join(".." if step.axis == "parent" else step.test for step in path.steps)
        self.out.findings.append(_nowhere(("/" if path.absolute else "") + names))
        return path, None


def _nowhere(reference: str) -> Finding:
    return Finding("unresolved_reference", {"reference": reference})


def _absolute(node: ModelNode) -> Path:
    return Path(None, True, tuple(Step("child", name) for name in node.path.split("/")[1:]))

"""Paths of an expression resolved against a form: what it reads, and by which way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from abhaya_forms.engine.finding import Finding
from abhaya_forms.engine.form_model import FormModel, ModelNode
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

_NULL = Path(None, False, (Step("child", "null"),))
"""What authors write for "nothing" (WHO's verbal autopsy form does): a child that no node has."""


@dataclass(frozen=True, slots=True)
class Dependency:
    """Something an expression reads: the nodes at ``path``, or all nodes below it (``below``).

    A rule reads only nodes that share its own row of the repeat at ``anchor`` ("": all nodes).
    """

    path: str
    anchor: str
    below: bool = False


@dataclass(slots=True)
class Resolution:
    """A resolved expression: its tree, what it reads, the references that lead nowhere, and the questions
    whose choices it names."""

    tree: Expression
    dependencies: set[Dependency] = field(default_factory=set)
    findings: list[Finding] = field(default_factory=list)
    choice_paths: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the form a path stands; ``top`` is the highest node it climbed to from the rule's node.

    ``of_rule`` when it is the rule's own node, not the context of a predicate.
    """

    node: ModelNode
    top: ModelNode
    of_rule: bool = False

    def moved_to(self, node: ModelNode) -> _Place:
        return _Place(node, node if node.depth < self.top.depth else self.top)


@dataclass(slots=True)
class _Way:
    """How far a path could be followed: levels up, then names down, to ``place``; the steps left over."""

    place: _Place
    climb: int
    names: list[str]
    rest: Sequence[Step]


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
        self.own_place = _Place(owner, owner, of_rule=True)
        self.own_rows = owner.repeats

    def expression(self, tree: Expression, context: _Place | None) -> Expression:
        """``tree`` with its paths resolved; ``context`` is None inside a list, whose shape is unknown."""
        if isinstance(tree, Operation):
            left, right = self.expression(tree.left, context), self.expression(tree.right, context)
            return Operation(tree.operator, left, right)
        if isinstance(tree, Negation):
            return Negation(self.expression(tree.operand, context))
        if isinstance(tree, Call):
            return self.call(tree, context)
        return self.located(tree, context)[0]

    def located(self, tree: Expression, context: _Place | None) -> tuple[Expression, _Place | None]:
        """A tree that may be a node-set, and where in the form it leads, if that is known."""
        if isinstance(tree, Path):
            return self.path(tree, context)
        if isinstance(tree, Filter):
            base, place = self.located(tree.base, context)
            return Filter(base, self.predicates(tree.predicates, place)), place
        if isinstance(tree, Literal | Reference):
            return tree, None
        return self.expression(tree, context), None

    def predicates(self, predicates: tuple[Expression, ...], place: _Place | None) -> tuple[Expression, ...]:
        return tuple(self.expression(predicate, place) for predicate in predicates)

    # Functions that read more, or less, than their arguments say

    def call(self, tree: Call, context: _Place | None) -> Expression:
        if tree.name == "indexed-repeat" and len(tree.arguments) >= 3:
            return self.indexed_repeat(tree, context)
        if tree.name == "jr:choice-name" and len(tree.arguments) == 2:
            return self.choice_name(tree, context)
        return replace(
            tree, arguments=tuple(self.expression(argument, context) for argument in tree.arguments)
        )

    def choice_name(self, tree: Call, context: _Place | None) -> Expression:
        """Its second argument is a path in quotes."""
        value, quoted = tree.arguments
        path = parse(str(quoted.value).strip()) if isinstance(quoted, Literal) else None
        place = self.path(path, context)[1] if isinstance(path, Path) else None
        if place is not None:
            self.out.choice_paths.add(place.node.path)
            quoted = Literal(place.node.path)
        return Call(tree.name, (self.expression(value, context), quoted))

    def indexed_repeat(self, tree: Call, context: _Place | None) -> Expression:
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

    def path(self, path: Path, context: _Place | None) -> tuple[Expression, _Place | None]:
        if path.absolute:
            return self.absolute(path)
        if path.start is None:
            return self.follow(path, context) if context else (self.inside_list(path), None)
        if path.start == Call("current", ()):
            return self.follow(path, self.own_place)
        base, place = self.located(path.start, context)
        steps, end = self.walk(path.steps, place)
        return Path(base, False, steps), end

    def inside_list(self, path: Path) -> Expression:
        return replace(path, steps=self.walk(path.steps, None)[0])

    def absolute(self, path: Path) -> tuple[Expression, _Place | None]:
        root = self.model.root
        if not path.steps or path.steps[0] != Step("child", root.name):
            if path.steps and path.steps[0].axis == "child" and path.steps[0].test not in ("*", "node()"):
                return self.unresolved(path)
            self.out.dependencies.add(Dependency(root.path, "", below=True))
            return self.inside_list(path), None
        way = self.way(_Place(root, root), path.steps[1:])
        if way is None:
            return self.unresolved(path)
        inside = [row for row in self.own_rows if self.enters(way, row)]
        top = inside[-1] if inside else root
        way.climb = self.owner.depth - top.depth
        del way.names[: top.depth - root.depth]
        way.place = _Place(way.place.node, top, of_rule=True)
        return self.finish(way)

    @staticmethod
    def enters(way: _Way, row: ModelNode) -> bool:
        """Whether the path goes through ``row`` and below it."""
        path = way.place.node.path
        return path.startswith(row.path + "/") or (
            path == row.path and bool(way.rest) and _goes_down(way.rest[0])
        )

    def follow(self, path: Path, context: _Place) -> tuple[Expression, _Place | None]:
        way = self.way(context, path.steps)
        if way is None:
            return (Literal(""), None) if path == _NULL else self.unresolved(path)
        way.place = replace(way.place, of_rule=context.of_rule)
        return self.finish(way)

    def way(self, place: _Place, steps: Sequence[Step]) -> _Way | None:
        """Follow plain steps as far as they go; None if they lead out of the form."""
        climb = 0
        names: list[str] = []
        for index, step in enumerate(steps):
            if step.predicates or not _is_plain(step, place.node):
                return _Way(place, climb, names, steps[index:])
            node = _next(step, place.node)
            if node is None:
                return None
            if step.axis == "parent" and names:
                names.pop()
            elif step.axis == "parent":
                climb += 1
            elif step.axis != "self":
                names.append(node.name)
            place = place.moved_to(node)
        return _Way(place, climb, names, ())

    def finish(self, way: _Way) -> tuple[Expression, _Place | None]:
        node, place = way.place.node, way.place
        climb = way.climb if node.repeats else None
        reference = Reference(node.path, climb, tuple(way.names), place.of_rule)
        if not way.rest:
            self.depend(place)
            return reference, place
        steps, end = self.walk(way.rest, place)
        return Path(reference, False, steps), end

    def walk(self, steps: Sequence[Step], place: _Place | None) -> tuple[tuple[Step, ...], _Place | None]:
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

    def after(self, step: Step, place: _Place | None) -> _Place | None:
        if place is None or not _is_plain(step, place.node):
            return None
        node = _next(step, place.node)
        if node is None:
            self.out.findings.append(_nowhere(f"{place.node.path}/{step.test}"))
            return None
        return place.moved_to(node)

    def depend(self, place: _Place, *, below: bool = False) -> None:
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


def _goes_down(step: Step) -> bool:
    return step.axis in ("child", "descendant", "descendant-or-self", "attribute")


def _is_plain(step: Step, node: ModelNode) -> bool:
    """Whether the form's shape tells where the step leads."""
    if step.axis == "attribute":
        return "@" + step.test in node.children
    if step.axis == "child":
        return step.test != "*" and not step.test.endswith(")")
    return step.axis in ("parent", "self") and step.test == "node()"


def _next(step: Step, node: ModelNode) -> ModelNode | None:
    if step.axis == "self":
        return node
    if step.axis == "parent":
        return node.parent
    if step.axis == "attribute":
        return node.children.get("@" + step.test)
    return node.children.get(step.test.rsplit(":", 1)[-1])

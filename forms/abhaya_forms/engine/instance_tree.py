"""The instance of a form being filled: its nodes, its rows, and the paths that name them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from abhaya_forms.engine.form_model import TEMPLATE, FormModel, ModelNode
from abhaya_forms.engine.instance_xml import AS_TYPED, SURPLUS, document_of
from abhaya_forms.engine.node import AnswerNode, Node

_STEP = re.compile(r"([^\[\]]+?)(?:\[(\d+)\])?")
_POSITION = re.compile(r"\[\d+\]")


def template_path(path: str) -> str:
    """The path without row positions."""
    return _POSITION.sub("", path)


class InstanceTree:
    """Nodes grown from a sample: the form's own first content, or content saved earlier."""

    def __init__(self, model: FormModel, sample: Node) -> None:
        self.model = model
        self.at: dict[str, list[AnswerNode]] = defaultdict(list)
        self._found: dict[str, AnswerNode] = {}
        self.root = _grow(model.root, sample, None)
        self.document = document_of(self.root)
        self._register(self.root)

    # Paths

    def node(self, path: str) -> AnswerNode:
        """The node a path with row positions leads to.  Raises KeyError if there is none."""
        node = self._found.get(path)
        if node is None:
            node = self._found[path] = self._walk(path)
        return node

    def _walk(self, path: str) -> AnswerNode:
        nodes: list[AnswerNode] = [self.root]
        for index, step in enumerate(path.split("/")[1:]):
            match = _STEP.fullmatch(step)
            if match is None:
                raise KeyError(path)
            name, position = match.group(1), int(match.group(2) or 1)
            named = [node for node in nodes if node.name == name] if index == 0 else rows_of(nodes[0], name)
            if not 0 < position <= len(named):
                raise KeyError(path)
            nodes = [named[position - 1]]
        return nodes[0]

    def path(self, node: Node) -> str:
        """The path of a node, with the position of every row."""
        steps = []
        while isinstance(node, AnswerNode):
            steps.append(f"{node.name}[{node.position()}]" if node.model.is_repeat else node.name)
            assert node.parent is not None
            node = node.parent
        return "/" + "/".join(reversed(steps))

    def holds(self, node: AnswerNode) -> bool:
        """Whether the node is still in the tree."""
        above: Node | None = node
        while above is not None and above is not self.root:
            above = above.parent
        return above is self.root

    def nearest(self, model: ModelNode, seen_from: Node) -> AnswerNode | None:
        """The node at ``model`` that shares the most rows with ``seen_from``; None if there is none."""
        above: Node | None = seen_from
        while isinstance(above, AnswerNode):
            if (model.path + "/").startswith(above.model.path + "/"):
                found = next(below(above, model), None)
                if found is not None:
                    return found
            above = above.parent
        return None

    # Rows

    def repeat(self, path: str) -> tuple[ModelNode, AnswerNode]:
        """The repeat a path names, and the node its rows are in.  Raises KeyError if it names none."""
        parent_path, _, name = path.rpartition("/")
        parent = self.node(parent_path)
        repeat = parent.model.children.get(template_path(name))
        if repeat is None or not repeat.is_repeat:
            raise KeyError(path)
        return repeat, parent

    def add_row(self, repeat: ModelNode, parent: AnswerNode) -> AnswerNode:
        """A new row after the last one."""
        row = _grow(repeat, repeat.sample, parent)
        rows = rows_of(parent, repeat.name)
        place = parent.children.index(rows[-1]) + 1 if rows else self._place_of_first(repeat, parent)
        parent.children.insert(place, row)
        self._register(row)
        self._found.clear()
        return row

    @staticmethod
    def _place_of_first(repeat: ModelNode, parent: AnswerNode) -> int:
        order = list(parent.model.children)
        before = set(order[: order.index(repeat.name)])
        return sum(child.name in before for child in parent.children)

    def remove_row(self, row: AnswerNode) -> None:
        """Take a row out of the tree."""
        assert row.parent is not None
        row.parent.children.remove(row)
        row.parent = None
        for node in answer_nodes(row):
            self.at[node.model.path].remove(node)
        self._found.clear()

    def _register(self, node: AnswerNode) -> None:
        for below_it in answer_nodes(node):
            self.at[below_it.model.path].append(below_it)


def answer_nodes(node: Node) -> Iterator[AnswerNode]:
    """The node and all below it, bound attributes included, in document order."""
    if isinstance(node, AnswerNode):
        yield node
        for child in node.children:
            yield from answer_nodes(child)


def rows_of(parent: Node, name: str) -> list[AnswerNode]:
    """The children of a name, in order."""
    return [child for child in parent.children if child.name == name and isinstance(child, AnswerNode)]


def below(node: AnswerNode, model: ModelNode) -> Iterator[AnswerNode]:
    """The nodes at ``model`` at or below ``node``."""
    nodes = [node]
    names = model.path[len(node.model.path) + 1 :]
    for name in names.split("/") if names else ():
        nodes = [child for parent in nodes for child in rows_of(parent, name)]
    yield from nodes


def _grow(model: ModelNode, sample: Node, parent: AnswerNode | None) -> AnswerNode:
    node = AnswerNode(model, parent, "" if model.children else sample.text)
    node.attributes = {name: value for name, value in sample.attributes.items() if name != TEMPLATE}
    node.as_typed = node.attributes.pop(AS_TYPED, "")
    node.surplus = node.attributes.pop(SURPLUS, "") != ""
    samples: dict[str, list[Node]] = defaultdict(list)
    for child in sample.children:
        if TEMPLATE not in child.attributes:
            samples[child.name].append(child)
    for child_model in model.children.values():
        name = child_model.name
        if name not in samples and name[0] == "@":
            samples[name] = [Node(name, text=node.attributes.pop(name[1:], child_model.sample.text))]
        elif name not in samples and not child_model.is_repeat:
            # Content saved by an earlier hand may lack a node: the form's own stands in.
            samples[name] = [child_model.sample]
        node.children += [_grow(child_model, child, node) for child in samples[name]]
    return node

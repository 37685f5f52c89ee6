"""Plain XPath 1.0 means what libxml2 says it means: paths made up at random, compared node by node."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from abhaya_forms.engine.instance_xml import read_document
from abhaya_forms.engine.node import DOCUMENT, Node
from abhaya_forms.engine.scope import Scope
from abhaya_forms.engine.secondary_instances import SecondaryInstances
from abhaya_forms.engine.values import Value, to_number, to_text
from abhaya_forms.engine.xpath_compiler import compile_expression
from abhaya_forms.engine.xpath_parser import AXES
from support.xforms import NOW

XML = (
    b'<root><a id="1"><b>x</b><c><d k="v">1</d><d>2</d></c></a><a id="2"><b>y</b><b>z</b><c/></a>'
    b"<e>mixed <f>in</f> text</e><g>5</g><g>7</g></root>"
)
TESTS = (*"abcdefg", "*", "node()", "text()", "root")


class Author:
    """Makes up expressions."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def expression(self) -> str:
        path = self.path(2)
        kinds = (
            "{0}",
            "count({0})",
            "string({0})",
            "{0}|{1}",
            "not({0})",
            "concat(string({0}),'-',name({1}))",
        )
        return self.random.choice(kinds).format(path, self.path(1))

    def path(self, depth: int) -> str:
        steps = "/".join(self.step(depth) for _ in range(self.random.randint(1, 3)))
        return self.random.choice(("", "", "/", "//")) + steps

    def step(self, depth: int) -> str:
        axis = self.random.choice(sorted(AXES) + ["child"] * 6)
        test = self.random.choice(("id", "k", "*") if axis == "attribute" else TESTS)
        predicate = f"[{self.predicate(depth - 1)}]" if depth and self.random.random() < 0.3 else ""
        return f"{axis}::{test}{predicate}"

    def predicate(self, depth: int) -> str:
        path = self.path(depth).lstrip("/")
        kinds = ("1", "2", "last()", "position()>1", "{0}", "{0}='x'", "{0}=2", "count({0})>1")
        return self.random.choice(kinds).format(path)


def pairs(theirs: etree._Element, ours: Node) -> list[tuple[etree._Element, Node]]:
    """Return each element in both trees."""
    found = [(theirs, ours)]
    for child, node in zip(theirs, (c for c in ours.children if c.is_element), strict=True):
        found += pairs(child, node)
    return found


@pytest.mark.parametrize("seed", range(4))
def test_paths_lead_where_libxml2_says(seed):
    document = read_document(XML)
    both = pairs(etree.fromstring(XML), document.children[0])
    same = dict(both)
    scope = Scope(document, clock=lambda: NOW, random=Random(0), instances=SecondaryInstances())
    author = Author(seed)
    for _ in range(500):
        expression, (theirs, ours) = author.expression(), author.random.choice(both)
        expected = theirs.xpath(expression)
        got = scope.evaluate(compile_expression(expression), ours)
        if isinstance(expected, list):
            assert plain(got) == [same.get(node, str(node)) for node in expected], expression
        elif isinstance(expected, bool):
            assert got is expected, expression
        else:
            assert (to_number(got) if isinstance(expected, float) else to_text(got)) == expected, expression


def plain(got: Value) -> list[Node | str]:
    """Return elements as they are and other nodes as their text; libxml2 leaves the document out."""
    assert isinstance(got, list)
    return [node if node.is_element else node.string() for node in got if node.name != DOCUMENT]

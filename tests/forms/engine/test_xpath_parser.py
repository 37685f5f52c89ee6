"""XPath text becomes the tree it means, or is refused."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormError
from abhaya_forms.engine.xpath_parser import parse
from abhaya_forms.engine.xpath_tree import Call, Literal, Negation, Operation, Path, Step


def child(*names: str) -> Path:
    return Path(None, False, tuple(Step("child", name) for name in names))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("12.5", Literal(12.5)),
        (".5", Literal(0.5)),
        ("'it is \"so\"'", Literal('it is "so"')),
        ("a/b", child("a", "b")),
        ("/a", Path(None, True, (Step("child", "a"),))),
        ("..", Path(None, False, (Step("parent", "node()"),))),
        ("@id", Path(None, False, (Step("attribute", "id"),))),
        ("jr:choice-name(a, 'b')", Call("jr:choice-name", (child("a"), Literal("b")))),
        ("-a", Negation(child("a"))),
        ("a - b", Operation("-", child("a"), child("b"))),
        ("a-b", child("a-b")),
    ],
)
def test_text_becomes_the_tree_it_means(text, tree):
    assert parse(text) == tree


def test_stronger_operators_bind_first():
    assert parse("a or b and c = d + e * f") == parse("a or (b and (c = (d + (e * f))))")


def test_equal_operators_bind_from_the_left():
    assert parse("8 - 4 - 2") == parse("(8 - 4) - 2")


def test_an_operator_needs_no_blanks_around_it():
    assert parse("1and1") == parse("1 and 1")
    assert parse("a[b>1]*2") == parse("a[b > 1] * 2")


def test_a_name_may_be_that_of_an_operator():
    assert parse("div div mod") == Operation("div", child("div"), child("mod"))


def test_two_slashes_are_the_long_way():
    assert parse("//a") == parse("/descendant-or-self::node()/child::a")


@pytest.mark.parametrize(
    "text",
    ["", "a b", "a[", "a]", "concat(", "concat(a,)", "1 +", "'open", "a/", "$name", "a::b", "foo::a", "#"],
)
def test_what_is_no_xpath_is_refused_with_the_place(text):
    with pytest.raises(FormError) as refused:
        parse(text)
    (finding,) = refused.value.findings
    assert (finding.kind, finding.expression) == ("syntax", text)


@pytest.mark.parametrize(
    "text", ["(" * 200 + "1" + ")" * 200, "1" + " or 1" * 500, "if(1," * 160 + "1" + ",2)" * 160]
)
def test_what_would_exhaust_the_stack_is_refused(text):
    with pytest.raises(FormError) as refused:
        parse(text)
    assert refused.value.findings[0].kind == "too_deep"


def test_an_endless_expression_is_refused():
    with pytest.raises(FormError) as refused:
        parse("a" * 40_000)
    assert refused.value.findings[0].kind == "too_large"

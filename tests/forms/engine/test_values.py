"""How values of one kind become another, and how they compare."""

from __future__ import annotations

import math

import pytest

from abhaya_forms.engine.node import HIDDEN, Node
from abhaya_forms.engine.operators import divide, equal, ordering, remainder, unequal
from abhaya_forms.engine.values import number_text, text_number, to_boolean, to_text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (1.0, "1"), (-0.0, "0"), (0.5, "0.5"), (1e20, "100000000000000000000"), (1.5e-7, "0.00000015"),
        (1e-15, "0"), (math.nan, "NaN"), (math.inf, "Infinity"), (-math.inf, "-Infinity"),
    ],
)  # fmt: skip
def test_numbers_are_written_without_exponent(number, text):
    assert number_text(number) == text


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 12.5 ", 12.5), ("-.5", -0.5), ("4,6", 4.6), ("1970-01-02", 1.0), ("1969-12-31", -1.0),
        ("1970-01-02T12:00:00.000+05:30", 1.5),
    ],
)  # fmt: skip
def test_texts_are_numbers_and_dates_are_whole_days(text, number):
    assert text_number(text) == number


@pytest.mark.parametrize(
    "text", ["", "x", "1e5", "0x10", "१२", "- 17", "2026-02-30", "1.2.3", "infinity", "nan"]
)
def test_other_texts_are_no_numbers(text):
    assert math.isnan(text_number(text))


def test_an_empty_text_is_false_and_any_other_true():
    assert not to_boolean("")
    assert to_boolean("false")
    assert not to_boolean(math.nan)
    assert not to_boolean([])


def test_the_first_node_gives_the_text():
    assert to_text([Node("a", text="one"), Node("a", text="two")]) == "one"
    assert to_text([]) == ""


def test_nodes_equal_a_value_if_one_of_them_does():
    nodes = [Node("a", text="1"), Node("a", text="2")]
    assert equal(nodes, 2.0)
    assert unequal(nodes, 2.0)
    assert not equal([], "")
    assert equal([HIDDEN], "")


def test_nearly_equal_numbers_are_equal():
    assert equal(6.1 - 7.8, -1.7)


def test_a_date_equals_the_moment_it_begins():
    assert equal("2026-01-31", "2026-01-31T00:00:00.000+05:30")
    assert not equal("2026-01-31", "2026-01-31T00:00:01.000+05:30")


def test_order_is_that_of_numbers_and_dates():
    before = ordering("<")
    assert before("9", "10")
    assert before("2025-12-31", "2026-01-01")
    assert not before("abc", "abd")


def test_division_by_zero_is_no_accident():
    assert divide(1, 0) == math.inf
    assert divide(-1, 0) == -math.inf
    assert math.isnan(divide(0, 0))
    assert math.isnan(remainder(5, 0))
    assert remainder(-5, 3) == -2

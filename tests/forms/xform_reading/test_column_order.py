"""Columns stand in one order that agrees with every row."""

from __future__ import annotations

from abhaya_forms.xform_reading.column_order import columns_in_order


def test_a_column_stands_after_those_that_stood_before_it():
    rows = [dict.fromkeys(cells, "x") for cells in ("ad", "abd", "cd", "bc")]
    assert columns_in_order(rows) == ("a", "b", "c", "d")


def test_rows_that_contradict_each_other_keep_the_first_order():
    assert columns_in_order([{"a": "1", "b": "1"}, {"b": "1", "a": "1"}]) == ("a", "b")

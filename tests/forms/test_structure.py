"""What keeps a form from being compiled is found in every row at once, with its place."""

from __future__ import annotations

import pytest

from abhaya_forms.rows import FormSource, sheet_of
from abhaya_forms.structure import structure_findings
from support.form_sources import NAME, choice, form


def places(source: FormSource) -> list[tuple[str, str, int | None, str]]:
    """Return kind, sheet, row and column of each finding."""
    return [(f.kind, f.sheet, f.row, f.column) for f in structure_findings(source)]


def test_a_sound_form_has_nothing():
    begin, end = {"type": "begin_group", "name": "who", "label": "Who"}, {"type": "end_group"}
    assert places(form(begin, NAME, end, {"type": "note", "label": "Hello ${full_name}"})) == []


def test_no_survey_sheet():
    assert places(FormSource("none", {"settings": sheet_of([{"version": "1"}])})) == [
        ("no_survey", "survey", None, "")
    ]


def test_an_empty_survey_sheet():
    assert places(FormSource("empty", {"survey": sheet_of([])})) == [("no_questions", "survey", None, "")]


def test_no_type_column():
    assert places(form({"name": "a", "label": "A"})) == [("no_type_column", "survey", 1, "type")]


def test_names_missing_bad_and_twice():
    source = form(
        NAME, {"type": "text", "label": "?"}, {"type": "text", "name": "two words"}, {**NAME, "type": "date"}
    )
    assert places(source) == [
        ("no_name", "survey", 3, "name"),
        ("bad_name", "survey", 4, "name"),
        ("name_twice", "survey", 5, "name"),
    ]
    assert structure_findings(source)[2].values == {"name": "full_name", "other": "2"}


def test_a_name_may_stand_again_in_another_group():
    begin, end = {"type": "begin_repeat", "name": "who"}, {"type": "end_repeat"}
    assert places(form(NAME, begin, NAME, end)) == []


@pytest.mark.parametrize(
    ("types", "expected"),
    [
        (["begin_group", "end_repeat"], [("end_without_begin", 3)]),
        (["end_group"], [("end_without_begin", 2)]),
        (["begin_repeat", "begin_group", "end_group"], [("begin_without_end", 2)]),
        (["begin group", "end group", "begin repeat", "end repeat"], []),
    ],
    ids=["ends another", "ends nothing", "never ends", "with spaces"],
)
def test_beginnings_and_ends(types, expected):
    rows = [{"type": words, "name": f"part{n}"} for n, words in enumerate(types)]
    assert [(kind, row) for kind, _, row, _ in places(form(*rows))] == expected


def test_a_list_that_is_not_there():
    asked = {"type": "select_one colours", "name": "colour", "label": "Colour"}
    assert places(form(asked)) == [("no_such_list", "survey", 2, "type")]
    assert places(form(asked, choices=[choice("colours", "red")])) == []


@pytest.mark.parametrize(
    "type_cell",
    ["select_one yn", "select one yn", "select_multiple yn", "rank yn", "select_one yn or_other"],
)
def test_every_way_to_ask_from_a_list(type_cell):
    row = {"type": type_cell, "name": "a", "label": "A"}
    assert places(form(row)) == [("no_such_list", "survey", 2, "type")]


@pytest.mark.parametrize("type_cell", ["select_one_from_file towns.csv", "select_one ${full_name}"])
def test_lists_that_stand_elsewhere(type_cell):
    assert places(form(NAME, {"type": type_cell, "name": "a", "label": "A"})) == []


def test_references_to_nothing_and_to_two():
    begin, end = {"type": "begin_group", "name": "who"}, {"type": "end_group"}
    rule = {
        "type": "text",
        "name": "b",
        "relevant": "${gone} = 1",
        "constraint": "${full_name} = ${last-saved#b}",
    }
    assert places(form(NAME, begin, NAME, rule, end)) == [
        ("no_such_question", "survey", 5, "relevant"),
        ("ambiguous_question", "survey", 5, "constraint"),
    ]


def test_choices_without_name_and_twice():
    choices = [choice("yn", "yes"), choice("yn", ""), choice("yn", "yes"), choice("other", "yes")]
    assert places(form(NAME, choices=choices)) == [
        ("choice_without_name", "choices", 3, "name"),
        ("choice_twice", "choices", 4, "name"),
    ]
    allowed = {"allow_choice_duplicates": "yes"}
    assert places(form(NAME, choices=choices[::2], settings=allowed)) == []

"""A form goes through YAML and spreadsheets and comes back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya_forms.compile import compile_form
from abhaya_forms.rows import FormSource, sheet_of
from abhaya_forms.source import read_source, write_source
from abhaya_forms.spreadsheet import read_spreadsheet, write_spreadsheet
from abhaya_forms.yaml_source import read_yaml, write_yaml
from support.form_sources import OUTSIDE_FORMS, RESCUE_REPORT, outside_form

FORMS = sorted(path.name for path in OUTSIDE_FORMS.glob("*.xlsx"))


def test_the_rescue_report_written_out_is_read_the_same():
    source = read_source(RESCUE_REPORT)
    assert read_yaml(write_yaml(source).encode(), source.name) == source


def test_yaml_through_a_spreadsheet_is_identical():
    source = read_source(RESCUE_REPORT)
    book = write_spreadsheet(source)
    assert write_yaml(read_spreadsheet(book, "rescue_report")) == write_yaml(source)


@pytest.mark.parametrize("name", FORMS)
def test_spreadsheet_through_yaml_gives_the_same_xform(name):
    source = outside_form(name)
    text = write_yaml(source)
    again = read_spreadsheet(write_spreadsheet(read_yaml(text.encode(), source.name)), source.name)
    assert compile_form(again).xform == compile_form(source).xform


@pytest.mark.parametrize("ending", [".yaml", ".xlsx"])
def test_files_by_their_ending(tmp_path, ending):
    source = outside_form("htcds_xlsform.xlsx")
    path = tmp_path / f"{source.name}{ending}"
    write_source(source, path)
    assert compile_form(read_source(path)).xform == compile_form(source).xform


def test_markdown_tables_are_read_too(tmp_path):
    path = tmp_path / "small.md"
    path.write_text("| survey |\n| | type | name | label |\n| | text | full_name | Full name |\n")
    assert [row["name"] for row in read_source(path).rows("survey")] == ["full_name"]


_cells = st.text(
    st.characters(exclude_categories=("C",), exclude_characters="\xa0"), min_size=1, max_size=30
).filter(lambda text: text == text.strip())
_table = st.lists(
    st.dictionaries(st.sampled_from(["type", "name", "label::हिन्दी (hi)", "#"]), _cells), min_size=1
)


@given(_table)
def test_any_table_survives_yaml_and_spreadsheet(table):
    source = FormSource("any", {"survey": sheet_of([{"type": "text"}, *table, {"name": "last"}])})
    by_yaml = read_yaml(write_yaml(source).encode(), "any")
    by_book = read_spreadsheet(write_spreadsheet(source), "any")
    cells = [row.cells for row in source.rows("survey")]
    assert [row.cells for row in by_yaml.rows("survey")] == cells
    assert by_book == source


def test_words_that_look_like_other_things_stay_words():
    source = read_yaml(b"survey:\n- type: yes\n  name: no\n  label: 010\n  default: null\n", "odd")
    assert source.rows("survey")[0].cells == {"type": "yes", "name": "no", "label": "010", "default": "null"}


def test_a_constraint_with_an_equals_sign_is_no_formula():
    source = FormSource("sum", {"survey": sheet_of([{"type": "integer", "name": "a", "constraint": "=1"}])})
    assert read_spreadsheet(write_spreadsheet(source), "sum") == source


def test_empty_rows_of_a_spreadsheet_keep_the_numbers_of_the_others():
    source = FormSource("gap", {"survey": sheet_of([{"type": "text"}, {}, {"type": "date"}])})
    rows = read_spreadsheet(write_spreadsheet(source), "gap").rows("survey")
    assert [row.number for row in rows] == [2, 4]

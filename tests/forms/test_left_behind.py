"""Who converts a form is told what does not come along."""

from __future__ import annotations

from abhaya_forms.left_behind import left_behind
from support.form_sources import NAME, form, outside_form

PLAIN = {
    **NAME,
    "bind::abhaya:mask": "identity",
    "hint::हिन्दी (hi)": "नाम",
    "media::image": "a.png",
    "#": "Act",
}


def test_columns_that_no_xform_has():
    found = list(left_behind(form({**PLAIN, "who asked for it": "Gita"}), into_xform=True))
    assert [(finding.kind, finding.column) for finding in found] == [("left_out", "who asked for it")]


def test_rows_that_ask_nothing():
    found = left_behind(form(PLAIN, {"label": "only a remark"}), into_xform=True)
    assert [finding.row for finding in found] == [3]


def test_parts_are_written_out_in_any_file():
    (found,) = left_behind(form({**PLAIN, "#part": "officer"}), into_xform=False)
    assert (found.kind, found.values) == ("parts_written_out", {"parts": "officer"})


def test_nothing_to_say_of_plain_forms():
    assert list(left_behind(form(PLAIN), into_xform=True)) == []
    found = left_behind(outside_form("all-question-types.xlsx"), into_xform=True)
    assert [finding.column for finding in found] == ["note"]

"""A compiled form is read back into rows that compile to the very same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import compile_form
from abhaya_forms.engine import load_form
from abhaya_forms.engine.finding import FormError
from abhaya_forms.rows import FormSource, sheet_of
from abhaya_forms.xform_source import read_xform, write_xform
from support.form_sources import OUTSIDE_FORMS, choice, form, outside_form

SHIPPED = {shipped.form_id: shipped for shipped in shipped_forms()}
YES_NO = (choice("yn", "yes", place="hill"), choice("yn", "no", place="plain"))
Cells = dict[str, str]


def row(kind: str, name: str = "", label: str = "", **cells: str) -> Cells:
    """Return a row of the survey sheet; ``a__b`` is the column ``a::b``."""
    said = {"type": kind, "name": name, "label": label}
    return said | {column.replace("__", "::"): cell for column, cell in cells.items()}


def again(source: FormSource) -> FormSource:
    """Return what is read of the compiled form, having seen that it compiles to the same."""
    xform = compile_form(source).xform
    read = read_xform(xform, source.name)
    assert compile_form(read).xform == xform
    return read


@pytest.mark.parametrize("form_id", sorted(SHIPPED))
def test_shipped_forms(form_id):
    xform = SHIPPED[form_id].xform()
    assert compile_form(read_xform(xform, form_id)).xform == xform


@pytest.mark.parametrize("name", sorted(path.name for path in OUTSIDE_FORMS.glob("*.xlsx")))
def test_forms_that_others_wrote(name):
    again(outside_form(name))


ASKED = (
    *(
        "text",
        "integer",
        "decimal",
        "date",
        "time",
        "dateTime",
        "barcode",
        "geopoint",
        "geotrace",
        "geoshape",
    ),
    *("image", "audio", "video", "file", "note", "acknowledge", "trigger", "range"),
)
UNASKED = (
    "start",
    "end",
    "today",
    "username",
    "email",
    "phonenumber",
    "deviceid",
    "hidden",
    "start-geopoint",
)


def test_every_type_of_question():
    asked = [row(kind, f"a_{number}", "Asked") for number, kind in enumerate(ASKED)]
    unasked = [row(kind, kind.replace("-", "_")) for kind in UNASKED]
    audit = row(
        "audit", parameters="location-priority=balanced location-min-interval=60 location-max-age=120"
    )
    read = again(form(*asked, *unasked, audit))
    assert [line["type"] for line in read.rows("survey")] == [*ASKED, *UNASKED, "audit"]


@pytest.mark.parametrize(
    "cells",
    [
        row("text", "q", "Q", parameters="rows=5", appearance="multiline"),
        row("range", "q", "Q", parameters="start=0 end=5.5 step=0.5"),
        row("range", "q", "Q", parameters="start=0 end=10 step=2 tick_interval=2 placeholder=4"),
        row("image", "q", "Q", parameters="max-pixels=1024"),
        row("audio", "q", "Q", parameters="quality=voice-only"),
        row("background-audio", "q", parameters="quality=low"),
        row("geopoint", "q", "Q", parameters="capture-accuracy=5 allow-mock-accuracy=true"),
        row("geotrace", "q", "Q", parameters="incremental=true"),
        row("select_one yn", "q", "Q", parameters="randomize=true seed=4.5"),
        row("rank yn", "q", "Q", parameters="randomize=true"),
        row("select_one_from_file towns.csv", "q", "Q", parameters="value=code label=town"),
        row("select_multiple_from_file places.geojson", "q", "Q", choice_filter="name != 'x'"),
    ],
)
def test_parameters_come_back(cells):
    read = next(line for line in again(form(cells, choices=YES_NO)).rows("survey"))
    wanted = cells["parameters"].split() if "parameters" in cells else []
    assert set(wanted) <= set(read["parameters"].split())
    assert read["type"] == cells["type"]


def test_choices_from_the_form_itself_and_from_filtered_lists():
    read = again(
        form(
            row("begin_repeat", "people", "People"),
            row("text", "who", "Name"),
            row("integer", "age", "Age"),
            row("end_repeat"),
            row("select_one ${who}", "eldest", "Eldest", choice_filter="${age} > 18"),
            row("select_one yn", "asked", "Asked"),
            row("select_multiple yn", "more", "More", choice_filter="name != ${asked} and place = 'hill'"),
            row("select_one yn or_other", "other", "Other"),
            choices=YES_NO,
        )
    )
    eldest, more = (next(r for r in read.rows("survey") if r["name"] == name) for name in ("eldest", "more"))
    assert (eldest["type"], eldest["choice_filter"]) == ("select_one ${who}", "${age} > 18")
    assert more["choice_filter"] == "name != ${asked} and place = 'hill'"


def test_repeats_with_counts_and_rules_that_reach_in_and_out():
    rules = {
        "relevant": "${who} != '' and ../who != 'x'",
        "constraint": ". > ${number} and . <= ${age}",
        "constraint_message": "Above ${number} for ${who}",
    }
    read = again(
        form(
            row("integer", "number", "Number"),
            row("begin_repeat", "people", "People", repeat_count="${number}"),
            row("text", "who", "Name", default="x"),
            row("integer", "age", "Age", **rules),
            row("begin_repeat", "papers", "Papers of ${who}", repeat_count="${age} - 1"),
            row("date", "given", "Given", default="today()"),
            row("end_repeat"),
            row("end_repeat"),
            row("calculate", "first", calculation="indexed-repeat(${who}, ${people}, 1)"),
            row("calculate", "years", calculation="sum(${age})+count(${people})"),
        )
    )
    age = next(line for line in read.rows("survey") if line["name"] == "age")
    assert {column: age[column] for column in rules} == rules
    assert [line["repeat_count"] for line in read.rows("survey") if line["repeat_count"]] == [
        "${number}",
        "${age} - 1",
    ]


def test_actions_become_defaults_and_triggers():
    read = again(
        form(
            row("text", "a", "A", default="${last-saved#a}"),
            row("calculate", "b", calculation="now()", trigger="${a}"),
            row("dateTime", "c", "C", calculation="${a}", trigger="${a}"),
            row("background-geopoint", "d", trigger="${a}"),
            row("integer", "e", "E", default="1+1"),
        )
    )
    assert [line["trigger"] for line in read.rows("survey")] == ["", "${a}", "${a}", "${a}", ""]
    assert [line["default"] for line in read.rows("survey")] == ["${last-saved#a}", "", "", "", "1+1"]


def test_attached_lists_that_no_question_chooses_from():
    again(
        form(
            row("csv-external", "towns"),
            row("text", "a", "A"),
            row("xml-external", "roads"),
            row("calculate", "b", calculation="instance('towns')/root/item[name = ${a}]/label"),
            row("calculate", "c", calculation="pulldata('fruits', 'name', 'key', ${a})"),
        )
    )


def test_texts_of_every_kind_in_every_language():
    english, hindi = "English (en)", "हिन्दी (hi)"
    survey = [
        {"type": "text", "name": "a", f"label::{english}": 'A < 1 & "2"', f"label::{hindi}": "आ",
         f"hint::{english}": "English", f"guidance_hint::{hindi}": "हिन्दी", "constraint": ". != 1",
         f"constraint_message::{english}": "not ${b}", "required": "yes",
         f"required_message::{hindi}": "लिखें"},
        {"type": "note", "name": "b", f"label::{hindi}": "नोट", f"image::{hindi}": "a.png",
         f"audio::{hindi}": "a.mp3"},
        {"type": "select_one l", "name": "c", f"label::{english}": "C", f"hint::{english}": "H"},
    ]  # fmt: skip
    choices = [
        {"list_name": "l", "name": "x", f"label::{english}": "X", f"image::{english}": "x.png"},
        {"list_name": "l", "name": "y", f"label::{english}": "Y", f"label::{hindi}": "य", "more": "1"},
    ]
    settings = {"form_id": "texts", "default_language": english}
    sheets = {"survey": sheet_of(survey), "choices": sheet_of(choices), "settings": sheet_of([settings])}
    read = again(FormSource("texts", sheets))
    assert [line.cells for line in read.rows("survey")] == survey
    assert [line.cells for line in read.rows("choices")] == choices


def test_settings_and_our_own_marks():
    said = {
        "form_title": "Towns & roads", "form_id": "towns", "version": "3", "style": "pages theme-grid",
        "instance_name": "concat(${a}, '-', ${b})", "submission_url": "https://example.org/?a=1&b=2",
        "public_key": "AbC", "auto_send": "true", "auto_delete": "false", "client_editable": "true",
        "instance_xmlns": "http://example.org/towns", "attribute::abhaya:kind": "k", "omit_instanceID": "",
        "namespaces": 'abhaya="urn:abhaya:forms:1" other="urn:other"', "allow_choice_duplicates": "yes",
    }  # fmt: skip
    marked = row("text", "a", "A", **{"bind::abhaya:mask": "identity", "instance::odk:tag": "t"})
    asked = row("select_one yn", "b", "B", **{"body::other:flag": "x"})
    read = again(form(marked, asked, choices=(*YES_NO, YES_NO[0]), settings=said))
    assert {name: read.setting(name) for name in said} == said
    assert read.rows("survey")[0]["bind::abhaya:mask"] == "identity"


def test_comments_go_through_an_xform_that_is_converted():
    source = form(
        row("begin_group", "g", "G", **{"#": "Act, section 1 [F]"}),
        row("select_one yn", "a", "A", **{"#": "Act, section 2 [K]", "#review": "hi ne"}),
        row("end_group"),
        choices=[choice("yn", "yes", **{"#": "as spoken"}), choice("yn", "no")],
        settings={"form_id": "small", "form_title": "Small", "version": "1", "#": "all of it"},
    )
    xform = write_xform(source)
    read = read_xform(xform, "small")
    for sheet in source.sheets:
        assert [r["#"] for r in read.rows(sheet)] == [r["#"] for r in source.rows(sheet)]
    assert read.rows("survey")[1]["#review"] == "hi ne"
    assert compile_form(read).xform == compile_form(source).xform
    assert load_form(xform).title == "Small"


_words = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).filter(
    lambda words: words == words.strip() and "${" not in words
)
_rules = st.sampled_from(["", "${q0} != ''", ". > 1 and ${q1}", "count(${q2})>=1", "if(${q3},${q0}, 'a  b')"])
_questions = st.fixed_dictionaries(
    {
        "type": st.sampled_from(
            ["text", "integer", "date", "note", "select_one yn", "begin_group", "begin_repeat"]
        )
    },
    optional={
        "label::English (en)": _words,
        "label": _words,
        "hint": _words,
        "relevant": _rules,
        "required": st.sampled_from(["yes", "no"]),
        "default": st.sampled_from(["1", "today()"]),
        "bind::abhaya:mask": st.just("quasi"),
        "appearance": _words,
    },
)


@settings(max_examples=60)
@given(st.lists(_questions, min_size=4, max_size=8))
def test_any_small_form_comes_back(questions):
    rows, ends = [], []
    for number, cells in enumerate(questions):
        rows.append({"label": "x", **cells, "name": f"q{number}"})
        if cells["type"].startswith("begin"):
            ends.append({"type": cells["type"].replace("begin", "end")})
    try:
        source = form(*rows, *reversed(ends), choices=YES_NO)
        xform = compile_form(source).xform
    except FormError:
        return  # rules at random may go in a circle
    assert compile_form(read_xform(xform, "small")).xform == xform

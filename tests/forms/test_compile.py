"""Sources become XForms, the same bytes every time, or findings that say where."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256

import pytest
from lxml import etree

from abhaya_forms.compile import compile_form
from abhaya_forms.engine.finding import FormError
from abhaya_forms.source import read_source
from support.form_sources import NAME, RESCUE_REPORT, choice, form, outside_form

ABHAYA = "{urn:abhaya:forms:1}"


def refusal(source):
    """Return the findings with which ``source`` is refused."""
    with pytest.raises(FormError) as refused:
        compile_form(source)
    return refused.value.findings


def test_a_compiled_form_knows_itself():
    compiled = compile_form(form(NAME))
    assert (compiled.form_id, compiled.version) == ("small", "1")
    assert compiled.sha256 == sha256(compiled.xform).hexdigest()
    assert compiled.warnings == ()


def test_a_form_without_id_is_called_as_its_file():
    assert compile_form(form(NAME, settings={"version": "1"})).form_id == "small"


SHOW_HASH = """
import sys
from pathlib import Path
from abhaya_forms.compile import compile_form
from abhaya_forms.source import read_source

sys.stdout.write(compile_form(read_source(Path(sys.argv[1]))).sha256)
"""


def test_bytes_do_not_depend_on_the_run():
    told = subprocess.run(
        [sys.executable, "-c", SHOW_HASH, str(RESCUE_REPORT)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "17"},
    )
    assert told.stdout == compile_form(read_source(RESCUE_REPORT)).sha256


def test_our_own_columns_survive_on_question_group_and_repeat():
    begin = {"type": "begin_repeat", "name": "people", "label": "People", "bind::abhaya:person": "victim"}
    asked = {**NAME, "bind::abhaya:mask": "identity"}
    settings = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
    root = etree.fromstring(compile_form(form(begin, asked, {"type": "end_repeat"}, settings=settings)).xform)
    binds = {bind.get("nodeset"): bind for bind in root.iter("{*}bind")}
    assert binds["/data/people"].get(f"{ABHAYA}person") == "victim"
    assert binds["/data/people/full_name"].get(f"{ABHAYA}mask") == "identity"


def test_remarks_stay_in_the_source():
    choices = [choice("yn", "yes", **{"#": "secret source", "#review": "hi"})]
    asked = {"type": "select_one yn", "name": "a", "label": "A", "#": "secret source", "#mask": "none"}
    assert b"secret" not in compile_form(form({"#": "secret"}, asked, choices=choices)).xform


def test_a_list_comes_from_a_table():
    asked = {"type": "select_one exploitation_types", "name": "kind", "label": "Kind",
             "choice_filter": "htcds != 'Other'"}  # fmt: skip
    root = etree.fromstring(compile_form(form(asked)).xform)
    (items,) = (i for i in root.iter("{*}instance") if i.get("id") == "exploitation_types")
    assert "bonded_labour" in [name.text for name in items.iter("{*}name")]
    assert "SexualExploitation" in [value.text for value in items.iter("{*}htcds")]


def test_a_form_may_have_its_own_list_of_that_name():
    asked = {"type": "select_one yes_no", "name": "kind", "label": "Kind"}
    compiled = compile_form(form(asked, choices=[choice("yes_no", "perhaps")]))
    assert b"perhaps" in compiled.xform
    assert "नहीं".encode() not in compiled.xform


def test_a_list_from_a_file_is_empty_and_said_to_be():
    warnings = compile_form(outside_form("all-question-types.xlsx")).warnings
    (missing,) = (finding for finding in warnings if finding.kind == "missing_file")
    assert missing.values["file"] == "cities.geojson"
    assert (missing.sheet, missing.row, missing.column) == ("survey", 83, "type")


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ({"relevant": "frobnicate(1)"}, "unknown_function"),
        ({"constraint": "(1 + 2"}, "syntax"),
        ({"calculation": "/data/nowhere + 1"}, "unresolved_reference"),
        ({"calculation": "substring-before('a')"}, "wrong_arity"),
        ({"relevant": "instance('towns')/root/item/name = 'a'"}, "unknown_instance"),
        ({"required": "frobnicate(1)"}, "unknown_function"),
        ({"default": "frobnicate(1)"}, "unknown_function"),
    ],
)
def test_what_the_engine_refuses_has_its_row_and_column(rule, kind):
    (column,) = rule
    findings = refusal(
        form({"type": "note", "name": "hello", "label": "Hello"}, NAME, {**NAME, "name": "b", **rule})
    )
    assert [(f.kind, f.sheet, f.row, f.column) for f in findings] == [(kind, "survey", 4, column)]


def test_a_circle_of_rules_has_its_row_and_column():
    first = {"type": "integer", "name": "a", "label": "A", "calculation": "${b} + 1"}
    second = {"type": "integer", "name": "b", "label": "B", "relevant": "${a} > 1"}
    (circle,) = refusal(form(NAME, first, second))
    assert (circle.kind, circle.sheet) == ("cycle", "survey")
    assert (circle.row, circle.column) in {(3, "calculation"), (4, "relevant")}


def test_a_wrong_choice_filter_and_a_wrong_count_have_theirs():
    asked = {"type": "select_one yn", "name": "b", "label": "B", "choice_filter": "frobnicate(${full_name})"}
    (finding,) = refusal(form(NAME, asked, choices=[choice("yn", "yes")]))
    assert (finding.row, finding.column) == (3, "choice_filter")
    begin = {
        "type": "begin_repeat",
        "name": "row",
        "label": "Row",
        "repeat_count": "frobnicate(${full_name})",
    }
    (finding,) = refusal(form(NAME, begin, {**NAME, "name": "b"}, {"type": "end_repeat"}))
    assert (finding.row, finding.column) == (3, "repeat_count")


def test_a_rule_with_references_is_found_in_its_column():
    rule = {
        "type": "text",
        "name": "b",
        "label": "B",
        "relevant": "${full_name} = 'x'",
        "constraint": "odd(${full_name})",
    }
    (finding,) = refusal(form(NAME, rule))
    assert (finding.row, finding.column) == (3, "constraint")


def test_what_pyxform_refuses_has_its_row():
    (finding,) = refusal(
        form(NAME, {"type": "range", "name": "b", "label": "B", "parameters": "start=1 step=0 end=9"})
    )
    assert (finding.kind, finding.sheet, finding.row, finding.column) == (
        "pyxform",
        "survey",
        3,
        "parameters",
    )
    assert "zero" in finding.values["text"]


def test_what_pyxform_falls_over_is_a_finding_too():
    findings = refusal(form({**NAME, "type": "unheard of"}))
    assert [f.kind for f in findings] == ["pyxform"]


def test_every_fault_of_the_rows_is_told_at_once():
    findings = refusal(
        form({"type": "text"}, {"type": "select_one gone", "name": "a", "relevant": "${away}"})
    )
    assert [f.kind for f in findings] == ["no_name", "no_such_list", "no_such_question"]

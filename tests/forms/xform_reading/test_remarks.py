"""Comment columns in an XForm: only there when asked for, and nobody else stumbles over them."""

from __future__ import annotations

import pytest

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import load_form
from abhaya_forms.rows import LANGUAGES
from abhaya_forms.source import read_source
from abhaya_forms.xform_source import read_xform, write_xform
from judges.javarosa import judge
from support.form_sources import NAME, RESCUE_REPORT, form


def test_a_form_without_comments_is_the_compiled_form():
    source = form(NAME)
    assert write_xform(source) == compile_form(source).xform


def test_the_sources_of_law_of_a_shipped_form_come_back():
    source = read_source(RESCUE_REPORT)
    read = read_xform(write_xform(source), source.name)
    for theirs, ours in zip(source.rows("survey"), read.rows("survey"), strict=True):
        assert {c: cell for c, cell in ours.cells.items() if c.startswith("#")} == {
            c: cell for c, cell in theirs.cells.items() if c.startswith("#")
        }
    head = f"#form_title::{LANGUAGES['hi']}"
    assert read.setting(head) == source.setting(head) != ""


@pytest.mark.parametrize("text", ["<b>&amp;</b>", "धारा 1", "[F] \"x\" 'y'"])
def test_any_words_are_carried(text):
    source = form({**NAME, "#": text})
    xform = write_xform(source)
    assert read_xform(xform, "small").rows("survey")[0]["#"] == text
    assert load_form(xform).form_id == "small"


@pytest.mark.judge
def test_javarosa_fills_a_form_with_comments_like_one_without(tmp_path):
    source = read_source(RESCUE_REPORT)
    script = [("NEW",), ("SET", "/data/case/fir_number", "12/2026"), ("TELL",)]
    forms = (write_xform(source), compile_form(source).xform)
    assert forms[0] != forms[1]
    (commented,), (plain,) = (judge(xform, script, tmp_path) for xform in forms)
    own = "/data/meta/instanceID"  # another one in each filling
    assert {**commented, own: None} == {**plain, own: None}
    assert plain["/data/case/fir_number"] == (True, True, "12/2026")

"""Answers are cleaned on the way in, and what does not fit is kept as typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya_forms.engine import NonAnswer, Problem
from support.xforms import bind, fill, questions, xform

TYPES = ("string", "int", "decimal", "date", "time", "dateTime", "geopoint", "geotrace")
FORM = xform(
    "".join(f"<{name}/>" for name in TYPES),
    "".join(bind(f"/data/{name}", type=name) for name in TYPES),
    questions(*(f"/data/{name}" for name in TYPES)),
)


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("string", "e\u0301", "é"),
        ("string", "क\u093c", "क\u093c"),
        ("string", "line\r\nnext\rlast\tend", "line\nnext\nlast\tend"),
        ("string", "a\x00b\x1bc\x7fd\ud800e\ufffef", "abcdef"),
        ("string", "  as said  ", "  as said  "),
        ("string", "a\u202eb\u2066c\u200f", "abc"),
        ("string", "क्\u200dष र\u200c्य", "क्\u200dष र\u200c्य"),
        ("string", "१२", "१२"),
        ("int", " ०१७ ", "17"),
        ("int", "-0", "0"),
        ("int", "2.5", "2"),
        ("decimal", "३६.६", "36.6"),
        ("decimal", "1.50", "1.50"),
        ("date", "२०२६-०१-३१", "2026-01-31"),
        ("date", "2026-01-31T10:00:00.000+05:30", "2026-01-31"),
        ("time", "09:30:00.000+05:30", "09:30:00.000+05:30"),
        ("time", "२२:०२:५५", "22:02:55"),
        ("dateTime", "2026-01-31T09:30:00.000+05:30", "2026-01-31T09:30:00.000+05:30"),
        ("geopoint", "26.76 83.37 0 0", "26.76 83.37 0 0"),
        ("geotrace", "26.76 83.37; 26.77 83.38;", "26.76 83.37; 26.77 83.38;"),
    ],
)
def test_answers_are_normalised(kind, typed, stored):
    assert fill(FORM, {f"/data/{kind}": typed}).state(f"/data/{kind}").value == stored


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("int", "seventeen"), ("int", "1e3"), ("decimal", "1,5"),
        ("date", "2026-02-30"), ("date", "31/01/2026"), ("dateTime", "2026-01-31"),
        ("time", "24:00:00"), ("time", "noon"), ("geopoint", "91 0"), ("geopoint", "here"),
        ("geotrace", "26.76 83.37; here"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_no_value_but_is_kept(kind, typed):
    entry = fill(FORM, {f"/data/{kind}": typed})
    state = entry.state(f"/data/{kind}")
    assert (state.value, state.as_typed) == ("", typed)
    assert [problem.kind for problem in state.problems] == ["type"]
    again = fill(FORM, content=entry.to_xml())
    assert again.state(f"/data/{kind}") == state
    assert (f"/data/{kind}", typed) in again.answers()
    again.set_answer(f"/data/{kind}", "")
    assert again.problems(to_seal=True) == ()


def test_a_default_that_does_not_fit_is_none():
    binds = bind("/data/a", type="date") + bind("/data/row/b", type="int")
    body = f'<repeat nodeset="/data/row">{questions("/data/row/b")}</repeat>'
    entry = fill(xform("<a>tomorrow</a><row><b>०७</b></row>", binds, body))
    entry.add_repeat("/data/row")
    assert [entry.state(path).value for path in ("/data/a", "/data/row[1]/b", "/data/row[2]/b")] == [
        "",
        "7",
        "7",
    ]


@given(st.text(st.characters(codec=None), max_size=200))
def test_any_text_at_all_survives_saving(text):
    entry = fill(FORM, {"/data/string": text})
    assert fill(FORM, content=entry.to_xml()).state("/data/string").value == entry.state("/data/string").value


def test_a_statement_of_twenty_thousand_characters_is_kept_whole():
    statement = "उसने कहा कि वह काम के लिए आई थी। " * 700
    entry = fill(FORM, {"/data/string": statement})
    assert fill(FORM, content=entry.to_xml()).state("/data/string").value == statement


NEEDED = bind("/data/a", required="true()", jr_requiredMsg="Needed")
REQUIRED = xform("<a/><b/>", NEEDED, questions("/data/a", "/data/b"))


def test_a_reason_for_no_answer_is_kept_and_satisfies_sealing():
    entry = fill(REQUIRED)
    assert [(p.kind, p.message) for p in entry.problems(to_seal=True)] == [("required", "Needed")]
    assert entry.problems(to_seal=False) == ()
    entry.set_answer("/data/a", "Sita")
    change = entry.set_non_answer("/data/a", NonAnswer.DECLINED, "fears for her sister\x00")
    state = entry.state("/data/a")
    assert (state.value, state.non_answer, state.non_answer_why) == (
        "",
        NonAnswer.DECLINED,
        "fears for her sister",
    )
    assert "/data/a" in change.paths
    assert entry.problems(to_seal=True) == ()
    assert fill(REQUIRED, content=entry.to_xml()).state("/data/a") == state
    assert ("/data/a", "fears for her sister") in entry.answers()


def test_an_answer_withdraws_the_reason():
    entry = fill(REQUIRED)
    entry.set_non_answer("/data/a", NonAnswer.NOT_ASKED)
    entry.set_answer("/data/a", "Sita")
    assert entry.state("/data/a").non_answer is None
    entry.set_non_answer("/data/a", NonAnswer.DOES_NOT_KNOW)
    entry.set_non_answer("/data/a", None)
    assert entry.state("/data/a").non_answer is None
    assert b"abhaya:non-answer" not in entry.to_xml()


def test_a_read_only_question_takes_no_answer():
    locked = bind("/data/b", readonly="/data/a = 'locked'")
    entry = fill(xform("<a/><b/>", locked, questions("/data/a", "/data/b")))
    entry.set_answer("/data/b", "free")
    change = entry.set_answer("/data/a", "locked")
    assert "/data/b" in change.paths
    assert entry.state("/data/b").read_only
    for edit in (lambda: entry.set_answer("/data/b", "x"), lambda: entry.set_non_answer("/data/b", None)):
        with pytest.raises(PermissionError) as refused:
            edit()
        assert "free" not in str(refused.value)


def test_a_constraint_speaks_of_answers_only():
    binds = bind("/data/a", constraint=". > 10 and /data/b != 'never'", jr_constraintMsg="More than ten")
    entry = fill(xform("<a/><b/>", binds, questions("/data/a", "/data/b")))
    assert entry.state("/data/a").problems == ()
    change = entry.set_answer("/data/a", "5")
    assert entry.problems(to_seal=False) == (Problem("/data/a", "constraint", "More than ten"),)
    entry.set_answer("/data/a", "11")
    assert entry.problems(to_seal=False) == ()
    assert "/data/a" in entry.set_answer("/data/b", "never").paths
    assert entry.state("/data/a").problems != ()
    entry.set_answer("/data/a", "")
    assert entry.state("/data/a").problems == ()
    assert change.paths >= {"/data/a"}


@pytest.mark.parametrize(
    "path", ["/data/nowhere", "/data", "", "a", "/data/a[2]", "/data/a[0]", "/data/a/b", "/data/[1]"]
)
def test_a_path_that_leads_nowhere_takes_no_answer(path):
    with pytest.raises(KeyError):
        fill(REQUIRED).set_answer(path, "x")


def test_an_answer_that_says_the_same_changes_nothing():
    entry = fill(REQUIRED, {"/data/a": "Sita"})
    assert entry.set_answer("/data/a", "Sita").paths == frozenset()

"""What is known can be given to a question, is told from what a person says, and is never said twice."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry, NonAnswer
from support.xforms import NOW, bind, fill, questions, xform

FORM = xform(
    "<code/><name/><sum/><age/>",
    bind("/data/code", type="string", readonly="true()")
    + bind("/data/name", type="string", abhaya_carry="person.full_name")
    + bind("/data/sum", type="int", calculate="/data/age * 2")
    + bind("/data/age", type="int"),
    questions("/data/code", "/data/name", "/data/sum", "/data/age"),
)


def marks(form: FormEntry, path: str) -> tuple[str, str, str]:
    node = form.node(path)
    return node.value, node.source, node.told


def test_what_is_known_stands_with_its_source_and_is_kept():
    form = fill(FORM)
    assert form.give_answer("/data/name", "Demo", "r-1").paths == {"/data/name"}
    assert marks(form, "/data/name") == ("Demo", "r-1", "")
    again = FormEntry(form.definition, clock=lambda: NOW, content=form.to_xml())
    assert marks(again, "/data/name") == ("Demo", "r-1", "")
    assert again.to_xml() == form.to_xml()


def test_a_read_only_question_can_be_given_its_answer_but_no_person_answers_it():
    form = fill(FORM)
    assert form.give_answer("/data/code", "V-001", "")
    assert marks(form, "/data/code") == ("V-001", "", "")
    with pytest.raises(PermissionError):
        form.set_answer("/data/code", "V-002")


def test_what_does_not_fit_and_what_is_calculated_is_not_given():
    form = fill(FORM)
    before = form.to_xml()
    assert form.give_answer("/data/age", "old", "r-1") is None
    assert form.give_answer("/data/age", "", "r-1") is None
    assert form.give_answer("/data/sum", "7", "r-1") is None
    assert form.to_xml() == before


def test_what_is_given_reaches_what_is_worked_out_from_it():
    form = fill(FORM)
    assert "/data/sum" in form.give_answer("/data/age", "16", "r-1").paths
    assert form.node("/data/sum").value == "32"


def test_another_word_than_was_given_is_dated_and_the_same_word_again_is_not():
    form = fill(FORM)
    form.give_answer("/data/name", "Demo", "r-1")
    form.set_answer("/data/name", "Demo K")
    assert marks(form, "/data/name") == ("Demo K", "r-1", "2026-11-24T02:15:00+05:30")
    form.set_answer("/data/name", "Demo")
    assert marks(form, "/data/name") == ("Demo", "r-1", "")
    form.set_non_answer("/data/name", NonAnswer.DECLINED)
    assert marks(form, "/data/name")[2]


def test_a_fact_told_here_first_is_dated_and_other_answers_are_not():
    form = fill(FORM)
    form.set_answer("/data/name", "Demo")
    form.set_answer("/data/age", "16")
    assert marks(form, "/data/name") == ("Demo", "", "2026-11-24T02:15:00+05:30")
    assert marks(form, "/data/age") == ("16", "", "")


def test_only_a_question_that_holds_nothing_is_free():
    form = fill(FORM)
    paths = ("/data/code", "/data/name", "/data/sum", "/data/age")
    assert [form.node(path).free for path in paths] == [True, True, False, True]
    form.give_answer("/data/name", "Demo", "r-1")
    form.set_answer("/data/name", "")  # taken back by a person: not to be filled again
    form.set_answer("/data/age", "old")
    assert [form.node(path).free for path in paths] == [True, False, False, False]
    typed = fill(FORM, {"/data/name": "Demo"})
    typed.set_answer("/data/name", "")  # the cursor may still stand in it
    assert not typed.node("/data/name").free


def test_what_a_person_wrote_is_told_from_what_the_form_and_the_program_put_there():
    form = fill(FORM, {"/data/age": "16"})
    form.give_answer("/data/code", "V-001", "")
    form.give_answer("/data/name", "Demo", "r-1")
    assert {node.path for node in form.nodes() if node.written} == {"/data/age"}
    form.set_answer("/data/name", "Demo K")
    form.set_non_answer("/data/age", NonAnswer.DECLINED)
    assert {node.path for node in form.nodes() if node.written} == {"/data/age", "/data/name"}


def test_a_known_non_answer_keeps_its_source_until_a_person_says_otherwise():
    form = fill(FORM)
    assert form.give_non_answer("/data/name", NonAnswer.DECLINED, "afraid", "r-1")
    node = form.node("/data/name")
    assert (node.non_answer, node.why, node.source, node.told) == (NonAnswer.DECLINED, "afraid", "r-1", "")
    form.set_non_answer("/data/name", NonAnswer.DOES_NOT_KNOW)
    assert form.node("/data/name").source == "r-1" and form.node("/data/name").told
    assert form.give_non_answer("/data/sum", NonAnswer.DECLINED, "", "r-1") is None


def test_an_answer_after_a_known_non_answer_is_told_here():
    form = fill(FORM)
    form.give_non_answer("/data/name", NonAnswer.DECLINED, "", "r-1")
    form.set_answer("/data/name", "Demo")
    node = form.node("/data/name")
    assert (node.value, node.non_answer, node.source) == ("Demo", None, "r-1") and node.told

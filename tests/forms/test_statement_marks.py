"""Own words and translations are marked so that print can set them beside each other in their languages."""

from __future__ import annotations

import pytest

from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.engine import Question, load_form, walk

FORMS = {form.form_id: load_form(form.xform()) for form in shipped_forms()}


def marked(form_id, mark):
    """Return the questions of a form with this mark for print."""
    questions = (e for e in walk(FORMS[form_id].body) if isinstance(e, Question))
    return [question for question in questions if question.marks.get("print") == mark]


@pytest.mark.parametrize("form_id", FORMS)
def test_a_language_is_that_of_a_question_that_asks_for_one(form_id):
    asked = {e.name: e for e in walk(FORMS[form_id].body) if isinstance(e, Question)}
    for element in asked.values():
        name = element.marks.get("language")
        assert name is None or asked[name].control == "select_one"


@pytest.mark.parametrize("form_id", FORMS)
def test_a_translation_follows_own_words_in_its_group(form_id):
    groups = {question.path.rpartition("/")[0] for question in marked(form_id, "verbatim")}
    assert {question.path.rpartition("/")[0] for question in marked(form_id, "translation")} <= groups


@pytest.mark.parametrize("form_id", FORMS)
def test_a_form_adds_to_one_record_at_most(form_id):
    assert len(marked(form_id, "after_record")) <= 1


def test_the_statements_are_marked():
    for form_id in ("witness_statement", "statement_addendum", "interview_adult", "interview_child"):
        assert all(question.marks.get("language") for question in marked(form_id, "verbatim"))
        assert marked(form_id, "translation")
    assert marked("statement_addendum", "after_record")

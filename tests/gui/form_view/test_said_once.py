"""What the case knows stands on the page with its origin, and the cursor goes to what is still open."""

from __future__ import annotations

import pytest

from abhaya.workflows.fill_form import open_record, start_record
from abhaya_forms.engine import NonAnswer
from pages.window_page import words_on
from support.desks import begin_case, bring_in, fill_small_form
from support.small_form import NAMES
from support.subject_form import write_subject_form


@pytest.fixture
def case(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    return case


@pytest.fixture
def page(open_form, desk, case):
    return open_form(start_record(desk, case.id, "subject_form", "en", "V-001"))


def origin(page, path):
    """What stands small below the answer."""
    line = page.question(path).origin
    return "" if line is None or line.isHidden() else line.text()


def test_a_filled_question_says_where_its_answer_is_from(page):
    assert origin(page, "/data/name") == "From: Small form, 14/03/2026"
    assert origin(page, "/data/state") == "From: the station"
    assert origin(page, "/data/officer") == "From: who works here now"
    assert origin(page, "/data/told") == ""
    assert origin(page, "/data/subject_code") == ""


def test_the_cursor_goes_to_the_first_question_that_is_still_open(page):
    assert page.value("/data/name") == NAMES[0]
    assert page.screen.pages.question_with_cursor().path == "/data/child"


def test_another_answer_says_that_it_was_changed_here(page):
    page.type("/data/name", " K")
    assert origin(page, "/data/name") == "Changed here; it was taken from: Small form, 14/03/2026"


def test_the_origin_is_there_when_the_record_is_opened_again(page, open_form, desk):
    page.type("/data/name", " K")
    page.screen.save_now()
    again = open_form(open_record(desk, page.screen.filling.record.id))
    assert origin(again, "/data/name").startswith("Changed here")
    assert origin(again, "/data/state") == "From: the station"


def test_a_question_that_an_answer_brings_up_is_filled_before_the_eye(page, open_form, desk, case):
    page.screen.pen.answer("/data/child", "yes")
    page.type("/data/home", "Demo village")
    page.screen.save_now()
    other = open_form(start_record(desk, case.id, "subject_form", "en", "V-002"))
    other.screen.pen.answer("/data/child", "yes")
    assert (other.value("/data/home"), origin(other, "/data/home")) == ("", "")
    another = open_form(start_record(desk, case.id, "subject_form", "en", "V-001"))
    assert origin(another, "/data/home") == "From: Subject form, 14/03/2026"


def test_a_new_row_shows_its_code_at_once(open_form, desk, case):
    page = open_form(start_record(desk, case.id, "small_form", "en"))
    page.go_to("Person rescued")
    page.repeat("/data/rescued").add_row()
    assert page.value("/data/rescued[2]/person_code") == "V-004"
    cards = page.repeat("/data/rescued").cards
    assert [card.title() for card in cards] == ["Person rescued 1 · V-003", "Person rescued 2 · V-004"]


def test_a_non_answer_stands_there_with_its_origin_and_is_easily_changed(page, open_form, desk, case):
    page.screen.pen.leave_unanswered("/data/child", NonAnswer.DECLINED)
    page.screen.save_now()
    again = open_form(start_record(desk, case.id, "subject_form", "en", "V-001"))
    question = again.question("/data/child")
    assert "Declined" in words_on(question.strip)
    assert origin(again, "/data/child") == "From: Subject form, 14/03/2026"
    question.strip.undo.click()
    assert question.strip_hidden
    again.screen.pen.answer("/data/child", "yes")
    assert origin(again, "/data/child").startswith("Changed here")


def test_going_to_a_filled_answer_does_not_select_it(page):
    page.screen.show_question("/data/name")
    line = page.control("/data/name")
    assert line.text() == NAMES[0] and not line.hasSelectedText()

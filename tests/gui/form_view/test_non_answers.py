"""Four ways of having no answer, with why, and the way back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from abhaya_forms.engine import NonAnswer

PLACE, STORY = "/data/event/place", "/data/event/story"


@pytest.mark.parametrize("kind", NonAnswer)
def test_each_non_answer_stands_in_place_of_the_answer(page, kind):
    page.leave_unanswered(PLACE, kind)
    view = page.question(PLACE)
    assert page.screen.filling.entry.state(PLACE).non_answer is kind
    assert view.answer.isHidden()
    assert view.strip.isVisible()
    assert view.strip.why.hasFocus()


def test_why_is_written_down(page):
    page.leave_unanswered(STORY, NonAnswer.DECLINED)
    QTest.keyClicks(page.question(STORY).strip.why, "Too tired today")
    assert page.screen.filling.entry.state(STORY).non_answer_why == "Too tired today"


def test_undo_brings_the_answer_back(page):
    page.type(PLACE, "Sonauli")
    page.leave_unanswered(PLACE, NonAnswer.NOT_ASKED)
    assert page.value(PLACE) == ""
    page.question(PLACE).strip.undo.click()
    assert page.value(PLACE) == page.control(PLACE).text() == "Sonauli"
    assert page.control(PLACE).hasFocus()


def test_a_non_answer_counts_as_answered_and_is_enough_to_seal(page):
    page.leave_unanswered(PLACE, NonAnswer.DOES_NOT_KNOW)
    page.screen.take_stock()
    assert page.screen.sections.model.lines[0].count.startswith("1/")
    assert [p.path for p in page.screen.filling.entry.problems(to_seal=True)] == []


def test_the_menu_clears_an_answer(page):
    page.type(PLACE, "Sonauli")
    page.leave_unanswered(PLACE, "")
    assert page.value(PLACE) == page.control(PLACE).text() == ""


def test_the_key_opens_the_menu_of_the_question_with_the_cursor(page):
    page.control(PLACE).setFocus()
    page.screen.deeds()["no_answer"]()
    from PySide6.QtWidgets import QApplication

    menu = QApplication.activePopupWidget()
    assert [action.data() for action in menu.actions() if action.data()] == list(NonAnswer)
    menu.close()

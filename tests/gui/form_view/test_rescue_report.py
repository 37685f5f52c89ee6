"""The rescue report on the screen: rows of 65 questions, legal powers of 150 characters, small screens."""

from __future__ import annotations

import pytest

from abhaya.gui.form_view.fold import GroupFold
from abhaya.gui.form_view.page_plan import MOST_QUESTIONS
from abhaya.workflows.fill_form import start_record
from support.desks import begin_case


@pytest.fixture
def report(desk):
    return start_record(desk, begin_case(desk).id, "rescue_report", "en")


def test_no_page_builds_more_than_thirty_answers_at_first(open_form, report):
    page = open_form(report)
    for number in range(len(page.screen.pages.plan)):
        page.screen.pages.show_page(number)
        built = [view for view in page.screen.pages.current.questions() if view.answer is not None]
        assert len(built) <= MOST_QUESTIONS, number


def test_groups_of_a_person_open_one_by_one(open_form, report):
    page = open_form(report)
    page.go_to("Rescued-person register")
    folds = [fold for fold in page.screen.pages.current.tools.folds if isinstance(fold, GroupFold)]
    assert folds
    assert not any(fold.is_open for fold in folds)
    folds[0].toggle.click()
    assert folds[0].block.isVisible()


def test_a_question_in_a_closed_group_is_gone_to(open_form, report):
    page = open_form(report)
    page.go_to("Rescued-person register")
    fold = next(fold for fold in page.screen.pages.current.tools.folds if isinstance(fold, GroupFold))
    asked = (visit for visit in report.entry.visits(relevant_only=True) if visit.kind == "question")
    path = next(visit.path for visit in asked if fold.holds(visit.path))
    assert page.screen.show_question(path)
    assert fold.is_open
    assert page.question(path).isVisible()


@pytest.mark.parametrize(("width", "height"), [(1166, 768), (623, 384), (480, 320)])
def test_nothing_is_wider_than_the_window(open_form, report, width, height):
    page = open_form(report, width, height)
    assert page.screen.width() == width
    for number in range(len(page.screen.pages.plan)):
        page.screen.pages.show_page(number)
        current = page.screen.pages.current
        for fold in list(current.tools.folds):
            fold.open(True)
        assert current.body.minimumSizeHint().width() <= current.viewport().width(), number

"""A step out of order or late is told below its question while the form is filled, and nothing is stopped."""

from __future__ import annotations

import pytest

from abhaya.texts import Texts
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case

FIR, GD = "/data/fir_date", "/data/gd_at"
PRODUCED = "/data/rescued[1]/produced_at"


@pytest.fixture
def page(open_form, desk, tmp_path):
    page = open_form(fill_clock_form(desk, begin_case(desk), tmp_path, FOUND))
    page.screen.order.look()
    return page


def told(page, path):
    line = page.question(path).order
    return "" if line is None or line.isHidden() else line.words.text()


def test_it_is_told_on_opening_and_goes_when_the_steps_are_in_order(qtbot, page):
    assert told(page, FIR) == (
        "The general diary entry comes before the FIR. Please look again. "
        "Nothing is stopped by it; a reason is asked for at sealing."
    )
    page.screen.pen.answer(GD, "2026-03-13T09:00:00.000+05:30")
    qtbot.waitUntil(lambda: not told(page, FIR))


def test_it_comes_in_the_pause_after_the_answer(qtbot, page):
    page.show_repeat("/data/rescued")
    page.screen.pen.answer(PRODUCED, "2026-03-14T15:01:00.000+05:30")
    assert told(page, PRODUCED) == ""
    qtbot.waitUntil(lambda: told(page, PRODUCED).startswith("Late: Produce the child"))
    assert page.question(PRODUCED).error is None
    assert "Late: " in page.control(PRODUCED).accessibleDescription()


def test_an_answer_that_says_nothing_of_steps_is_not_looked_into(page):
    page.screen.order._soon.stop()
    page.screen.pen.answer("/data/searched", "no")
    assert not page.screen.order._soon.isActive()
    page.screen.pen.answer(GD, "2026-03-13T09:00:00.000+05:30")
    assert page.screen.order._soon.isActive()


def test_behind_the_lock_nothing_is_read(page, desk):
    desk.suspend()
    page.screen.order.look()
    assert told(page, FIR)


@pytest.mark.parametrize(("language", "said"), [("hi", "मुहर लगाते समय"), ("ne", "सिलबन्दी गर्दा")])
def test_in_the_language_of_the_window(page, language, said):
    page.screen.retranslate(Texts(language))
    assert said in told(page, FIR)

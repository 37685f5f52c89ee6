"""Answers go into the entry, and the screen shows what the entry says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from abhaya.gui.widgets.shown_answer import ShownAnswer

INJURED, INJURY = "/data/event/injured", "/data/event/injury"
OFFICERS, PLACE = "/data/event/officers", "/data/event/place"


def test_a_question_comes_and_goes_with_what_it_depends_on(page):
    assert not page.is_shown(INJURY)
    page.press(INJURED, Qt.Key.Key_1)
    assert page.is_shown(INJURY)
    page.press(INJURED, Qt.Key.Key_2)
    assert not page.is_shown(INJURY)


@pytest.mark.parametrize("answer", ["1", " "])
def test_words_typed_ahead_go_into_the_question_that_appears(page, answer):
    page.control(INJURED).setFocus()
    page.type_ahead(answer, Qt.Key.Key_Tab, *"A cut")
    assert page.control(INJURY).toPlainText() == "A cut"


def test_typing_back_ahead_goes_into_the_question_that_appears(page):
    page.press(INJURED, Qt.Key.Key_1)
    page.control("/data/event/needs").setFocus()
    page.type_ahead(Qt.Key.Key_Backtab, *"A cut")
    assert page.control(INJURY).toPlainText() == "A cut"


def test_words_in_a_hidden_question_come_back_with_it(page):
    page.press(INJURED, Qt.Key.Key_1)
    page.control(INJURY).setPlainText("A cut on the left hand")
    page.question(INJURY).finish()
    page.press(INJURED, Qt.Key.Key_2)
    page.press(INJURED, Qt.Key.Key_1)
    assert page.control(INJURY).toPlainText() == "A cut on the left hand"


def test_a_problem_is_told_after_the_person_is_done_and_gone_as_soon_as_it_is_mended(page):
    page.type(OFFICERS, "216")
    assert page.problem(OFFICERS) == ""
    page.leave()
    assert page.problem(OFFICERS) == "Fewer than 100"
    assert page.control(OFFICERS).accessibleDescription() == "Fewer than 100"
    assert page.control(OFFICERS).property("invalid")
    page.control(OFFICERS).setFocus()
    page.press(OFFICERS, Qt.Key.Key_Backspace)
    assert page.problem(OFFICERS) == ""
    assert not page.control(OFFICERS).property("invalid")


def test_wrong_input_is_kept_and_named(page):
    page.type(OFFICERS, "about 12")
    page.type("/data/event/on", "31/02/2026")
    page.leave()
    assert page.control(OFFICERS).text() == page.as_typed(OFFICERS) == "about 12"
    assert page.problem(OFFICERS) == "Write a whole number, for example 12."
    assert page.control("/data/event/on").text() == page.as_typed("/data/event/on") == "31/02/2026"
    assert page.problem("/data/event/on").startswith("There is no such date.")


def test_a_day_that_does_not_exist_is_named_with_a_time_as_well(page):
    page.press(INJURED, Qt.Key.Key_1)
    page.screen.take_stock()
    page.go_to("Medical")
    page.type("/data/medical/seen_at", "31/02/2026 10:30")
    page.leave()
    assert page.as_typed("/data/medical/seen_at") == "31/02/2026 10:30"
    assert page.problem("/data/medical/seen_at").startswith("There is no such date or time.")


def test_devanagari_digits_count(page):
    page.type(OFFICERS, "१२")
    page.type("/data/event/on", "०५/११/२०२६")
    page.leave()
    assert (page.value(OFFICERS), page.control(OFFICERS).text()) == ("12", "12")
    assert (page.value("/data/event/on"), page.control("/data/event/on").text()) == (
        "2026-11-05",
        "05/11/2026",
    )


def test_a_calculated_answer_is_shown_and_not_asked(page):
    page.type(OFFICERS, "7")
    doubled = page.question("/data/event/doubled")
    assert isinstance(doubled.answer, ShownAnswer)
    assert doubled.answer.text() == "14"
    assert doubled.dots is None


def test_an_input_method_writes_hindi(page):
    page.commit(page.control(PLACE), "सोनौली")
    assert page.value(PLACE) == "सोनौली"


def test_control_characters_and_half_characters_do_not_get_in(page):
    QApplication.clipboard().setText("Sona\x07uli\x1b")
    page.control(PLACE).setFocus()
    page.control(PLACE).paste()
    page.leave()
    assert page.value(PLACE) == page.control(PLACE).text() == "Sonauli"
    page.control("/data/event/story").setPlainText("one\ttwo\nthree\x00\ud83d")
    page.question("/data/event/story").finish()
    assert page.value("/data/event/story") == "one\ttwo\nthree"
    QApplication.clipboard().clear()


def test_twenty_thousand_characters_arrive_whole(qtbot, page):
    words = "उसने कहा कि काम अच्छा है। " * 770
    story = page.control("/data/event/story")
    QApplication.clipboard().setText(words)
    with qtbot.waitSignal(page.question("/data/event/story").answer.answered):
        story.paste()
    assert page.value("/data/event/story") == words
    QApplication.clipboard().clear()


def test_undo_reaches_back_over_a_save(page):
    page.type(PLACE, "Sonauli")
    page.screen.save_now()
    page.control(PLACE).undo()
    assert page.control(PLACE).text() != "Sonauli"
    assert page.value(PLACE) == page.control(PLACE).text()


def test_a_long_list_is_searched(page):
    page.type("/data/event/district", "district 7")
    page.leave()
    assert page.value("/data/event/district") == "d7"


DISTRICT = "/data/event/district"


@pytest.mark.parametrize("on", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
@pytest.mark.parametrize(("words", "value"), [("ict 17", "d17"), ("district 1", "d1")])
def test_the_only_line_found_is_taken_and_before_it_the_one_typed_whole(page, words, value, on):
    page.control(DISTRICT).setFocus()
    page.type_ahead(*words, on)
    assert (page.value(DISTRICT), page.problem(DISTRICT)) == (value, "")
    assert page.control(DISTRICT).text() == f"District {value[1:]}"


def test_return_takes_the_first_of_several_lines_and_tab_none(page):
    page.control(DISTRICT).setFocus()
    page.type_ahead(*"ict 2", Qt.Key.Key_Tab)
    assert page.problem(DISTRICT).startswith("This is not in the list.")
    page.control(DISTRICT).setFocus()
    page.control(DISTRICT).selectAll()
    page.type_ahead(*"ict 2", Qt.Key.Key_Return)
    assert page.value(DISTRICT) == "d2"
    assert page.control(DISTRICT).hasFocus()


@pytest.mark.parametrize("on", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
@pytest.mark.parametrize(("words", "value"), [("ict 2", "d20"), ("", "d2")])
def test_a_line_marked_with_the_arrows_is_taken(page, words, value, on):
    page.control(DISTRICT).setFocus()
    page.type_ahead(*words or [Qt.Key.Key_Down], Qt.Key.Key_Down, Qt.Key.Key_Down, on)
    assert page.value(DISTRICT) == value
    assert page.control(DISTRICT).text().split(" / ")[0] == f"District {value[1:]}"


def test_words_that_are_in_no_list_stay_with_their_problem(page):
    page.type("/data/event/district", "Atlantis")
    page.leave()
    assert page.control("/data/event/district").text() == "Atlantis"
    assert page.problem("/data/event/district").startswith("This is not in the list.")
    assert page.as_typed("/data/event/district") == "Atlantis"

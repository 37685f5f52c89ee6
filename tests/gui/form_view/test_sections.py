"""Sections, progress, problems and the ways between them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt

from abhaya.gui.form_view.problems_panel import ProblemLine

INJURED, OFFICERS, PLACE = "/data/event/injured", "/data/event/officers", "/data/event/place"
DOCTOR = "/data/medical/doctor"


def test_a_section_comes_and_goes_with_what_it_depends_on(qtbot, page):
    assert page.sections() == ["Rescue", "People"]
    page.press(INJURED, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: page.sections() == ["Rescue", "People", "Medical"])


def test_the_section_in_view_is_marked_in_the_list(page):
    assert page.screen.sections.view.currentIndex().row() == 0
    page.screen.pages.show_page(1)
    assert page.screen.sections.view.currentIndex().row() == 1


def test_next_and_previous_skip_what_is_hidden(page):
    page.screen.bottom.next.click()
    assert page.screen.pages.number == 1
    assert not page.screen.bottom.next.isEnabled()
    page.screen.bottom.previous.click()
    assert page.screen.pages.number == 0
    assert not page.screen.bottom.previous.isEnabled()


def test_the_next_section_begins_at_what_is_open_and_else_behind_the_first_answer(page):
    page.screen.pen.answer("/data/people/person[1]/full_name", "Maya (invented)")
    page.screen.deeds()["next_section"]()
    assert page.screen.pages.question_with_cursor().path == "/data/people/person[1]/age"
    page.screen.deeds()["previous_section"]()
    page.screen.pen.answer("/data/people/person[1]/age", "15")
    page.screen.pen.answer("/data/people/person[1]/phone[1]/number", "98")
    page.control(PLACE).setFocus()
    page.screen.deeds()["next_section"]()
    name = page.control("/data/people/person[1]/full_name")
    assert (name.hasFocus(), name.selectedText(), name.cursorPosition()) == (True, "", len("Maya (invented)"))


def test_counts_and_icons_follow_the_answers(page):
    page.type(PLACE, "Sonauli")
    page.screen.take_stock()
    line = page.screen.sections.model.lines[0]
    assert (line.count, line.progress) == ("1/7", "begun")
    page.type(OFFICERS, "216")
    page.leave()
    page.screen.take_stock()
    line = page.screen.sections.model.lines[0]
    assert (line.count, line.progress, line.problems) == ("2/7", "wrong", 1)
    assert page.screen.sections.total.text().startswith("2 of ")


def test_no_problem_is_counted_in_the_middle_of_a_word(qtbot, page):
    page.type(OFFICERS, "216")
    page.screen.take_stock()
    assert page.screen.sections.model.lines[0].problems == 0
    assert page.screen.bottom.problems.isHidden()
    page.leave()
    qtbot.waitUntil(lambda: page.screen.bottom.problems.text() == "Problems in this section: 1")


def test_the_key_for_the_next_problem_counts_what_was_just_typed(page):
    page.type(OFFICERS, "216")
    page.screen.deeds()["next_problem"]()
    assert page.screen.panel.list.count() == 1
    assert page.control(OFFICERS).hasFocus()


def test_screen_readers_hear_how_far_a_section_is(page):
    model = page.screen.sections.model
    heard = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "1. Rescue, not started, 0/7"


def test_the_link_opens_the_list_of_problems_and_a_line_goes_to_its_question(page):
    page.type(OFFICERS, "216")
    page.go_to("People")
    assert page.screen.bottom.problems.text() == "Problems in other sections: 1"
    page.screen.bottom.problems.click()
    item = page.screen.panel.list.item(0)
    assert item.text() == "Rescue\n1.3 Number of officers\nFewer than 100"
    page.screen.panel.list.itemActivated.emit(item)
    assert page.screen.pages.number == 0
    assert page.control(OFFICERS).hasFocus()


def test_the_list_says_which_row_is_meant_and_once_that_answers_are_needed(page):
    page.screen.pen.add_row("/data/people/person")
    page.screen.pen.answer("/data/people/person[2]/age", "twelve")
    page.screen.pages.be_strict()
    page.screen.bottom.problems_requested.emit()
    said = [page.screen.panel.list.item(row).text() for row in range(2)]
    assert said[0] == "Rescue\n1.1 Place"
    assert said[1] == "People · Person 2 · V-002\n2.2 Age\nWrite a whole number, for example 12."
    assert page.screen.panel.needed.isVisible()
    page.screen.pen.answer(PLACE, "Sonauli")
    page.screen.take_stock()
    assert page.screen.panel.needed.isHidden()


def test_no_line_of_a_long_point_is_cut(page):
    page.screen.show_panel(True)
    words = "Register · Has the person belongings or money here? Needed before the record can be sealed. " * 2
    lines = [ProblemLine("/data/x", words[:length], "Question", words) for length in range(1, 160)]
    page.screen.panel.show_problems(lines, page.screen.texts)
    points = page.screen.panel.list
    places = [points.visualItemRect(points.item(row)) for row in range(points.count())]
    assert all(place.width() <= points.viewport().width() for place in places)
    room = points.viewport().width() - 40  # for icon and margins
    for place, row in zip(places, range(points.count()), strict=True):
        text = points.item(row).text()
        asked = points.fontMetrics().boundingRect(0, 0, room, 9999, Qt.TextFlag.TextWordWrap, text)
        assert place.height() >= asked.height()
    assert all(above.bottom() + 1 == below.top() for above, below in pairwise(places))


def test_sealing_shows_what_is_still_needed(qtbot, page):
    with qtbot.waitSignal(page.screen.seal_requested):
        page.screen.top.seal.click()
    assert page.problem(PLACE).startswith("This is needed before the form can be sealed.")
    assert page.screen.sections.model.lines[0].progress == "wrong"
    page.type(PLACE, "Sonauli")
    assert page.problem(PLACE) == ""


def test_a_question_in_another_section_and_a_closed_row_is_gone_to(page):
    for _ in range(12):
        page.screen.pen.add_row("/data/people/person")
    page.screen.pen.add_row("/data/people/person[13]/phone")
    assert page.screen.show_question("/data/people/person[13]/phone[1]/number")
    assert page.control("/data/people/person[13]/phone[1]/number").hasFocus()


def test_a_hidden_question_is_not_gone_to(page):
    assert not page.screen.show_question(DOCTOR)


def test_the_next_problem_key_goes_round(page):
    page.screen.pages.be_strict()
    page.press(INJURED, Qt.Key.Key_1)
    seen = []
    for _ in range(3):
        page.screen.deeds()["next_problem"]()
        seen.append(page.screen.pages.number)
    assert seen == [0, 2, 0]


def test_the_line_gone_to_is_the_line_marked(page):
    page.type(OFFICERS, "216")
    page.screen.pages.be_strict()
    for row in (0, 1, 0):
        page.screen.deeds()["next_problem"]()
        assert page.screen.panel.list.currentRow() == row
    assert page.control(PLACE).hasFocus()


def test_escape_closes_the_list_of_problems_and_leaves_the_cursor(qtbot, page):
    page.screen.bottom.problems_requested.emit()
    page.control(PLACE).setFocus()
    qtbot.keyClick(page.control(PLACE), Qt.Key.Key_Escape)
    assert page.screen.panel.isHidden()
    assert page.control(PLACE).hasFocus()


def test_the_list_shrinks_to_icons_where_there_is_little_room(page):
    page.screen.resize(623, 384)
    assert page.screen.sections.delegate.narrow
    assert page.screen.sections.caption.isHidden()
    assert page.screen.top.seal.text() == ""
    assert page.screen.top.seal.accessibleName() == "Seal"


def test_nothing_is_wider_than_the_window(page):
    page.screen.resize(623, 384)
    for number in range(2):
        page.screen.pages.show_page(number)
        current = page.screen.pages.current
        assert current.body.width() <= current.viewport().width()
        assert current.body.minimumSizeHint().width() <= current.viewport().width()


def test_sections_and_questions_stand_under_their_numbers(page):
    assert [line.title for line in page.screen.sections.model.lines][:2] == ["1. Rescue", "2. People"]
    assert page.screen.pages.current.title.text() == "1. Rescue / बचाव"
    assert page.question(OFFICERS).head._layouts[0].text().startswith("1.3\u00a0\u00a0Number of officers")

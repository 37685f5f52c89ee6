"""Rows are added, opened, and removed after a question; a name never becomes a title."""

from __future__ import annotations

from PySide6.QtCore import Qt

PEOPLE = "/data/people/person"


def _people(page):
    page.go_to("People")
    return page.repeat(PEOPLE)


def test_a_row_is_added_with_the_cursor_in_it(page):
    people = _people(page)
    people.add.click()
    assert [card.title() for card in people.cards] == ["Person 1 · V-001", "Person 2 · V-002"]
    assert page.control(f"{PEOPLE}[2]/full_name").hasFocus()


def test_return_adds_a_row_too(page):
    people = _people(page)
    people.add.setFocus()
    page.type_ahead(Qt.Key.Key_Return, *"Sita (invented)")
    assert page.control(f"{PEOPLE}[2]/full_name").text() == "Sita (invented)"


def test_a_row_with_answers_is_removed_only_after_a_question(page, around):
    people = _people(page)
    people.add.click()
    page.type(f"{PEOPLE}[1]/full_name", "Sita (invented)")
    page.type(f"{PEOPLE}[2]/full_name", "Maya (invented)")
    around.dialogs.yes = False
    people.cards[0].remove.click()
    assert len(people.cards) == 2
    around.dialogs.yes = True
    people.cards[0].remove.click()
    assert around.dialogs.asked == ["Remove Person 1 · V-001?"] * 2
    assert [card.title() for card in people.cards] == ["Person 1 · V-001"]
    assert page.control(f"{PEOPLE}[1]/full_name").text() == "Maya (invented)"


def test_an_empty_row_is_removed_without_a_question(page, around):
    people = _people(page)
    people.add.click()
    people.cards[1].remove.click()
    assert len(people.cards) == 1
    assert around.dialogs.asked == []
    assert people.cards[0].toggle.hasFocus()


def test_rows_in_rows(page):
    people = _people(page)
    phones = page.repeat(f"{PEOPLE}[1]/phone")
    phones.add.click()
    page.type(f"{PEOPLE}[1]/phone[2]/number", "०९८४१")
    assert page.value(f"{PEOPLE}[1]/phone[2]/number") == "09841"
    people.add.click()
    people.cards[0].remove.click()
    assert page.value(f"{PEOPLE}[1]/full_name") == ""
    assert f"{PEOPLE}[1]/phone[2]/number" not in page.screen.pages.current.tools.views


def test_no_name_stands_in_a_title(page):
    people = _people(page)
    page.type(f"{PEOPLE}[1]/full_name", "Sita (invented)")
    assert "Sita" not in people.cards[0].title()
    assert "Sita" not in people.cards[0].toggle.accessibleName()


def test_rows_beyond_a_page_stay_closed_until_opened(page):
    people = _people(page)
    for _ in range(12):
        people.tools.pen.add_row(PEOPLE)
    assert people.cards[0].is_open
    assert not people.cards[-1].is_open
    assert f"{PEOPLE}[13]/full_name" not in people.tools.views
    people.cards[-1].toggle.click()
    assert page.is_shown(f"{PEOPLE}[13]/full_name")


def test_the_title_tells_of_a_problem_once_the_person_is_done(page):
    people = _people(page)
    page.type(f"{PEOPLE}[1]/age", "twelve")
    assert people.cards[0]._wrong.isHidden()
    page.leave()
    assert not people.cards[0]._wrong.isHidden()


def test_tab_follows_the_reading_order_after_a_row_was_added(qtbot, page):
    people = _people(page)
    page.repeat(f"{PEOPLE}[1]/phone").add.click()
    page.control(f"{PEOPLE}[1]/phone[2]/number").setFocus()
    seen = []
    for _ in range(3):
        qtbot.keyClick(page.screen.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.screen.focusWidget())
    assert seen[0] is page.repeat(f"{PEOPLE}[1]/phone").add
    assert seen[1] is people.add

"""The form changes its language under the person's hands and takes nothing away."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from abhaya.gui.theme import apply_theme
from abhaya.texts import Texts

ENGLISH, HINDI, NEPALI = "English (en)", "हिन्दी (hi)", "नेपाली (ne)"
PLACE, STORY, INJURED = "/data/event/place", "/data/event/story", "/data/event/injured"


def test_words_cursor_and_focus_stay(page):
    page.type(PLACE, "Sonauli")
    page.control(PLACE).setCursorPosition(3)
    page.screen.pen.speak(HINDI, "")
    assert page.label(PLACE) == "स्थान"
    assert page.control(PLACE).hasFocus()
    assert (page.control(PLACE).text(), page.control(PLACE).cursorPosition()) == ("Sonauli", 3)
    page.control(PLACE).undo()
    assert page.control(PLACE).text() != "Sonauli"


def test_words_still_in_the_input_method_stay(page):
    place = page.control(PLACE)
    place.setFocus()
    QApplication.sendEvent(place, QInputMethodEvent("सोनौ", []))
    page.screen.pen.speak(NEPALI, HINDI)
    page.screen.save_now()
    assert page.value(PLACE) == place.text() == "सोनौ"


def test_the_question_with_the_cursor_stays_where_the_eye_is(page):
    page.screen.resize(1166, 420)
    assert page.screen.show_question(STORY)
    viewport = page.screen.pages.current.viewport()
    before = page.control(STORY).mapTo(viewport, QPoint(0, 0)).y()
    page.screen.pen.speak(NEPALI, "")
    assert abs(page.control(STORY).mapTo(viewport, QPoint(0, 0)).y() - before) <= 1


def test_the_second_language_stands_beside_the_first(page):
    page.screen.pen.speak(ENGLISH, NEPALI)
    assert [b.text() for b in page.question(INJURED).answer.buttons()] == ["Yes / हो", "No / होइन"]
    page.screen.pen.speak(ENGLISH, "")
    assert [b.text() for b in page.question(INJURED).answer.buttons()] == ["Yes", "No"]


def test_pages_not_in_view_follow_when_they_are_shown(page):
    page.go_to("People")
    page.go_to("Rescue")
    page.screen.pen.speak(HINDI, "")
    page.screen.pages.show_page(1)
    assert page.label("/data/people/person[1]/full_name") == "पूरा नाम"
    assert page.repeat("/data/people/person").cards[0].title() == "व्यक्ति 1 · V-001"


def test_the_menu_offers_the_languages_of_the_form(page):
    menu = page.screen.top.languages
    assert menu.text().strip() == "English + हिन्दी"
    names = [action.text() for action in menu.menu().actions() if action.isCheckable()]
    assert names == ["English", "हिन्दी", "नेपाली", "हिन्दी", "नेपाली", "Nothing"]
    next(a for a in menu.menu().actions() if a.text() == "नेपाली").trigger()
    assert page.label(PLACE) == "ठाउँ"


def test_the_language_of_the_record_is_remembered(page, filling):
    page.screen.pen.speak(HINDI, "")
    page.type(PLACE, "Sonauli")
    page.screen.save_now()
    assert filling.record.language == HINDI


def test_another_interface_language_keeps_answers_and_place(page):
    page.type(PLACE, "Sonauli")
    page.go_to("People")
    page.screen.retranslate(Texts("ne"))
    assert page.screen.pages.number == 1
    assert page.screen.top.seal.text().strip() == "सिलबन्दी गर्नुहोस्"
    page.screen.pages.show_page(0)
    assert page.control(PLACE).text() == "Sonauli"


@pytest.mark.parametrize("path", [PLACE, STORY])
def test_a_sentence_begun_before_another_language_is_gone_on_with(page, path):
    page.type(path, "half ")
    page.screen.retranslate(Texts("ne"))
    page.type_ahead(*"done")
    page.screen.pages.finish()
    assert page.value(path) == "half done"


@pytest.mark.parametrize("width", range(60, 200, 10))
def test_no_line_of_a_label_begins_with_the_stroke(page, width):
    head = page.question("/data/event/injury").head
    head.show_words("1.5", "Describe the injury", "चोट का विवरण", "", required=True)
    head.heightForWidth(width)
    title = head._layouts[0]
    lines = [title.lineAt(n) for n in range(title.lineCount())]
    starts = [title.text()[line.textStart() :] for line in lines]
    assert not any(start.lstrip().startswith("/") for start in starts)


def test_fields_side_by_side_stand_at_the_same_height(page):
    on, officers = page.question("/data/event/on"), page.question("/data/event/officers")
    on.head.show_words(
        "1.2", "On which day, by the entry in the general diary of the station?", "", "", required=False
    )
    _settle()
    assert on.y() == officers.y()
    assert on.x() < officers.x()
    assert _top(on.answer) == _top(officers.answer)
    on.head.show_words("1.2", "Date", "", "", required=False)
    _settle()
    assert officers.answer.y() <= officers.head.fontMetrics().height() + 10


def _settle():
    for _ in range(3):  # a layout inside a layout asks again for its height
        QApplication.processEvents()


def _top(widget):
    return widget.mapTo(widget.window(), widget.rect().topLeft()).y()


def test_pages_are_built_anew_around_a_cursor_that_is_in_no_question(page):
    page.go_to("People")
    page.repeat("/data/people/person").add.setFocus()
    page.screen.retranslate(Texts("hi"))
    assert page.screen.sections.view.hasFocus()


def test_another_text_size_reaches_every_question_and_keeps_the_cursor(qtbot, page, qapp):
    page.type(PLACE, "Sonauli")
    before = page.question(PLACE).head.height()
    try:
        apply_theme(qapp, 150)
        qtbot.waitUntil(lambda: page.question(PLACE).head.height() > before)
        assert page.control(PLACE).hasFocus()
        assert page.control(PLACE).text() == "Sonauli"
    finally:
        apply_theme(qapp)

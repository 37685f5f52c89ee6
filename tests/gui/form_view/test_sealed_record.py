"""A sealed record is read: nothing in it can be changed, all of it can be reached."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from abhaya.gui.widgets.shown_answer import ShownAnswer
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.seal_record import correct_record, seal
from abhaya_forms.engine import NonAnswer
from support.desks import begin_case, fill_small_form
from support.small_form import SMALL_FORM

EVENT = "/data/event"


@pytest.fixture
def sealed(open_form, desk, filling):
    entry = filling.entry
    for name, value in (("place", "Sonauli"), ("on", "2026-11-05"), ("needs", "need_1 need_3")):
        entry.set_answer(f"{EVENT}/{name}", value)
    entry.set_non_answer(f"{EVENT}/story", NonAnswer.DECLINED, "Too tired")
    filling.save()
    record = seal(desk, filling)
    return open_form(open_record(desk, record.id))


def test_answers_are_shown_as_people_write_them(sealed):
    assert sealed.control(f"{EVENT}/on").text() == "05/11/2026"
    assert sealed.control(f"{EVENT}/needs").text() == "Food, Shelter"
    assert sealed.control(f"{EVENT}/district").text() == "—"
    assert sealed.question(f"{EVENT}/story").strip.why.text() == "Too tired"


def test_nothing_can_be_changed(sealed):
    for number in range(2):
        sealed.screen.pages.show_page(number)
        for view in sealed.screen.pages.current.questions():
            assert view.answer is None or isinstance(view.answer, ShownAnswer)
            assert view.dots is None
        for field in sealed.screen.pages.current.findChildren(QLineEdit):
            assert field.isReadOnly()
        assert sealed.screen.pages.current.findChildren(QPlainTextEdit) == []
        for repeat in sealed.screen.pages.current.repeats():
            assert repeat.add.isHidden()
            assert all(card.remove.isHidden() for card in repeat.cards)


def test_the_screen_says_that_it_is_sealed(sealed):
    assert sealed.screen.notice.words.startswith("This record is sealed")
    assert sealed.screen.top.seal.isHidden()
    assert "Sealed" in sealed.screen.top.subtitle.text()
    assert sealed.screen.bottom.problems.isHidden()


def test_own_words_stay_in_a_correction_and_say_what_to_do(open_form, desk, tmp_path):
    source = SMALL_FORM.replace("  name: full_name\n", "  name: full_name\n  bind::abhaya:print: verbatim\n")
    filling = fill_small_form(desk, begin_case(desk), tmp_path, source)
    corrected = open_form(correct_record(desk, seal(desk, filling).id))
    corrected.screen.pages.show_page(1)
    view = corrected.question("/data/rescued[1]/full_name")
    assert isinstance(view.answer, ShownAnswer)
    assert view.answer.text().startswith("1. ")
    assert view.beside.text().startswith("Sealed word for word.")
    assert corrected.repeat("/data/rescued").cards[0].remove.isHidden()
    assert not isinstance(corrected.question("/data/rescued[1]/age_years").answer, ShownAnswer)


def test_sealing_again_is_not_offered(qtbot, sealed):
    with qtbot.assertNotEmitted(sealed.screen.seal_requested):
        sealed.screen.deeds()["seal"]()

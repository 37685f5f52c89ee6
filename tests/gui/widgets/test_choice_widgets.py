"""Choosing one, several, an order and a number, by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from abhaya.gui.widgets.acknowledgement import Acknowledgement
from abhaya.gui.widgets.range_slider import RangeSlider
from abhaya.gui.widgets.rank_list import RankList
from abhaya.gui.widgets.select_multiple_boxes import SelectMultipleBoxes
from abhaya.gui.widgets.select_multiple_list import SelectMultipleList
from abhaya.gui.widgets.select_one_buttons import SelectOneButtons
from abhaya.gui.widgets.select_one_combo import SelectOneCombo
from abhaya.gui.widgets.select_one_search import SelectOneSearch
from abhaya.texts import Texts
from abhaya_forms.engine import Choice
from support.question_states import DISTRICTS, NEEDS, YES_NO, question, state


@pytest.fixture
def show(qtbot):
    """Show a widget with its choices and collect what it answers."""

    def build(kind, choices=(), value="", asked=None):
        widget = kind(asked or question(), None)
        qtbot.addWidget(widget)
        widget.speak(Texts("en"))
        widget.show_answer(state(value, choices))
        widget.heard = []
        widget.answered.connect(widget.heard.append)
        widget.show()
        return widget

    return build


def test_digits_take_a_choice_and_delete_takes_none(qtbot, show):
    buttons = show(SelectOneButtons, YES_NO)
    qtbot.keyClick(buttons.buttons()[0], Qt.Key.Key_2)
    qtbot.keyClick(buttons.focus_target(), Qt.Key.Key_Delete)
    assert buttons.heard == ["no", ""]
    assert not any(button.isChecked() for button in buttons.buttons())


def test_showing_an_answer_is_not_answering(show):
    buttons = show(SelectOneButtons, YES_NO, "yes")
    buttons.show_answer(state("unknown", YES_NO))
    buttons.show_answer(state("", YES_NO))
    assert buttons.heard == []


def test_tab_stops_once_in_a_row_of_buttons(show):
    buttons = show(SelectOneButtons, YES_NO)
    tab = Qt.FocusPolicy.TabFocus
    assert [bool(b.focusPolicy() & tab) for b in buttons.buttons()] == [True, False, False]
    buttons.show_answer(state("unknown", YES_NO))
    assert [bool(b.focusPolicy() & tab) for b in buttons.buttons()] == [False, False, True]


def test_buttons_follow_another_language_and_other_choices(show):
    buttons = show(SelectOneButtons, YES_NO, "no")
    hindi = (YES_NO[0].__class__("yes", "हाँ"), YES_NO[0].__class__("no", "नहीं"))
    buttons.show_answer(state("no", hindi))
    assert [button.text() for button in buttons.buttons()] == ["हाँ", "नहीं"]
    assert buttons.buttons()[1].isChecked()


def test_long_choices_stand_below_each_other(qtbot, show):
    long = tuple(choice.__class__(choice.value, choice.label * 12) for choice in YES_NO)
    buttons = show(SelectOneButtons, long)
    buttons.resize(300, 200)
    assert len({button.x() for button in buttons.buttons()}) == 1


@pytest.mark.parametrize("kind", [SelectOneButtons, SelectMultipleBoxes])
def test_a_long_choice_breaks_over_lines_instead_of_leaving_the_page(show, kind):
    words = "ITPA section 15: search without warrant / बिना वारंट तलाशी & more " * 3
    widget = show(kind, (Choice("a", words), Choice("b", "Short")))
    widget.resize(320, 200)
    button = widget.stops()[0] if kind is SelectMultipleBoxes else widget.buttons()[0]
    assert button.text().count("\n") >= 3
    assert "&&" in button.text()
    assert widget.minimumSizeHint().width() <= 320


def test_a_combo_takes_a_choice_and_its_first_line_none(qtbot, show):
    combo = show(SelectOneCombo, NEEDS)
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    qtbot.keyClick(combo, Qt.Key.Key_Delete)
    assert combo.heard == ["need_2", ""]
    assert combo.currentText() == "Choose…"


@pytest.mark.parametrize("kind", [SelectOneCombo, SelectOneSearch])
def test_a_list_with_a_long_choice_takes_the_whole_width(show, kind):
    long = Choice("called", "Phoned, and the family could not say who had come")
    assert show(kind, NEEDS).short
    assert not show(kind, (*NEEDS, long)).short


def test_a_combo_keeps_an_answer_that_its_list_has_lost(show):
    combo = show(SelectOneCombo, NEEDS, "need_2")
    combo.show_answer(state("need_2", NEEDS[3:]))
    assert combo.currentData() == "need_2"
    combo.show_answer(state("need_5", NEEDS[3:]))
    assert (combo.currentText(), combo.count()) == ("Need 5", 5)


def test_typing_part_of_a_name_finds_it_in_either_script(qtbot, show):
    search = show(SelectOneSearch, DISTRICTS)
    search.setFocus()
    search.focusInEvent(_focus_in())
    qtbot.keyClicks(search, "mahara")
    popup = search.completer().popup()
    assert popup.model().rowCount() == 1
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert search.heard[-1] == "maharajganj"
    search.show_answer(state("maharajganj", DISTRICTS))
    assert search.text() == "महराजगंज / Maharajganj"


def test_words_that_fit_no_choice_are_handed_over_as_typed(qtbot, show):
    search = show(SelectOneSearch, DISTRICTS, "gorakhpur")
    search.focusInEvent(_focus_in())
    search.selectAll()
    qtbot.keyClicks(search, "zzz")
    search.finish()
    search.show_answer(state("", DISTRICTS, as_typed="zzz"))
    assert (search.text(), search.heard[-1]) == ("zzz", "zzz")


def test_a_search_line_is_emptied_by_emptying_it(qtbot, show):
    search = show(SelectOneSearch, DISTRICTS, "gorakhpur")
    search.focusInEvent(_focus_in())
    search.selectAll()
    qtbot.keyClick(search, Qt.Key.Key_Backspace)
    search.finish()
    assert search.heard[-1] == ""


def test_boxes_answer_in_the_order_of_the_choices(qtbot, show):
    boxes = show(SelectMultipleBoxes, NEEDS)
    qtbot.keyClick(boxes.boxes[0], Qt.Key.Key_3)
    qtbot.keyClick(boxes.boxes[0], Qt.Key.Key_Space)
    qtbot.keyClick(boxes.boxes[0], Qt.Key.Key_3)
    assert boxes.heard == ["need_3", "need_1 need_3", "need_1"]


def test_a_long_list_is_narrowed_by_typing_and_ticked_by_space(qtbot, show):
    long = show(SelectMultipleList, DISTRICTS, "gorakhpur")
    qtbot.keyClicks(long.sought, "siddh")
    assert [i.isHidden() for i in long._items()].count(False) == 1
    long.list.setCurrentRow(2)
    qtbot.keyClick(long.list, Qt.Key.Key_Space)
    assert long.heard == ["gorakhpur siddharthnagar"]


def test_a_long_list_says_above_it_what_is_ticked_and_return_ticks_what_was_found(qtbot, show):
    long = show(SelectMultipleList, DISTRICTS)
    assert long.taken.isHidden()
    qtbot.keyClick(long.sought, Qt.Key.Key_Return)
    qtbot.keyClicks(long.sought, "siddh")
    qtbot.keyClick(long.sought, Qt.Key.Key_Return)
    assert long.heard == ["siddharthnagar"]
    assert long.sought.text() == ""
    long.show_answer(state("siddharthnagar", DISTRICTS))
    assert long.taken.text() == "सिद्धार्थनगर / Siddharthnagar"
    qtbot.keyClicks(long.sought, "siddh")
    qtbot.keyClick(long.sought, Qt.Key.Key_Return)
    assert long.heard == ["siddharthnagar", ""]


def test_a_long_choice_goes_on_below_instead_of_out_of_sight(show):
    words = "BNS 144(1): engaging a trafficked child / BNS 144(1): दुर्व्यापार किए गए बालक को लगाना"
    long = show(SelectMultipleList, (Choice("long", words), Choice("short", "BNS 146")))
    long.resize(300, 300)
    rows = [long.list.visualItemRect(long.list.item(row)) for row in range(2)]
    assert rows[0].width() <= long.list.viewport().width()
    assert rows[0].height() > rows[1].height()


def test_an_order_is_an_answer_only_once_given(qtbot, show):
    rank = show(RankList, NEEDS[:3])
    assert rank.list.item(0).text() == "Need 1"
    rank.list.setCurrentRow(0)
    qtbot.keyClick(rank.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rank.heard == ["need_2 need_1 need_3"]
    rank.show_answer(state(rank.heard[0], NEEDS[:3]))
    assert rank.list.item(0).text() == "1. Need 2"
    qtbot.mouseClick(rank.up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rank.accept, Qt.MouseButton.LeftButton)
    assert rank.heard[1:] == ["need_1 need_2 need_3"] * 2


def test_a_range_is_answered_by_slider_or_number(qtbot, show):
    slider = show(RangeSlider)
    assert slider.number.text() == ""
    qtbot.keyClick(slider.slider, Qt.Key.Key_Right)
    slider.show_answer(state("1"))
    assert (slider.heard, slider.number.text()) == (["1"], "1")
    slider.number.selectAll()
    qtbot.keyClicks(slider.number, "7")
    slider.finish()
    slider.show_answer(state("7"))
    assert (slider.heard[-1], slider.slider.value()) == ("7", 7)


def test_an_acknowledgement_is_ok_or_nothing(qtbot, show):
    box = show(Acknowledgement)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert box.heard == ["OK", ""]


def test_the_wheel_never_changes_an_answer(qtbot, show):
    combo, slider = show(SelectOneCombo, NEEDS, "need_2"), show(RangeSlider)
    for widget in (combo, slider.slider):
        event = _wheel(widget)
        QApplication.sendEvent(widget, event)
        assert not event.isAccepted()
    assert combo.currentData() == "need_2"


def _focus_in():
    return QFocusEvent(QEvent.Type.FocusIn)


def _wheel(widget):
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(widget.mapToGlobal(QPoint(5, 5))),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )

"""What is typed stays until the person is done, and Ctrl+Z still knows it afterwards."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from abhaya.gui.widgets.date_line import DateLine
from abhaya.gui.widgets.long_text import LongText
from abhaya.gui.widgets.number_line import DigitLine, NumberLine
from abhaya.gui.widgets.place_line import PlaceLine
from abhaya.gui.widgets.text_line import TextLine
from abhaya.gui.widgets.time_line import MomentLine, TimeLine
from abhaya.texts import Texts
from support.question_states import question, state


@pytest.fixture
def show(qtbot):
    """Show a widget of a class and collect what it answers."""

    def build(kind, *appearances):
        widget = kind(question(*appearances) if appearances else question(), None)
        widget.today = lambda: date(2026, 11, 24)
        qtbot.addWidget(widget)
        widget.speak(Texts("en"))
        widget.heard = []
        widget.answered.connect(widget.heard.append)
        widget.show()
        widget.setFocus()
        return widget

    return build


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        (TextLine, "Sonauli", "Sonauli", "Sonauli"),
        (NumberLine, "१,२००", "1200", "1200"),
        (DigitLine, "०९८४१", "09841", "09841"),
        (DateLine, "5.11.2026", "2026-11-05", "05/11/2026"),
        (DateLine, "२०८३-०७-१९", "2026-11-05", "05/11/2026"),
        (TimeLine, "930", "930", "930"),
        (TimeLine, "0930", "09:30:00", "09:30"),
        (MomentLine, "5/11/2026 9:30", "2026-11-05T09:30:00.000+05:30", "05/11/2026 09:30"),
        (MomentLine, "BS 19/7/2083 9:30", "2026-11-05T09:30:00.000+05:30", "05/11/2026 09:30"),
        (PlaceLine, "26.76, 83.37", "26.76 83.37 0 0", "26.76, 83.37"),
    ],
)
def test_each_line_answers_in_the_form_s_terms_and_shows_a_person_s(qtbot, show, kind, typed, value, shown):
    line = show(kind)
    for character in typed:  # as an input method would send it: QTest cannot type Devanagari
        _commit(line, character)
    assert line.heard[-1] == value
    line.finish()
    line.show_answer(state(value))
    assert line.text() == shown


def test_what_is_being_typed_is_not_overwritten(qtbot, show):
    line = show(TextLine)
    qtbot.keyClicks(line, "Sonau")
    line.show_answer(state("something else"))
    assert line.text() == "Sonau"


def test_an_answer_that_stays_the_same_keeps_the_way_back(qtbot, show):
    line = show(TextLine)
    qtbot.keyClicks(line, "Sonauli")
    line.finish()
    line.show_answer(state("Sonauli"))
    line.undo()
    assert line.text() != "Sonauli"


def test_a_tidied_answer_can_be_undone(qtbot, show):
    line = show(DateLine)
    qtbot.keyClicks(line, "5.11.2026")
    line.finish()
    line.show_answer(state("2026-11-05"))
    assert line.text() == "05/11/2026"
    line.undo()
    assert line.text() == "5.11.2026"


def test_enter_goes_to_the_next_field(qtbot, show):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = TextLine(question(), page), TextLine(question(), page)
    column.addWidget(first)
    column.addWidget(second)
    page.show()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert page.focusWidget() is second


@pytest.mark.parametrize("kind", [TextLine, LongText])
def test_words_still_in_the_input_method_are_taken_on_finishing(qtbot, show, kind):
    widget = show(kind)
    QApplication.sendEvent(widget, QInputMethodEvent("सीता", []))
    with qtbot.waitSignal(widget.answered):
        widget.finish()
    assert widget.heard[-1] == "सीता"


@pytest.mark.parametrize("kind", [TextLine, LongText])
def test_an_input_method_commit_is_an_answer(qtbot, show, kind):
    widget = show(kind)
    with qtbot.waitSignal(widget.answered):
        _commit(widget, "क्षत्रिय")
    assert widget.heard[-1] == "क्षत्रिय"


def test_twenty_thousand_characters_are_pasted_at_once(qtbot, show):
    widget = show(LongText)
    words = "उसने कहा कि काम अच्छा है।\n" * 800
    QApplication.clipboard().setText(words)
    with qtbot.waitSignal(widget.answered):
        widget.paste()
    assert widget.heard == [words]
    QApplication.clipboard().clear()


def test_long_text_grows_and_then_scrolls(qtbot, show):
    widget = show(LongText)
    low = widget.height()
    widget.setPlainText("line\n" * 8)
    middle = widget.height()
    widget.setPlainText("line\n" * 100)
    assert low < middle < widget.height()
    assert widget.verticalScrollBar().maximum() > 0


def test_tab_leaves_a_long_text_and_ctrl_tab_writes_one(qtbot, show):
    widget = show(LongText)
    assert widget.tabChangesFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert widget.toPlainText() == "\t"


def test_a_long_answer_written_from_outside_can_be_undone(qtbot, show):
    widget = show(LongText)
    qtbot.keyClicks(widget, "before")
    widget.finish()
    widget.show_answer(state("after"))
    widget.undo()
    assert widget.toPlainText() == "before"


def test_a_day_is_picked_from_the_calendar(qtbot, show):
    line = show(DateLine)
    qtbot.keyClicks(line, "05/11/2026")
    qtbot.keyClick(line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert popup.calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-05"
    qtbot.keyClick(popup.calendar.focusWidget(), Qt.Key.Key_Right)
    qtbot.keyClick(popup.calendar.focusWidget(), Qt.Key.Key_Return)
    assert line.heard[-1] == "2026-11-06"
    assert line.text() == "06/11/2026"


def test_a_day_is_picked_from_the_calendar_of_nepal(qtbot, show):
    line = show(DateLine)
    qtbot.keyClicks(line, "BS 19/7/2083")
    qtbot.keyClick(line, Qt.Key.Key_F4)
    popup = QApplication.activePopupWidget()
    month = popup.bikram_month
    assert (month.month.currentText(), month.year.value(), month.day) == ("Kartik", 2083, date(2026, 11, 5))
    qtbot.keyClick(month.days, Qt.Key.Key_PageDown)
    assert (month.month.currentText(), month.day) == ("Mangsir", date(2026, 11, 17))
    qtbot.keyClick(month.days, Qt.Key.Key_Right)
    qtbot.keyClick(month.days, Qt.Key.Key_Return)
    assert line.heard[-1] == "2026-11-18"
    assert line.text() == "18/11/2026"


def test_the_popup_keeps_its_day_when_the_calendar_is_switched(qtbot, show):
    line = show(DateLine)
    qtbot.keyClicks(line, "05/11/2026")
    line.open_calendar()
    popup = QApplication.activePopupWidget()
    popup.switches.button(1).click()
    assert popup.bikram_month.day == date(2026, 11, 5)
    popup.switches.button(0).click()
    assert popup.calendar.selectedDate().toString("yyyy-MM-dd") == "2026-11-05"
    popup.close()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("5/11/2026", "19 Kartik 2083 BS"),
        ("BS 19/7/2083", "05/11/2026 AD · 19 Kartik 2083 BS"),
        ("14/5/2005", "1 Jestha 2062 BS or 31 Baisakh 2062 BS: calendars differ, verify"),
        ("5/11/20", ""),
    ],
)
def test_the_other_calendar_is_told_while_typing(qtbot, show, typed, told):
    line = show(DateLine)
    qtbot.keyClicks(line, typed)
    assert line.told_beside() == told


def test_two_digits_of_a_year_are_taken_when_the_person_is_done(qtbot, show):
    line = show(DateLine)
    qtbot.keyClicks(line, "1/3/26")
    assert line.heard[-1] == "1/3/26"
    line.finish()
    assert line.heard[-1] == "2026-03-01"


def _commit(widget, text):
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)

"""The deadlines of a case in the window: in words, by code, nearest first; and in the list of cases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from abhaya.cases.role import Role
from abhaya.gui.case_list.case_model import Column
from abhaya.gui.case_page.bail_dialog import BailDialog
from abhaya.workflows.decide_bail import BailDecision, bail_decision, counts_first_day, decide_bail
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import open_record
from pages.window_page import words_on
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case

REMAND = {
    "/data/sections": "bns_143_2",
    "/data/held[1]/full_name": "Ram Kumar (DEMO)",
    "/data/held[1]/remanded_on": "2026-03-13",
}


class Painted(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget):
        super().__init__()
        self.widget, self.count = widget, 0

    def __enter__(self):
        self.widget.installEventFilter(self)
        return self

    def __exit__(self, *_):
        self.widget.removeEventFilter(self)

    def eventFilter(self, _watched, event):
        self.count += event.type() == QEvent.Type.Paint
        return False


@pytest.fixture
def opened(qtbot, page, case):
    """Open the case page and wait for its clocks."""

    def show():
        screen = page.open_case(case.id)
        qtbot.waitUntil(lambda: not page.area.around.background.busy)
        return screen

    return show


def test_a_case_without_clocks_shows_no_card(opened):
    assert opened().clocks.isHidden()


def test_a_clock_says_what_whom_by_when_how_long_and_where_it_stands(page, case, opened, tmp_path):
    fill_clock_form(page.desk, case, tmp_path)
    said = words_on(opened().clocks)
    assert "V-001 · Produce the child before the Child Welfare Committee" in said
    assert "by 14/03/2026 15:00 (30 Falgun 2082 BS) · 4 h left" in said
    assert "JJ 31(1), 32(1) · from a draft" in said
    assert "Soon" in said
    assert "DEMO" not in said


def test_overdue_is_said_in_words_and_stands_first(page, case, opened, clock, tmp_path):
    fill_clock_form(page.desk, case, tmp_path)
    clock.now += timedelta(days=91)
    said = words_on(opened().clocks).splitlines()
    assert said.count("Overdue") == 2
    assert said.index("V-001 · Produce the child before the Child Welfare Committee") < next(
        place for place, words in enumerate(said) if words.startswith("Whole case")
    )


def test_what_is_done_is_folded_away(page, case, opened, tmp_path):
    done = FOUND | {"/data/rescued[1]/produced_at": "2026-03-13T16:00:00.000+05:30"}
    fill_clock_form(page.desk, case, tmp_path, done)
    card = opened().clocks
    assert card.more.text() == "More (1)"
    assert "In time" not in words_on(card)
    card.more.click()
    assert "In time" in words_on(card)
    assert "done on 13/03/2026" in words_on(card)


@pytest.mark.parametrize(
    ("language", "said"), [("hi", "बाल कल्याण समिति के समक्ष"), ("ne", "बाल कल्याण समिति समक्ष")]
)
def test_in_the_language_of_the_window(page, case, opened, tmp_path, language, said):
    fill_clock_form(page.desk, case, tmp_path)
    screen = opened()
    page.window.set_language(language)
    assert said in words_on(screen.clocks)


def test_the_list_of_cases_shows_what_is_due_next(page, case, opened, clock, tmp_path):
    fill_clock_form(page.desk, case, tmp_path)
    opened()
    model = page.go("cases").model
    assert model.index(0, Column.DUE_AT).data() == "Today 15:00"
    clock.now += timedelta(days=2)
    assert model.index(0, Column.DUE_AT).data() == "Over · 14/03/2026"


def test_the_list_is_right_after_a_form_without_the_page_of_the_case(page, case, clock, tmp_path):
    filling = fill_clock_form(page.desk, case, tmp_path)
    page.area.show_form(open_record(page.desk, filling.record.id))
    page.screen.pen.answer("/data/rescued[1]/found_at", "2026-03-13T11:00:00.000+05:30")
    model = page.go("cases").model
    assert model.index(0, Column.DUE_AT).data() == "Today 16:00"
    clock.now += timedelta(days=1)
    assert model.index(0, Column.DUE_AT).data() == "Over · 14/03/2026"


def test_the_list_in_view_is_painted_anew_every_minute(qtbot, page, case):
    page.screen.arrive()
    QApplication.processEvents()
    assert page.screen._minute.isActive() and page.screen._minute.interval() == 60_000
    with Painted(page.screen.table.viewport()) as painted:
        page.screen._minute.timeout.emit()
        qtbot.waitUntil(lambda: painted.count > 0)


def test_the_days_to_default_bail_are_decided_with_a_reason(page, case, opened, with_modal, tmp_path):
    fill_clock_form(page.desk, case, tmp_path, REMAND)
    screen = opened()
    assert "by the end of 12/05/2026" in words_on(screen.clocks)

    def decide(dialog):
        dialog.days[90].setChecked(True)
        dialog.keep.click()
        assert "Write why" in dialog.notice.words
        dialog.reason.setPlainText("The High Court reads it so (DEMO).")
        dialog.first_day.box.setChecked(True)
        dialog.keep.click()

    with_modal(screen.clocks.counting.click, decide, BailDialog)
    decision = bail_decision(page.desk, case.id, "S-001")
    assert decision is not None and decision.days == 90
    assert counts_first_day(page.desk)


def test_each_accused_is_decided_upon_alone(page, case, opened, with_modal, tmp_path):
    both = REMAND | {"/data/held[2]/full_name": "Hari (DEMO)", "/data/held[2]/remanded_on": "2026-03-13"}
    fill_clock_form(page.desk, case, tmp_path, both)
    decide_bail(page.desk, case.id, BailDecision(90, "Charged with more (DEMO).", "S-002"))
    screen = opened()
    assert words_on(screen.clocks).count("by the end of 12/05/2026") == 2  # bail of one, custody of the other

    def look(dialog):
        assert [dialog.whom.itemText(n) for n in range(3)] == ["All accused of this case", "S-001", "S-002"]
        assert not any(choice.isChecked() for choice in dialog.days.values())
        dialog.whom.setCurrentIndex(2)
        assert dialog.days[90].isChecked() and dialog.reason.toPlainText() == "Charged with more (DEMO)."
        dialog.whom.setCurrentIndex(1)
        assert not dialog.days[90].isChecked() and dialog.reason.toPlainText() == ""
        dialog.days[60].setChecked(True)
        dialog.reason.setPlainText("Only a helper (DEMO).")
        dialog.whom.setCurrentIndex(0)
        assert dialog.reason.toPlainText() == ""
        dialog.keep.click()

    with_modal(screen.clocks.counting.click, look, BailDialog)
    assert bail_decision(page.desk, case.id, "S-001") == BailDecision(60, "Only a helper (DEMO).", "S-001")


def test_the_card_follows_the_decision(qtbot, page, case, opened, with_modal, tmp_path):
    fill_clock_form(page.desk, case, tmp_path, REMAND)
    screen = opened()

    def decide(dialog):
        dialog.days[90].setChecked(True)
        dialog.reason.setPlainText("The High Court reads it so (DEMO).")
        dialog.keep.click()

    with_modal(screen.clocks.counting.click, decide, BailDialog)
    qtbot.waitUntil(lambda: "by the end of 11/06/2026" in words_on(screen.clocks))


def test_an_investigator_decides_for_a_case_but_not_for_the_station(open_desk, qtbot, with_modal, tmp_path):
    page = open_desk(Role.SUPERVISOR)
    case = begin_case(page.desk)
    fill_clock_form(page.desk, case, tmp_path, REMAND)
    page.window.close()
    page = open_desk(Role.INVESTIGATOR)
    screen = page.open_case(case.id)
    qtbot.waitUntil(lambda: not page.area.around.background.busy)

    def look(dialog):
        assert not dialog.first_day.isVisible()
        assert dialog.reason.isVisible()

    with_modal(screen.clocks.counting.click, look, BailDialog)


def test_after_an_answer_the_page_shows_it(qtbot, page, case, opened, tmp_path):
    filling = fill_clock_form(page.desk, case, tmp_path)
    opened()
    enter_answers(filling.entry, {"/data/rescued[1]/produced_at": "2026-03-13T16:00:00.000+05:30"})
    filling.save()
    page.press("refresh")
    qtbot.waitUntil(lambda: page.screen.clocks.more.text() == "More (1)")

"""At sealing and before printing: what a supervisor would ask, and nothing that stops the work."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from abhaya.cases.person import PersonRole
from abhaya.gui.departure_reasons import DepartureReasons
from abhaya.gui.export_screen.export_screen import ExportScreen
from abhaya.gui.seal_dialog import SealDialog
from abhaya.workflows.case_document import case_document
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import seal
from abhaya.workflows.sequence_guard import departures_told, given_reasons
from pages.window_page import press_seal, words_on
from support.clock_form import FOUND, fill_clock_form

LATE = FOUND | {"/data/rescued[1]/produced_at": "2026-03-14T15:01:00.000+05:30"}
REASON = "The road was closed (DEMO)."


def reasons(page, case):
    (line,) = read_case(page.desk, case.id).records
    return {g.departure.rule: g.reason for g in given_reasons(page.desk, case.id, line.record.id)}


@pytest.mark.parametrize("written", [REASON, ""])
def test_a_reason_is_asked_and_nothing_waits_for_it(qtbot, page, case, with_modal, tmp_path, written):
    page.area.show_form(fill_clock_form(page.desk, case, tmp_path, LATE))

    def answer(dialog):
        said = words_on(dialog)
        assert "V-001: Late: Produce the child before the Child Welfare Committee." in said
        assert "The general diary entry comes before the FIR." in said
        late = next(box for found, box in dialog.departures.boxes.items() if found.rule == "child_cwc")
        late.setPlainText(written)
        press_seal(qtbot, dialog)

    with_modal(lambda: page.press("seal"), answer, SealDialog)
    assert reasons(page, case) == {"child_cwc": written, "gd_before_fir": ""}


def test_words_typed_at_once_are_the_reason(page, case, with_modal, tmp_path):
    page.area.show_form(fill_clock_form(page.desk, case, tmp_path, LATE))

    def write(dialog):
        QTest.keyClicks(dialog.focusWidget(), REASON)  # a blank on a button would press it
        assert dialog.isVisible()
        assert next(iter(dialog.departures.reasons.values())) == REASON

    with_modal(lambda: page.press("seal"), write, SealDialog)


def test_a_reason_written_in_the_form_already_stands_there(page, case, with_modal, tmp_path):
    filling = start_record(page.desk, case.id, "arrest_memo", "en", PersonRole.SUSPECT)
    answers = {
        "/data/arrest/arrest_at": "2026-03-11T10:00:00.000+05:30",
        "/data/court_steps/produced_at": "2026-03-12T12:01:00.000+05:30",
        "/data/court_steps/produced_late_why": REASON,
    }
    enter_answers(filling.entry, answers)
    record, document = filling.record, case_document(page.desk, case.id, filling)
    asked = DepartureReasons(
        page.window, departures_told(page.desk, document, record), page.area.around.texts
    )
    late = next(box for found, box in asked.boxes.items() if found.rule == "arrest_24")
    assert late.toPlainText() == REASON
    assert words_on(asked).count("Taken over from the form") == 1


def test_an_orderly_form_is_asked_nothing(qtbot, page, case, with_modal, tmp_path):
    page.area.show_form(fill_clock_form(page.desk, case, tmp_path, {"/data/searched": "no"}))

    def look(dialog):
        assert dialog.departures is None
        press_seal(qtbot, dialog)

    with_modal(lambda: page.press("seal"), look, SealDialog)
    assert reasons(page, case) == {}


def test_what_the_checks_find_is_said_before_printing(qtbot, page, case, tmp_path):
    seal(page.desk, fill_clock_form(page.desk, case, tmp_path))
    page.area.show_export(case.id)
    screen = page.screen
    assert isinstance(screen, ExportScreen)
    qtbot.waitUntil(lambda: not screen.checks.isHidden())
    said = words_on(screen.checks)
    assert "V-001: No production before the Child Welfare Committee is documented" in said
    assert "One child was trafficked: BNS 143(4)" in said
    assert screen.prepare_button.isEnabled()


def test_a_case_in_order_says_nothing_before_printing(qtbot, page, case, tmp_path):
    filling = fill_clock_form(page.desk, case, tmp_path, {"/data/searched": "no"})
    filling.entry.remove_repeat("/data/rescued[1]")
    seal(page.desk, filling)
    page.area.show_export(case.id)
    qtbot.waitUntil(lambda: not page.area.around.background.busy)
    assert page.screen.checks.isHidden()

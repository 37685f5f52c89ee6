"""A case gets its FIR number after it was begun, without a form, until a form tells it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtTest import QTest

from abhaya.cases.audit_entry import Action
from abhaya.gui.case_page.fir_dialog import FirDialog
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.open_case import read_case


def fir(page, case):
    return read_case(page.desk, case.id).case.fir_number


def test_it_is_written_at_the_case_and_stands_in_later_forms(page, case, screen, with_modal):
    def write(dialog):
        QTest.keyClicks(dialog.line.edit, " 217/2026 ")
        dialog.keep.click()

    with_modal(screen.top.fir.trigger, write, FirDialog)
    assert "FIR 217/2026" in screen.top.about.text()
    assert Action.CASE_CHANGED in [entry.action for entry in entries(page.desk, 0)]
    form = start_record(page.desk, case.id, "rescue_report", "en")
    assert form.entry.node("/data/case/fir_number").value == "217/2026"


def test_a_mistake_is_put_right_and_cancel_changes_nothing(page, case, screen, with_modal):
    for number, button in (("271/2026", "keep"), ("217/2026", "keep"), ("9", "reject")):

        def write(dialog, number=number, button=button):
            dialog.line.edit.setText(number)
            dialog.keep.click() if button == "keep" else dialog.reject()

        with_modal(screen.top.fir.trigger, write, FirDialog)
    assert fir(page, case) == "217/2026"


def test_where_a_form_tells_it_the_form_is_named(page, case, screen, clock):
    clock.now += timedelta(minutes=5)
    filling = start_record(page.desk, case.id, "rescue_report", "en")
    filling.entry.set_answer("/data/case/fir_number", "0042/2026")
    filling.save()
    screen.arrive()
    screen.top.fir.trigger()
    assert "Change it there" in screen.notice.words
    assert fir(page, case) == "0042/2026"

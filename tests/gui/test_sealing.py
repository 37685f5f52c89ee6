"""Sealing: first what is open, with a way there; then what it means; then it is for ever."""

from __future__ import annotations

from threading import Event

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest

from abhaya.cases.check_finding import CheckFinding
from abhaya.cases.person import PersonRole
from abhaya.cases.record import RecordStatus
from abhaya.errors import AbhayaError, Code
from abhaya.gui import seal_dialog
from abhaya.gui.case_page.case_page_screen import CasePageScreen
from abhaya.gui.seal_dialog import SealDialog
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.open_case import read_case
from pages.form_page import FormPage
from pages.window_page import press_seal, words_on
from support.desks import fill_small_form


@pytest.fixture
def filling(page, case, tmp_path):
    return fill_small_form(page.desk, case, tmp_path)


def _record(page, case):
    return read_case(page.desk, case.id).records[0].record


def test_a_complete_form_is_sealed(qtbot, page, case, filling, with_modal):
    page.area.show_form(filling)

    def seal(dialog):
        assert "nothing in this form can be changed" in words_on(dialog)
        press_seal(qtbot, dialog)
        qtbot.waitUntil(lambda: not dialog.isVisible())

    with_modal(lambda: page.press("seal"), seal, SealDialog)
    assert isinstance(page.screen, CasePageScreen)
    assert _record(page, case).status is RecordStatus.SEALED


def test_it_opens_at_once_and_waits_for_the_checks(qtbot, page, filling, monkeypatch):
    looked_in, look, looked_at = [], seal_dialog.record_findings, Event()
    finding = CheckFinding("child_not_produced", warning=True, person="V-001")

    def checks(*about):
        looked_in.append(QThread.isMainThread())
        assert looked_at.wait(30)
        return (*look(*about), finding)

    monkeypatch.setattr(seal_dialog, "record_findings", checks)
    dialog = SealDialog(page.window, page.area.around, filling)
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Looking through the forms" in words_on(dialog)
    assert not dialog.seal_button.isEnabled()
    looked_at.set()
    qtbot.waitUntil(dialog.seal_button.isEnabled)
    assert looked_in == [False]
    assert "Looking through" not in words_on(dialog)
    assert "V-001" in words_on(dialog.findings)


def test_a_hasty_return_does_not_seal(page, case, filling, with_modal):
    page.area.show_form(filling)

    def hurry(dialog):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        assert not dialog.isVisible()

    with_modal(lambda: page.press("seal"), hurry, SealDialog)
    assert _record(page, case).status is RecordStatus.DRAFT


def test_what_is_open_is_listed_and_one_can_go_there(page, case, filling, with_modal):
    empty = start_record(page.desk, case.id, "small_form", "en")
    page.area.show_form(empty)
    asked = []
    page.screen.show_question = asked.append

    def go(dialog):
        assert "One point is still open" in words_on(dialog)
        assert dialog.list.item(0).text() == "Place"
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    with_modal(lambda: page.press("seal"), go, SealDialog)
    assert asked == ["/data/place"]


def test_the_list_says_which_person_is_meant(page, filling, qtbot):
    filling.entry.set_answer("/data/rescued[2]/age_years", "222")
    dialog = SealDialog(page.window, page.area.around, filling)
    qtbot.addWidget(dialog)
    assert dialog.list.item(0).text() == "Person rescued 2 · V-002\nAge\nBetween 0 and 119"


def test_trouble_while_sealing_is_told_and_the_draft_stays(
    qtbot, page, case, filling, with_modal, monkeypatch
):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(seal_dialog, "seal", full)
    page.area.show_form(filling)

    def seal(dialog):
        press_seal(qtbot, dialog)
        qtbot.waitUntil(lambda: bool(dialog.notice.words))
        assert dialog.seal_button.isEnabled()

    with_modal(lambda: page.press("seal"), seal, SealDialog)
    assert _record(page, case).status is RecordStatus.DRAFT


def test_sealing_happens_in_the_thread_of_the_window(qtbot, page, filling, with_modal, monkeypatch):
    sealed_in = []
    monkeypatch.setattr(seal_dialog, "seal", lambda *_: sealed_in.append(QThread.isMainThread()))
    page.area.show_form(filling)
    with_modal(lambda: page.press("seal"), lambda dialog: press_seal(qtbot, dialog), SealDialog)
    assert sealed_in == [True], "the window asks the entry in its second language meanwhile"


def test_an_empty_row_goes_from_the_page_where_the_form_lets_the_table_be_empty(page, case, with_modal):
    members = "/data/family/members"
    page.area.show_form(
        start_record(page.desk, case.id, "victim_profile", "en", PersonRole.VICTIM),
    )
    form = FormPage(page.screen)
    form.show_repeat(members)
    assert len(form.repeat(members).cards) == 1

    def read(dialog):
        told = [dialog.list.item(n).text() for n in range(dialog.list.count())]
        assert any("Why no family member is written down" in line for line in told)
        assert not any("Family members 1" in line for line in told)

    with_modal(lambda: page.press("seal"), read, SealDialog)
    form.show_repeat(members)
    assert form.repeat(members).cards == []

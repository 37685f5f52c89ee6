"""Keyboards that learn are asked not to learn from any field of a case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from abhaya.gui.attach.attach_dialog import AttachDialog
from abhaya.gui.case_list.new_case_dialog import NewCaseDialog
from abhaya.workflows.fill_form import start_record
from support.attachments import photo
from support.desks import begin_case, bring_in
from support.trial_form import write_trial_form


@pytest.fixture
def page(open_desk):
    return open_desk()


@pytest.fixture
def case(page):
    return begin_case(page.desk)


def _learnt_from(widget):
    fields = widget.findChildren(QLineEdit) + widget.findChildren(QPlainTextEdit)
    assert fields
    return [f for f in fields if not f.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData]


def test_search_and_summary(page, case):
    assert _learnt_from(page.screen) == []
    assert _learnt_from(page.open_case(case.id)) == []


def test_dialogs(page, case, tmp_path):
    around = page.area.around
    assert _learnt_from(NewCaseDialog(page.screen, around)) == []
    assert _learnt_from(AttachDialog(page.screen, around, case.id, (photo(tmp_path),))) == []


def test_answers(page, case, tmp_path):
    form = bring_in(page.desk, write_trial_form(tmp_path))
    page.area.show_form(start_record(page.desk, case.id, form.form_id, "en"))
    for number in range(len(page.screen.sections.model.lines)):
        page.screen.pages.show_page(number)
        page.screen.pages.finish()
    assert _learnt_from(page.screen.pages) == []

"""A record says on screen from which paper it was entered, and who fills it can say so at any time."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest

from abhaya.gui.form_view.paper_dialog import PaperDialog
from abhaya.workflows.enter_from_paper import enter_from_paper, paper_behind
from abhaya_forms.engine.node_marks import Paper


@pytest.fixture
def dialog(qtbot, page, around):
    made = PaperDialog(page.screen, around, page.screen.filling)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_paper_is_named_and_shown(page, dialog):
    QTest.keyClicks(dialog.serial.edit, "P-12")
    QTest.keyClicks(dialog.day.edit, "BS 17/10/2082")
    assert dialog.beside.text() == "31/01/2026 AD · 17 Magh 2082 BS"
    dialog.save.click()
    assert dialog.result() == PaperDialog.DialogCode.Accepted
    assert paper_behind(page.screen.filling) == Paper("P-12", date(2026, 1, 31))
    page.screen.speak()
    assert page.screen.top.subtitle.text().endswith("from paper P-12 of 31/01/2026")


def test_a_day_that_is_none_is_refused_and_what_was_typed_stays(page, dialog):
    QTest.keyClicks(dialog.serial.edit, "P-12")
    QTest.keyClicks(dialog.day.edit, "yesterday")
    dialog.save.click()
    assert dialog.isVisible()
    assert "serial number" in dialog.notice.words
    assert dialog.day.text() == "yesterday"


def test_what_was_said_before_stands_in_the_lines(qtbot, page, around):
    enter_from_paper(page.screen.filling, Paper("P-12", date(2026, 1, 31)))
    again = PaperDialog(page.screen, around, page.screen.filling)
    qtbot.addWidget(again)
    assert (again.serial.text(), again.day.text()) == ("P-12", "31/01/2026")


def test_the_bar_offers_it_while_the_record_can_be_changed(page):
    assert page.screen.top.paper.isVisible()
    page.screen.top.set_read_only()
    assert page.screen.top.paper.isHidden()

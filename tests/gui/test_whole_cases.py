"""Whole invented cases, documented in the window question by question, sealed there and saved as a bundle."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from abhaya.cases.case import CaseFilter
from abhaya.demo.invented_cases import InventedCase, InventedRecord, invented_cases
from abhaya.gui.form_view.changed_facts_dialog import ChangedFactsDialog
from abhaya.gui.seal_dialog import SealDialog
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.open_case import new_case
from pages.form_filler import FormFiller
from pages.form_page import FormPage
from pages.window_page import press_seal

CASES = invented_cases()
SMALL = 1
"""Records of the first case that are filled in every run; the slow tests fill all of all cases."""


@pytest.fixture
def clock():
    """After the last invented day; it moves at each look, as a record read again is known by its time."""
    looks = count()
    return lambda: datetime(2026, 11, 24, 5, 0, tzinfo=UTC) + timedelta(milliseconds=next(looks))


@pytest.fixture(autouse=True)
def sealed_records_stay(qapp):
    """Where a fact is told otherwise than in sealed records, read that and go on."""

    def go_on():
        if isinstance(dialog := QApplication.activeModalWidget(), ChangedFactsDialog):
            dialog.reject()

    timer = QTimer(interval=20)
    timer.timeout.connect(go_on)
    timer.start()
    yield
    timer.stop()


def test_the_first_form_of_a_case_is_filled_in_the_window(qtbot, open_desk, with_modal):
    document(qtbot, open_desk, with_modal, CASES[0], SMALL)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_whole_case_is_documented_in_the_window(qtbot, open_desk, with_modal, case):
    document(qtbot, open_desk, with_modal, case, None)


def document(qtbot, open_desk, with_modal, case: InventedCase, records: int | None) -> None:
    """Open the case, fill that many of its forms (None: all), and seal those that are to be sealed."""
    page = open_desk(language=case.language)
    opened = new_case(
        page.desk,
        kind=case.kind,
        summary=case.summary,
        event_on=case.event_on,
        district=case.district,
    )
    for record in case.records[:records]:
        fill(qtbot, page, opened.id, case, record, with_modal)
    (line,) = list_cases(page.desk, CaseFilter())
    assert line.sealed == sum(record.sealed for record in case.records[:records])


def fill(qtbot, page, case_id: str, case: InventedCase, record: InventedRecord, with_modal) -> None:
    page.area.show_form(start_record(page.desk, case_id, record.form_id, case.language, record.about))
    FormFiller(FormPage(page.screen)).fill(record.answers)
    page.screen.save_now()
    if record.sealed:
        with_modal(page.screen.deeds()["seal"], lambda dialog: seal(qtbot, dialog, record), SealDialog)
    else:
        page.screen.left.emit()


def seal(qtbot, dialog: SealDialog, record: InventedRecord) -> None:
    """See that every reason asked for stands there already, out of the form that asked for it, and seal."""
    assert hasattr(dialog, "seal_button"), [dialog.list.item(n).text() for n in range(dialog.list.count())]
    if dialog.departures:
        assert all(box.toPlainText() for box in dialog.departures.boxes.values()), record.form_id
    press_seal(qtbot, dialog)

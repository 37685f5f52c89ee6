"""Which paper a record was entered from is kept with it, sealed with it and on the trail."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.errors import Code
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.enter_from_paper import enter_from_paper, named_paper, paper_behind
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.seal_record import correct_record, seal
from abhaya_forms.engine.node_marks import Paper
from support.desks import begin_case, fill_small_form
from support.refusal import refused


@pytest.fixture
def filling(desk, tmp_path):
    return fill_small_form(desk, begin_case(desk), tmp_path)


@pytest.fixture
def today(desk):
    return desk.local_date()


def test_it_is_kept_with_the_record_and_noted_in_the_same_breath(desk, filling, today):
    enter_from_paper(filling, Paper("P-12", today))
    assert paper_behind(open_record(desk, filling.record.id)) == Paper("P-12", today)
    noted = [entry.action for entry in entries(desk) if entry.subject == filling.record.id]
    assert noted[-3:-1] == [Action.RECORD_SAVED, Action.RECORD_FROM_PAPER]


def test_it_is_sealed_and_stands_in_a_correction(desk, filling, today):
    enter_from_paper(filling, Paper("P-12", today))
    record = seal(desk, filling)
    with refused(Code.RECORD_IS_SEALED):
        enter_from_paper(open_record(desk, record.id), Paper("P-13", today))
    assert paper_behind(open_record(desk, record.id)) == Paper("P-12", today)
    assert paper_behind(correct_record(desk, record.id)) == Paper("P-12", today)


def test_it_can_be_taken_back(desk, filling, today):
    enter_from_paper(filling, Paper("P-12", today))
    enter_from_paper(filling, None)
    assert paper_behind(open_record(desk, filling.record.id)) is None


def test_saying_the_same_again_leaves_no_trace(desk, filling, today):
    enter_from_paper(filling, Paper("P-12", today))
    count = desk.reader.audit.head().count
    enter_from_paper(filling, Paper("P-12", today))
    assert desk.reader.audit.head().count == count


@pytest.mark.parametrize(
    ("serial", "ahead"), [("P-12", None), ("P-12", 1), ("Sita Tamang", 0), ("x" * 31, 0), ("a;b", 0)]
)
def test_a_paper_that_is_not_named_well_is_refused(desk, today, serial, ahead):
    with refused(Code.PAPER_UNCLEAR):
        named_paper(desk, serial, None if ahead is None else today + timedelta(ahead))


def test_a_paper_is_named_by_serial_number_and_day(desk, filling):
    enter_from_paper(filling, named_paper(desk, "क-१२/२०२६", date(2026, 1, 31)))
    content = filling.entry.to_xml().decode()
    assert 'paper="क-१२/२०२६"' in content
    assert 'paper-day="2026-01-31"' in content

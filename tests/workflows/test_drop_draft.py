"""A draft begun already is found again, and one in which nobody wrote anything can be dropped."""

from __future__ import annotations

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.errors import Code
from abhaya.workflows.attach_file import attach
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.drop_draft import begun_already, drop_draft, is_empty
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.list_cases import search
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import correct_record, seal
from abhaya_forms.engine import NonAnswer
from support.attachments import photo
from support.desks import begin_case, bring_in, fill_small_form
from support.refusal import refused
from support.small_form import NAMES
from support.subject_form import write_subject_form


@pytest.fixture
def case(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    return case


def begin(desk, case, about="V-001", form="subject_form"):
    return start_record(desk, case.id, form, "en", about)


def test_a_draft_of_the_same_form_about_the_same_person_is_found(desk, case):
    assert begun_already(desk, case.id, "subject_form", "V-001") is None
    begun = begin(desk, case).record
    assert begun_already(desk, case.id, "subject_form", "V-001").id == begun.id
    assert begun_already(desk, case.id, "subject_form", "V-002") is None
    assert begun_already(desk, case.id, "small_form", "") is not None


def test_what_is_sealed_or_corrected_is_not_gone_on_with(desk, case):
    filling = begin(desk, case)
    seal(desk, filling)
    correct_record(desk, filling.record.id)
    assert begun_already(desk, case.id, "subject_form", "V-001") is None


def test_an_empty_draft_is_dropped_with_a_trace_and_leaves_its_code_unused(desk, case):
    empty = begin(desk, case, "", "small_form")
    assert is_empty(desk, empty.record, empty.entry)
    assert "V-003" in {person.code for person in read_case(desk, case.id).people}
    search(desk, "anything")
    drop_draft(desk, empty.record.id)
    assert empty.record.id not in {record.id for record in desk.reader.records.of_case(case.id)}
    assert "V-003" not in {person.code for person in read_case(desk, case.id).people}
    dropped = [e for e in entries(desk) if e.action is Action.RECORD_DROPPED]
    assert [(e.subject, e.detail) for e in dropped] == [(empty.record.id, case.id)]
    assert begin(desk, case, "", "small_form").entry.node("/data/rescued[1]/person_code").value == "V-004"


def test_a_dropped_draft_is_not_found_by_its_carried_names(desk, case):
    draft = begin(desk, case).record
    assert draft.id in {hit.record_id for hit in search(desk, NAMES[0].split()[0])}
    drop_draft(desk, draft.id)
    assert draft.id not in {hit.record_id for hit in search(desk, NAMES[0].split()[0])}


def write(filling):
    filling.entry.set_answer("/data/told", "a few words")


def refuse(filling):
    filling.entry.set_non_answer("/data/told", NonAnswer.DECLINED)


def change(filling):
    filling.entry.set_answer("/data/name", "Sita T. (DEMO)")


@pytest.mark.parametrize("do", [write, refuse, change])
def test_a_draft_in_which_somebody_wrote_stays(desk, case, do):
    filling = begin(desk, case)
    assert is_empty(desk, filling.record, filling.entry)
    do(filling)
    filling.save()
    with refused(Code.DRAFT_NOT_EMPTY):
        drop_draft(desk, filling.record.id)


def test_a_draft_with_a_file_a_sealed_record_and_a_correction_stay(desk, case, tmp_path):
    with_file, sealed = begin(desk, case).record, begin(desk, case, "V-002")
    attach(desk, case.id, photo(tmp_path), "", record_id=with_file.id)
    seal(desk, sealed)
    for record_id in (with_file.id, sealed.record.id, correct_record(desk, sealed.record.id).record.id):
        with refused(Code.DRAFT_NOT_EMPTY):
            drop_draft(desk, record_id)

"""Sealing: only what is complete, for ever, corrected in a new version."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.cases.bundle import Copy
from abhaya.cases.person import PersonRole
from abhaya.cases.record import RecordStatus
from abhaya.errors import Code
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.case_snapshot import case_snapshot
from abhaya.workflows.export_bundle import plan_bundle
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import correct_record, missing, seal
from support.desks import begin_case, bring_in, fill_small_form
from support.refusal import refused
from support.small_form import SMALL_FORM
from support.subject_form import write_subject_form


@pytest.fixture
def case(desk):
    return begin_case(desk)


@pytest.fixture
def filling(desk, case, tmp_path):
    return fill_small_form(desk, case, tmp_path)


def test_what_is_missing_is_listed_and_nothing_is_written(desk, filling):
    filling.entry.set_answer("/data/place", "")
    assert [(p.path, p.kind, p.message) for p in missing(filling)] == [
        ("/data/place", "required", "Write the place")
    ]
    head = desk.reader.audit.head()
    with refused(Code.RECORD_HAS_PROBLEMS, count=1):
        seal(desk, filling)
    assert desk.reader.audit.head() == head
    assert filling.record.status is RecordStatus.DRAFT


def test_a_sealed_record_never_changes(desk, filling):
    record = seal(desk, filling)
    assert record.content_sha256 == sha256(filling.entry.to_xml()).hexdigest()
    assert filling.read_only
    filling.entry.set_answer("/data/place", "elsewhere")
    with refused(Code.RECORD_IS_SEALED):
        filling.save()
    with refused(Code.RECORD_IS_SEALED):
        seal(desk, filling)
    assert open_record(desk, record.id).entry.state("/data/place").value.startswith("Sonauli")


def test_a_correction_is_a_new_version_and_supersedes_when_sealed(desk, case, filling):
    first = seal(desk, filling)
    second = correct_record(desk, first.id)
    second.entry.set_answer("/data/place", "Sonauli bus stand")
    second.save()
    assert correct_record(desk, first.id).record.id == second.record.id
    assert [line.record.version for line in read_case(desk, case.id).records] == [1, 2]
    seal(desk, second)
    lines = read_case(desk, case.id).records
    assert [(line.record.version, line.record.status) for line in lines] == [(2, RecordStatus.SEALED)]
    assert desk.reader.records.get(first.id).status is RecordStatus.SUPERSEDED
    assert [person.code for person in read_case(desk, case.id).people] == ["V-001", "V-002"]


def test_people_of_the_sealed_version_stand_until_the_correction_is_sealed(desk, case, filling):
    first = seal(desk, filling)
    second = correct_record(desk, first.id)
    second.entry.remove_repeat("/data/rescued[2]")
    second.save()
    assert {person.record_id for person in read_case(desk, case.id).people} == {first.id}
    snapshot = case_snapshot(desk, plan_bundle(desk, case.id, Copy.COURT, "en"))
    assert [person.code for person in snapshot.people] == ["V-001", "V-002"]
    seal(desk, second)
    assert [person.code for person in read_case(desk, case.id).people] == ["V-001"]


def test_going_on_with_a_correction_is_on_the_trail(desk, filling):
    first = seal(desk, filling)
    draft = correct_record(desk, first.id).record
    correct_record(desk, first.id)
    last = entries(desk)[-1]
    assert (last.action, last.subject) == (Action.RECORD_READ, draft.id)


def test_a_sealed_record_is_for_ever_read_as_on_the_day_it_was_sealed(desk, case, clock, tmp_path):
    source = SMALL_FORM.replace(
        "  name: place\n", "  name: place\n  relevant: today() < date('2026-04-01')\n"
    )
    record = seal(desk, fill_small_form(desk, case, tmp_path, source))
    clock.now += timedelta(days=60)
    assert open_record(desk, record.id).entry.is_relevant("/data/place")
    assert not correct_record(desk, record.id).entry.is_relevant("/data/place")


def test_a_draft_is_not_corrected(desk, filling):
    with refused(Code.RECORD_NOT_SEALED):
        correct_record(desk, filling.record.id)


def test_own_words_that_were_sealed_stay_in_a_correction(desk, case, tmp_path):
    source = SMALL_FORM.replace("  name: place\n", "  name: place\n  bind::abhaya:print: verbatim\n")
    first = seal(desk, fill_small_form(desk, case, tmp_path, source))
    second = correct_record(desk, first.id)
    assert second.entry.state("/data/place").read_only
    with pytest.raises(PermissionError):
        second.entry.set_answer("/data/place", "elsewhere")
    second.entry.set_answer("/data/rescued[2]/age_years", "23")
    second.save()
    assert open_record(desk, second.record.id).entry.is_locked("/data/place")
    assert seal(desk, second).version == 2


@pytest.mark.parametrize("opened_again", [False, True])
def test_a_corrected_number_of_the_fir_reaches_the_case_when_it_is_sealed(desk, tmp_path, opened_again):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    first = start_record(desk, case.id, "subject_form", "en", PersonRole.VICTIM)
    first.entry.set_answer("/data/fir_number", "0217")
    seal(desk, first)
    correction = correct_record(desk, first.record.id)
    correction.entry.set_answer("/data/fir_number", "0218")
    correction.save()
    assert desk.reader.cases.get(case.id).fir_number == "0217"
    seal(desk, open_record(desk, correction.record.id) if opened_again else correction)
    assert desk.reader.cases.get(case.id).fir_number == "0218"

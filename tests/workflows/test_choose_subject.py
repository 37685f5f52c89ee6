"""A record about one person: of somebody in the case, or of somebody new who gets the next code."""

from __future__ import annotations

import pytest

from abhaya.cases.case import CaseFilter
from abhaya.cases.person import PersonRole
from abhaya.errors import Code
from abhaya.workflows.choose_subject import possible_people, possible_subjects
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.open_case import read_case
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


def begin(desk, case, about):
    return start_record(desk, case.id, "subject_form", "en", about)


def subjects(desk, case):
    definition = desk.forms.definition(desk.forms.find("subject_form").sha256)
    return [(p.code, p.role, p.name) for p in possible_subjects(desk, case.id, definition)]


def test_the_people_of_the_case_are_offered_with_the_name_told_last(desk, case):
    assert subjects(desk, case) == [
        ("V-001", PersonRole.VICTIM, NAMES[0]),
        ("V-002", PersonRole.VICTIM, NAMES[1]),
    ]
    filling = begin(desk, case, "V-002")
    filling.entry.set_answer("/data/name", "Bimala K. Rai (DEMO)")
    filling.save()
    assert subjects(desk, case)[1][2] == "Bimala K. Rai (DEMO)"


def test_the_record_says_whom_it_is_about(desk, case):
    filling = begin(desk, case, "V-002")
    assert filling.record.subject == filling.entry.node("/data/subject_code").value == "V-002"
    assert desk.reader.records.get(filling.record.id).subject == "V-002"
    assert len(read_case(desk, case.id).people) == 2


def test_somebody_new_is_in_the_case_from_then_on(desk, case):
    filling = begin(desk, case, PersonRole.WITNESS)
    assert filling.record.subject == "W-001"
    assert ("W-001", PersonRole.WITNESS, "") in subjects(desk, case)
    filling.entry.set_answer("/data/name", "Demo Witness")
    filling.entry.set_answer("/data/child", "no")
    filling.save()
    (person,) = [p for p in read_case(desk, case.id).people if p.role is PersonRole.WITNESS]
    assert (person.code, person.is_child, person.record_id) == ("W-001", False, filling.record.id)
    again = open_record(desk, begin(desk, case, "W-001").record.id)
    assert again.entry.node("/data/name").value == "Demo Witness"
    again.save()
    assert [p.record_id for p in read_case(desk, case.id).people if p.code == "W-001"] == [filling.record.id]


@pytest.mark.parametrize("about", ["", "V-009", "S-001", PersonRole.SUSPECT])
def test_a_form_about_a_person_wants_one_that_fits(desk, case, about):
    with refused(Code.SUBJECT_WANTED):
        begin(desk, case, about)
    assert len(desk.reader.records.of_case(case.id)) == 1


def test_a_form_about_the_whole_case_is_about_nobody(desk, case):
    with refused(Code.SUBJECT_WANTED):
        start_record(desk, case.id, "small_form", "en", "V-001")


def test_a_row_can_be_about_somebody_of_the_case(desk, case):
    second = start_record(desk, case.id, "small_form", "en")
    assert [p.code for p in possible_people(desk, second, "/data/rescued")] == ["V-001", "V-002"]
    second.known.name_person("/data/rescued[1]", "V-002")
    assert second.entry.node("/data/rescued[1]/full_name").value == NAMES[1]
    assert [p.code for p in possible_people(desk, second, "/data/rescued")] == ["V-001"]
    second.save()
    assert [person.code for person in read_case(desk, case.id).people] == ["V-001", "V-002"]
    (line,) = list_cases(desk, CaseFilter(), 0, 9)
    assert (line.people, line.children) == (2, 1)


def test_nobody_is_offered_for_a_repeat_that_lists_no_people(desk, case):
    filling = start_record(desk, case.id, "small_form", "en")
    assert possible_people(desk, filling, "/data/no_register") == ()

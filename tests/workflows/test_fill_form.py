"""Records: begun, saved after every answer, reopened as they were."""

from __future__ import annotations

from abhaya.cases.case import CaseFilter
from abhaya.cases.record import RecordStatus
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.open_case import read_case
from support.desks import begin_case, desk_of, fill_small_form
from support.refusal import refused
from support.small_form import ANSWERS, NAMES
from support.station_people import PASSPHRASES


def test_a_record_reopens_as_it_was_left(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        filling = fill_small_form(desk, begin_case(desk), tmp_path)
        content = filling.entry.to_xml()
    with desk_of(folder, clock) as desk:
        again = open_record(desk, filling.record.id)
        assert again.entry.to_xml() == content
        assert again.entry.state("/data/rescued[1]/age_years").value == "15"
        assert not again.unsaved


def test_saving_without_a_change_writes_nothing(desk, tmp_path):
    filling = fill_small_form(desk, begin_case(desk), tmp_path)
    head = desk.reader.audit.head()
    assert filling.save() is False
    assert desk.reader.audit.head() == head


def test_people_of_the_register_stand_in_the_case_by_code(desk, tmp_path):
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    people = read_case(desk, case.id).people
    assert [(p.code, p.is_child, p.row) for p in people] == [("V-001", True, 1), ("V-002", False, 2)]
    line = list_cases(desk, CaseFilter())[0]
    assert (line.people, line.children, line.drafts) == (2, 1, 1)


def test_a_removed_row_takes_its_person_along(desk, tmp_path):
    case = begin_case(desk)
    filling = fill_small_form(desk, case, tmp_path)
    filling.entry.remove_repeat("/data/rescued[1]")
    filling.save()
    assert [person.is_child for person in read_case(desk, case.id).people] == [False]


def test_a_register_emptied_another_day_names_nobody(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
        filling = fill_small_form(desk, case, tmp_path)
    with desk_of(folder, clock) as desk:
        again = open_record(desk, filling.record.id)
        for row in reversed(again.entry.rows("/data/rescued")):
            again.entry.remove_repeat(row)
        again.save()
        assert read_case(desk, case.id).people == ()
        assert list_cases(desk, CaseFilter())[0].children == 0


def test_people_that_a_full_disk_refused_are_written_with_the_next_save(desk, tmp_path, monkeypatch):
    case = begin_case(desk)
    filling = fill_small_form(desk, case, tmp_path)
    filling.entry.set_answer("/data/rescued[2]/age_years", "12")
    with monkeypatch.context() as full:
        full.setattr(AuditLog, "append", _full_disk)
        with refused(Code.DISK_FULL):
            filling.save()
    assert filling.save()
    assert [person.is_child for person in read_case(desk, case.id).people] == [True, True]


def _full_disk(*_):
    raise AbhayaError(Code.DISK_FULL)


def test_who_may_only_read_saves_nothing(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
        record = fill_small_form(desk, case, tmp_path).record
        lawyer = add_person(desk, "Lawyer (DEMO)", Role.LEGAL_AID, PASSPHRASES[Role.LEGAL_AID])
        grant_case(desk, case.id, lawyer)
    with desk_of(folder, clock, Role.LEGAL_AID) as desk:
        filling = open_record(desk, record.id)
        assert filling.read_only
        filling.entry.set_answer("/data/place", "elsewhere")
        with refused(Code.NOT_PERMITTED):
            filling.save()


def test_figures_of_the_record_follow_the_answers(desk, tmp_path):
    filling = fill_small_form(desk, begin_case(desk), tmp_path)
    assert (filling.record.answered, filling.record.questions) == (5, 5)
    filling.entry.set_answer("/data/rescued[2]/age_years", "200")
    filling.save()
    assert filling.record.problems == 1


def test_the_language_of_a_record_is_remembered(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        filling = fill_small_form(desk, begin_case(desk), tmp_path)
        filling.entry.language = "हिन्दी (hi)"
        filling.save()
    with desk_of(folder, clock) as desk:
        entry = open_record(desk, filling.record.id).entry
        assert entry.label("/data/place") == "स्थान"
        assert entry.state("/data/place").value == ANSWERS["/data/place"]


def test_a_form_that_is_not_there(desk):
    with refused(Code.NO_SUCH_FORM):
        start_record(desk, begin_case(desk).id, "no_such_form", "en")


def test_the_record_keeps_identity_out_of_the_clear_columns(desk, tmp_path):
    filling = fill_small_form(desk, begin_case(desk), tmp_path)
    assert filling.record.status is RecordStatus.DRAFT
    assert not any(name in repr(filling.record) for name in NAMES)

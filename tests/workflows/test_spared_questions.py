"""The count of what a rescued person was not asked again."""

from __future__ import annotations

from abhaya.cases.person import PersonRole
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import seal
from abhaya_forms.engine import NonAnswer
from support.desks import begin_case, bring_in, fill_small_form
from support.subject_form import write_subject_form


def begin(desk, case, about):
    return start_record(desk, case.id, "subject_form", "en", about)


def spared(desk, case):
    return read_case(desk, case.id).spared


def test_each_answer_taken_over_about_a_victim_counts_once(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    assert spared(desk, case) == 0
    fill_small_form(desk, case, tmp_path)
    assert spared(desk, case) == 0  # told here for the first time
    first = begin(desk, case, "V-001")
    assert spared(desk, case) == 1
    first.entry.set_answer("/data/child", "yes")
    first.save()
    second = begin(desk, case, "V-001")
    assert spared(desk, case) == 3  # the name twice, the child once; not what station and officer are called
    seal(desk, second)
    assert spared(desk, case) == 3
    first.entry.set_answer("/data/name", "Sita Tamang (DEMO)")  # asked again after all
    first.save()
    assert spared(desk, case) == 2


def test_witnesses_are_not_counted(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    filling = begin(desk, case, PersonRole.WITNESS)
    filling.entry.set_answer("/data/name", "Demo Witness")
    filling.save()
    assert begin(desk, case, "W-001").entry.node("/data/name").value == "Demo Witness"
    assert spared(desk, case) == 0


def test_who_declined_once_was_spared_too(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    first = begin(desk, case, PersonRole.VICTIM)
    first.entry.set_non_answer("/data/name", NonAnswer.DECLINED)
    first.save()
    begin(desk, case, "V-001")
    assert spared(desk, case) == 1

"""When another officer writes, nothing of the one who is signed in stays in the record."""

from __future__ import annotations

from abhaya.cases.person import PersonRole
from abhaya.workflows.enter_answers import enter_and_fill_in
from abhaya.workflows.fill_form import open_record, start_record
from support.desks import begin_case

PREPARED = "/data/case/prepared/prepared"
OWN = {f"{PREPARED}_rank": "Inspector", f"{PREPARED}_belt": "12", f"{PREPARED}_sex": "female"}


def test_rank_number_and_sex_go_with_the_name_and_stay_away(desk):
    case = begin_case(desk)

    def begin():
        return start_record(desk, case.id, "best_interest", "en", PersonRole.VICTIM)

    def known(filling):
        return {path: value for path in OWN if (value := filling.entry.state(path).value)}

    first = begin()
    enter_and_fill_in(first, OWN)
    first.save()
    second = begin()
    assert known(second) == OWN
    enter_and_fill_in(second, {f"{PREPARED}_name": "Another Officer (DEMO)"})
    second.save()
    assert known(second) == known(open_record(desk, second.record.id)) == {}


def test_what_was_typed_of_the_other_stays_whichever_comes_first(desk):
    case = begin_case(desk)
    first = start_record(desk, case.id, "best_interest", "en", PersonRole.VICTIM)
    enter_and_fill_in(first, OWN)
    first.save()
    again = start_record(desk, case.id, "best_interest", "en", PersonRole.VICTIM)
    typed = {f"{PREPARED}_rank": "Constable", f"{PREPARED}_name": "Another Officer (DEMO)"}
    enter_and_fill_in(again, typed)
    assert again.entry.state(f"{PREPARED}_rank").value == "Constable"
    assert again.entry.state(f"{PREPARED}_belt").value == ""


def test_each_group_of_an_officer_goes_by_its_own_name(desk):
    case = begin_case(desk)
    first = start_record(desk, case.id, "best_interest", "en", PersonRole.VICTIM)
    enter_and_fill_in(first, OWN)
    first.save()
    talk = start_record(desk, case.id, "interview_adult", "en", "V-001")
    enter_and_fill_in(talk, {"/data/present/lead/lead_name": "Another Officer (DEMO)"})
    assert talk.entry.state("/data/present/lead/lead_sex").value == ""
    assert talk.entry.state(f"{PREPARED}_sex").value == "female"

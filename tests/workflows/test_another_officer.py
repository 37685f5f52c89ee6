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

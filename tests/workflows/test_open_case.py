"""Cases: numbers, what happened, who may see them."""

from __future__ import annotations

from abhaya.cases.audit_entry import Action
from abhaya.cases.case import CaseFilter
from abhaya.errors import Code
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.list_cases import count_cases, list_cases
from abhaya.workflows.open_case import change_summary, find_case, read_case
from support.desks import SUMMARY, begin_case, desk_of
from support.refusal import refused


def test_cases_are_numbered_by_station_year_and_serial(desk):
    assert [begin_case(desk).number for _ in range(2)] == ["GKP/2026/0001", "GKP/2026/0002"]


def test_what_happened_comes_back_after_a_restart(folder, clock):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
    with desk_of(folder, clock) as desk:
        found = read_case(desk, find_case(desk, "gkp/2026/0001").id)
    assert (found.case, found.summary) == (case, SUMMARY)


def test_what_happened_can_be_written_anew(desk):
    case = begin_case(desk)
    change_summary(desk, case.id, "काठमाडौँबाट ल्याइएको")
    assert read_case(desk, case.id).summary == "काठमाडौँबाट ल्याइएको"


def test_half_a_letter_costs_no_word(desk):
    case = begin_case(desk, "found at the gate \ud83d today")
    assert read_case(desk, case.id).summary == "found at the gate ? today"
    change_summary(desk, case.id, "\udc00 found")
    assert read_case(desk, case.id).summary == "? found"


def test_reading_a_case_is_on_the_trail_without_a_word_of_it(desk):
    case = begin_case(desk)
    read_case(desk, case.id)
    last = entries(desk)[-1]
    assert (last.action, last.subject, last.detail) == (Action.CASE_READ, case.id, "")


def test_a_case_that_is_not_there(desk):
    with refused(Code.NO_SUCH_CASE):
        find_case(desk, "GKP/2026/0099")


def test_the_list_is_empty_at_first(desk):
    assert (list_cases(desk, CaseFilter()), count_cases(desk, CaseFilter())) == ([], 0)

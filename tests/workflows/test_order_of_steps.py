"""What is out of order or late is told at the question, before anybody seals."""

from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya.workflows.enter_answers import enter_answers
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.order_of_steps import OrderOfSteps
from abhaya.workflows.seal_record import seal
from support.clock_form import FOUND, fill_clock_form
from support.desks import begin_case

ROWS = "/data/rescued"
GD = {"/data/gd_at": "2026-03-13T09:00:00.000+05:30"}


@pytest.fixture
def case(desk):
    return begin_case(desk)


def told(steps):
    return {path: {(d.rule, d.person) for d in found} for path, found in steps.told().items()}


def test_what_is_in_order_tells_nothing(desk, case, tmp_path):
    assert told(OrderOfSteps(desk, fill_clock_form(desk, case, tmp_path, FOUND | GD))) == {}


def test_it_stands_at_the_later_step_and_goes_when_that_is_put_right(desk, case, tmp_path):
    filling = fill_clock_form(desk, case, tmp_path, FOUND)
    steps = OrderOfSteps(desk, filling)
    assert told(steps) == {"/data/fir_date": {("gd_before_fir", "")}}
    enter_answers(filling.entry, GD)
    assert told(steps) == {}


def test_of_several_people_at_the_one_it_is_about(desk, case, tmp_path):
    late = {f"{ROWS}[{row}]/produced_at": "2026-03-14T15:01:00.000+05:30" for row in (1, 2)}
    steps = OrderOfSteps(desk, fill_clock_form(desk, case, tmp_path, FOUND | GD | late))
    assert told(steps) == {f"{ROWS}[1]/produced_at": {("child_cwc", "V-001")}}


def test_against_what_another_record_tells_it_stands_at_the_earlier_step_here(desk, case, tmp_path):
    seal(desk, fill_clock_form(desk, case, tmp_path, {"/data/fir_date": "2026-03-12"}))
    filling = fill_clock_form(desk, case, tmp_path, GD)
    found = told(OrderOfSteps(desk, filling))
    assert found == {}  # the missing entry was asked about when the FIR was sealed
    other = begin_case(desk)
    fill_clock_form(desk, other, tmp_path, {"/data/fir_date": "2026-03-12"})
    filling = fill_clock_form(desk, other, tmp_path, GD)
    assert told(OrderOfSteps(desk, filling)) == {"/data/gd_at": {("gd_before_fir", "")}}


def test_what_is_reckoned_from_an_answer_is_told_at_that_answer(desk, case):
    filling = start_record(desk, case.id, "home_verification", "en", PersonRole.VICTIM)
    paths = {path.rpartition("/")[2]: path for path in (n.path for n in filling.entry.nodes())}
    ordered, given = paths["ordered_on"], paths["given_on"]
    enter_answers(filling.entry, {paths["purpose"]: "child_report"})
    enter_answers(filling.entry, {ordered: "2026-02-01", given: "2026-03-01"})
    assert told(OrderOfSteps(desk, filling)) == {given: {("sir_15", "V-001")}}


def test_what_was_taken_over_is_told_where_it_is_from(desk, case):
    report = start_record(desk, case.id, "rescue_report", "en")
    enter_answers(report.entry, {"/data/case/fir_number": "42/2026", "/data/case/fir_date": "2026-03-12"})
    report.save()
    arrest = start_record(desk, case.id, "arrest_memo", "en", PersonRole.SUSPECT)
    enter_answers(arrest.entry, {"/data/arrest/arrest_at": "2026-03-11T10:00:00.000+05:30"})
    arrest.save()
    assert ("fir_before_arrest", "S-001") in told(OrderOfSteps(desk, arrest))["/data/arrest/arrest_at"]
    profile = start_record(desk, case.id, "victim_profile", "en", PersonRole.VICTIM)
    assert profile.entry.node("/data/case/fir_date").value == "2026-03-12"
    assert told(OrderOfSteps(desk, profile)) == {}

"""Clocks set going, met and missed by what happened."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from abhaya.cases.clock import ClockState
from abhaya.cases.clock_rules import clock_rules
from abhaya.cases.clock_run import Happenings, run_clock
from abhaya.cases.event import Duration, Event

INDIA = timezone(timedelta(hours=5, minutes=30))
RULES = {rule.name: rule for rule in clock_rules()}


def moment(text):
    return datetime.fromisoformat(text).replace(tzinfo=INDIA)


def event(name, when, person="", record="r1", *, draft=False):
    return Event(name, person, moment(when), "T" in when, record, draft)


def clocks(rule, *events, person="", now="2026-03-02T09:00", durations=(), count_first_day=False):
    return run_clock(RULES[rule], person, Happenings(events, durations, moment(now), count_first_day))


def states(rule, *events, **known):
    return [clock.state for clock in clocks(rule, *events, **known)]


FOUND = event("child.found", "2026-03-01T10:00", "V-001")
TOLD = event("pocso.informed", "2026-03-01T10:00", "V-001")


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-03-01T12:00", ClockState.RUNNING),
        ("2026-03-02T09:00", ClockState.NEAR),
        ("2026-03-02T15:00", ClockState.NEAR),
        ("2026-03-02T15:01", ClockState.OVERDUE),
    ],
)
def test_a_child_to_be_produced_with_a_journey_of_five_hours(now, state):
    journey = Duration("child.journey", "V-001", 5, "r1")
    (clock,) = clocks("child_cwc", FOUND, person="V-001", now=now, durations=[journey])
    assert clock.deadline.at == moment("2026-03-02T15:00")
    assert clock.state is state
    assert clock.left(moment(now)) == clock.deadline.at - moment(now)


@pytest.mark.parametrize(
    ("produced", "state"),
    [
        ("2026-03-02T09:59", ClockState.MET),
        ("2026-03-02T10:01", ClockState.LATE),
        ("2026-03-02", ClockState.MET),
        ("2026-03-03", ClockState.LATE),
    ],
)
def test_in_time_or_late(produced, state):
    made = event("child.produced_cwc", produced, "V-001", "r2")
    assert states("child_cwc", FOUND, made, person="V-001") == [state]


def test_nothing_happened_and_no_clock_runs():
    assert clocks("child_cwc", person="V-001") == ()


def test_one_child_produced_does_not_stop_the_clock_of_another():
    other = event("child.found", "2026-03-01T10:00", "V-002")
    made = event("child.produced_cwc", "2026-03-01T20:00", "V-001", "r2")
    nobody_named = event("child.produced_cwc", "2026-03-01T20:00", "", "r3")
    assert states("child_cwc", FOUND, other, made, nobody_named, person="V-002") == [ClockState.NEAR]


def test_what_is_told_of_the_whole_case_sets_everybodys_clock_going_and_stops_it():
    informed = event("pocso.informed", "2026-03-01T10:00")
    assert states("pocso_care", informed, person="V-002") == [ClockState.NEAR]
    care = event("pocso.care_given", "2026-03-01T11:00")
    assert states("pocso_care", informed, care, person="V-002") == [ClockState.MET]


def test_both_the_committee_and_the_court_must_be_told():
    committee = event("pocso.cwc_told", "2026-03-01T12:00", "V-001")
    court = event("pocso.court_told", "2026-03-02T11:00", "V-001")
    assert states("pocso_report", TOLD, committee, person="V-001", now="2026-03-01T13:00") == [
        ClockState.RUNNING
    ]
    (clock,) = clocks("pocso_report", TOLD, committee, court, person="V-001")
    assert (clock.state, clock.met_at) == (ClockState.LATE, court.at)


def test_the_earliest_of_two_tellings_counts():
    met_at_gate = event("person.encountered", "2026-03-01T09:30", "V-001", "r0")
    (clock,) = clocks("child_cwc", FOUND, met_at_gate, person="V-001")
    assert clock.started_at == met_at_gate.at


def test_a_day_without_a_time_gives_way_to_the_time_on_that_day():
    (clock,) = clocks("child_cwc", FOUND, event("child.found", "2026-03-01", "V-001", "r0"), person="V-001")
    assert clock.started_at == FOUND.at


def test_each_seizure_has_its_own_clock():
    first, second = (
        event("seizure.made", "2026-03-01T08:00"),
        event("seizure.made", "2026-03-02T08:00", "", "r2"),
    )
    reported = event("seizure.reported", "2026-03-01T09:00")
    assert states("seizure_report", first, second, reported) == [ClockState.MET, ClockState.RUNNING]


def test_done_before_the_clock_began():
    seen = event("medical.examined", "2026-02-28T08:00", "V-001")
    informed = event("rape.informed", "2026-03-01T08:00", "V-001", "r2")
    assert states("med_send", seen, informed, person="V-001") == [ClockState.MET]


def test_progress_is_told_again_and_again_until_the_trial_ends():
    fir = event("fir.registered", "2026-03-01")
    told = event("progress.told", "2026-05-20", "", "r2")
    running, overdue = clocks("progress_90", fir, told, now="2026-09-01T00:00")
    assert running.state is ClockState.MET
    assert (overdue.state, overdue.deadline.day.isoformat()) == (ClockState.OVERDUE, "2026-08-18")
    ended = event("trial.ended", "2026-08-01", "", "r3")
    assert states("progress_90", fir, told, ended, now="2026-09-01T00:00") == [ClockState.MET]


@pytest.mark.parametrize(
    ("rule", "counted", "last"),
    [
        ("default_bail_60", False, "2026-09-30"),
        ("default_bail_60", True, "2026-09-29"),
        ("default_bail_90", False, "2026-10-30"),
        ("default_bail_90", True, "2026-10-29"),
    ],
)
def test_default_bail_is_counted_as_the_station_counts(rule, counted, last):
    remand = event("remand.first", "2026-08-01T11:00", "S-001")
    (clock,) = clocks(rule, remand, person="S-001", now="2026-08-02T11:00", count_first_day=counted)
    assert clock.deadline.day.isoformat() == last
    filed = event("report.filed", last, "", "r9")
    assert states(rule, remand, filed, person="S-001", count_first_day=counted) == [ClockState.MET]


def test_twenty_days_before_default_bail_it_is_near():
    remand = event("remand.first", "2026-08-01T11:00", "S-001")
    assert states("default_bail_60", remand, person="S-001", now="2026-09-10T23:00") == [ClockState.RUNNING]
    assert states("default_bail_60", remand, person="S-001", now="2026-09-11T01:00") == [ClockState.NEAR]


def test_custody_of_the_nearest_magistrate_ends_with_the_order_of_the_right_one():
    ordered = event("itpa.ordered_17_1", "2026-06-01", "V-001")
    (clock,) = clocks("itpa_any_mag", ordered, person="V-001", now="2026-06-12T00:01")
    assert (clock.deadline.day.isoformat(), clock.state) == ("2026-06-11", ClockState.OVERDUE)
    after = event("itpa.ordered_17_3", "2026-06-11", "V-001", "r2")
    assert states("itpa_any_mag", ordered, after, person="V-001") == [ClockState.MET]
    (inquiry,) = clocks("itpa_inquiry", ordered, after, person="V-001")
    assert inquiry.deadline.day.isoformat() == "2026-07-02"


def test_a_day_without_a_time_does_not_excuse_a_time_too_late():
    arrested = event("arrest.made", "2026-03-01T10:00", "S-001")
    produced = event("arrest.produced", "2026-03-02T10:01", "S-001")
    remanded = event("remand.first", "2026-03-02", "S-001")
    assert states("arrest_24", arrested, produced, remanded, person="S-001") == [ClockState.LATE]
    assert states("arrest_24", arrested, remanded, person="S-001") == [ClockState.MET]


def test_a_clock_that_rests_on_a_draft_says_so():
    draft = event("child.found", "2026-03-01T10:00", "V-001", draft=True)
    assert clocks("child_cwc", draft, person="V-001")[0].draft
    assert not clocks("child_cwc", draft, FOUND, person="V-001")[0].draft

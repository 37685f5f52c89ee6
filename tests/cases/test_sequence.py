"""What comes before what."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from abhaya.cases.event import Event
from abhaya.cases.sequence import departures, sequence_rules
from abhaya_forms.tables import terms

INDIA = timezone(timedelta(hours=5, minutes=30))
RULES = {rule.name: rule for rule in sequence_rules()}


def event(name, when, person="", record="r1"):
    return Event(name, person, datetime.fromisoformat(when).replace(tzinfo=INDIA), "T" in when, record, True)


def found(rule, *events, person="", told_in="r1"):
    return [(d.rule, d.person, d.at) for d in departures(RULES[rule], person, events, told_in)]


@pytest.mark.parametrize("rule", sequence_rules(), ids=lambda rule: rule.name)
def test_a_rule_knows_its_events(rule):
    kinds = {term.name: term.more["kind"] for term in terms("events")}
    assert {kinds[name] for name in (*rule.first, rule.then)} == {"moment"}
    assert rule.whom in {"case", "victim", "child", "suspect"}


@pytest.mark.parametrize(
    ("gd", "fir", "odd"),
    [
        ("2026-03-01T10:00", "2026-03-01", False),
        ("2026-03-01T10:00", "2026-03-02", False),
        ("2026-03-01T10:00", "2026-02-28", True),
        ("2026-03-01T10:00", "2026-03-01T09:59", True),
        ("2026-03-01T10:00", "2026-03-01T10:00", False),
    ],
)
def test_the_diary_before_the_fir(gd, fir, odd):
    assert bool(found("gd_before_fir", event("gd.entered", gd), event("fir.registered", fir))) is odd


def test_a_departure_is_of_the_later_step():
    odd = found(
        "gd_before_fir", event("gd.entered", "2026-03-02T10:00"), event("fir.registered", "2026-03-01")
    )
    assert odd == [("gd_before_fir", "", "2026-02-28T18:30:00+00:00")]


def test_a_step_that_nobody_tells_of():
    fir = event("fir.registered", "2026-03-01")
    assert found("gd_before_fir", fir)
    assert not found("fir_before_seizure", event("seizure.made", "2026-03-01T10:00"))
    assert not found("gd_before_fir", event("gd.entered", "2026-03-01T10:00"))


def test_only_the_record_that_tells_of_it_is_asked():
    gd = event("gd.entered", "2026-03-02T10:00", record="r1")
    fir = event("fir.registered", "2026-03-01", record="r2")
    assert found("gd_before_fir", gd, fir, told_in="r1")
    assert found("gd_before_fir", gd, fir, told_in="r2")
    assert not found("gd_before_fir", gd, fir, told_in="r3")


def test_each_person_has_an_order_of_their_own():
    fir = event("fir.registered", "2026-03-02")
    early = event("arrest.made", "2026-03-01T10:00", "S-001")
    late = event("arrest.made", "2026-03-03T10:00", "S-002")
    assert found("fir_before_arrest", fir, early, late, person="S-001")
    assert not found("fir_before_arrest", fir, early, late, person="S-002")


def test_the_earliest_telling_counts():
    known = event("gd.entered", "2026-02-27T10:00", record="r0"), event("gd.entered", "2026-03-02T10:00")
    assert not found("gd_before_fir", *known, event("fir.registered", "2026-03-01"))


def test_a_form_that_repeats_the_earlier_step_is_not_asked_about_the_later_one_of_another():
    fir, arrest = "fir.registered", event("arrest.made", "2026-03-01T10:00", "S-001", "r2")
    told = [event(fir, "2026-03-02", record=record) for record in ("r1", "r2", "r3")]
    asked = {
        r: found("fir_before_arrest", *told, arrest, person="S-001", told_in=r) for r in ("r1", "r2", "r3")
    }
    assert [record for record, departures in asked.items() if departures] == ["r2"]
    alone = found("fir_before_arrest", told[0], arrest, person="S-001", told_in="r1")
    assert len(alone) == 1

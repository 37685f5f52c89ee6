"""What forms tell of happenings: names that the clocks know, on questions that can hold them."""

from __future__ import annotations

from functools import cache

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.event_rules import EVENT_ADVICE
from abhaya_forms.lint import house_findings
from abhaya_forms.source import read_source
from abhaya_forms.tables import terms


def test_every_mark_is_known_and_in_its_place():
    for path in sorted(DEFINITIONS.glob("*/*.yaml")):
        assert [
            finding for finding in house_findings(read_source(path)) if finding.kind in EVENT_ADVICE
        ] == []


@cache
def told() -> frozenset[str]:
    """Return the events that the shipped forms tell of."""
    rows = [row for path in DEFINITIONS.glob("*/*.yaml") for row in read_source(path).rows("survey")]
    return frozenset(row["bind::abhaya:event"] for row in rows) - {""}


def test_an_event_is_a_moment_or_a_length_in_hours_of_a_case_or_a_person():
    assert {(term.more["kind"], term.more["of"]) for term in terms("events")} == {
        ("moment", "case"),
        ("moment", "person"),
        ("hours", "person"),
    }


def test_every_clock_can_be_set_going_and_stopped_by_a_shipped_form():
    needed = {
        event
        for clock in terms("clocks")
        for column in ("starts", "ends", "except", "until")
        for event in clock.more[column].replace("+", " ").split()
    }
    assert sorted(needed - told()) == []


def test_every_step_of_a_sequence_is_told_by_a_shipped_form():
    needed = {
        event for row in terms("sequence") for event in f"{row.more['first']} {row.more['then']}".split()
    }
    assert sorted(needed - told()) == []


def test_every_event_is_told_by_some_form():
    assert sorted({term.name for term in terms("events")} - told()) == []

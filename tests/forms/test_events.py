"""What forms tell of happenings: names that the clocks know, on questions that can hold them."""

from __future__ import annotations

from functools import cache

from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.source import read_source
from abhaya_forms.tables import terms

HOLDS = {"moment": {"date", "dateTime", "calculate"}, "hours": {"decimal", "integer", "calculate"}}
KINDS = {term.name: term.more["kind"] for term in terms("events")}


@cache
def marked() -> tuple[tuple[str, str, str], ...]:
    """Return form and question, its type and the event, for each mark of the shipped forms."""
    return tuple(
        (f"{path.stem} {row['name']}", row["type"], row["bind::abhaya:event"])
        for path in sorted(DEFINITIONS.glob("*/*.yaml"))
        for row in read_source(path).rows("survey")
        if row["bind::abhaya:event"]
    )


def test_every_mark_names_an_event():
    assert [mark for mark in marked() if mark[2] not in KINDS] == []
    assert {event for _, _, event in marked()} >= {"gd.entered", "fir.registered"}


def test_every_mark_stands_on_a_question_that_can_hold_it():
    assert [mark for mark in marked() if mark[1] not in HOLDS[KINDS[mark[2]]]] == []


def test_an_event_is_a_moment_or_a_length_in_hours_of_a_case_or_a_person():
    assert {(term.more["kind"], term.more["of"]) for term in terms("events")} == {
        ("moment", "case"),
        ("moment", "person"),
        ("hours", "person"),
    }


def test_every_clock_can_be_set_going_and_stopped_by_a_shipped_form():
    told = {event for _, _, event in marked()}
    needed = {
        event
        for clock in terms("clocks")
        for column in ("starts", "ends", "except", "until")
        for event in clock.more[column].replace("+", " ").split()
    }
    assert sorted(needed - told) == []


def test_every_step_of_a_sequence_is_told_by_a_shipped_form():
    told = {event for _, _, event in marked()}
    needed = {
        event for row in terms("sequence") for event in f"{row.more['first']} {row.more['then']}".split()
    }
    assert sorted(needed - told) == []


def test_every_event_is_told_by_some_form():
    assert sorted(KINDS.keys() - {event for _, _, event in marked()}) == []

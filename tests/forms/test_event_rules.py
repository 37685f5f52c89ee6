"""A mark of something that happened must be one that the clocks know, where it can be answered."""

from __future__ import annotations

import pytest

from abhaya_forms.lint import ADVICE, house_findings
from abhaya_forms.rows import LANGUAGES
from support.form_sources import form

WORDS = dict(
    zip((f"label::{language}" for language in LANGUAGES.values()), ("When", "कब", "कहिले"), strict=True)
)


def found(kind, event):
    row = {"type": kind, "name": "when", **WORDS, "bind::abhaya:event": event}
    return [(f.kind, f.column, f.values["text"]) for f in house_findings(form(row))]


@pytest.mark.parametrize(
    ("kind", "event"),
    [("date", "arrest.made"), ("dateTime", "arrest.made"), ("decimal", "arrest.journey"), ("date", "")],
)
def test_a_mark_in_its_place(kind, event):
    assert found(kind, event) == []


def test_a_mark_that_nobody_knows():
    assert found("date", "arest.made") == [("unknown_event", "bind::abhaya:event", "arest.made")]


@pytest.mark.parametrize(("kind", "event"), [("text", "arrest.made"), ("date", "arrest.journey")])
def test_a_mark_on_a_question_that_cannot_hold_it(kind, event):
    assert found(kind, event) == [("misplaced_event", "bind::abhaya:event", event)]


def test_the_form_can_be_used_all_the_same():
    assert {"unknown_event", "misplaced_event"} <= ADVICE

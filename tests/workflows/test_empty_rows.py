"""Empty rows go at sealing where the form lets a table be empty, and only there."""

from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya.workflows.empty_rows import drop_empty_rows
from abhaya.workflows.fill_form import start_record
from abhaya_forms.engine import NonAnswer
from support.desks import begin_case

MEMBERS, CONSENTS = "/data/family/members", "/data/agreement/consents"


@pytest.fixture
def entry(desk):
    """A profile of somebody new, as it is begun."""
    return start_record(desk, begin_case(desk).id, "victim_profile", "en", PersonRole.VICTIM).entry


def required(entry):
    return {problem.path for problem in entry.problems(to_seal=True)}


def test_an_empty_row_asks_nothing_any_more_and_why_there_is_none_is_asked(entry):
    assert f"{MEMBERS}[1]/member_name" in required(entry)
    change = drop_empty_rows(entry)
    assert change.structure
    assert (entry.rows(MEMBERS), entry.rows(CONSENTS)) == ((), ())
    assert {path for path in required(entry) if path.startswith("/data/family/m")} == {
        "/data/family/members_none_why"
    }


def test_a_row_with_anything_in_it_stays_and_moves_up(entry):
    second = entry.add_repeat(MEMBERS)
    entry.set_answer(f"{second}/member_safe", "yes")
    entry.set_non_answer(f"{CONSENTS}[1]/consent_answer", NonAnswer.NOT_ASKED)
    drop_empty_rows(entry)
    assert entry.rows(MEMBERS) == (f"{MEMBERS}[1]",)
    assert entry.state(f"{MEMBERS}[1]/member_safe").value == "yes"
    assert len(entry.rows(CONSENTS)) == 1


def test_words_half_typed_are_something(entry):
    entry.set_answer(f"{CONSENTS}[1]/consent_on", "next week")
    drop_empty_rows(entry)
    assert len(entry.rows(CONSENTS)) == 1


def test_a_table_that_must_have_a_row_keeps_its_empty_one(desk):
    report = start_record(desk, begin_case(desk).id, "rescue_report", "en").entry
    assert not drop_empty_rows(report).structure
    assert len(report.rows("/data/entry/team")) == len(report.rows("/data/persons/rescued")) == 1


def test_when_nothing_is_empty_nothing_changes(entry):
    drop_empty_rows(entry)
    again = drop_empty_rows(entry)
    assert (again.structure, again.paths) == (False, frozenset())

"""A fact told otherwise reaches the drafts that are chosen, and never a sealed record."""

from __future__ import annotations

import pytest

from abhaya.cases.record import RecordStatus
from abhaya.workflows.fill_form import open_record, start_record
from abhaya.workflows.seal_record import seal
from abhaya.workflows.spread_change import changed_facts, update_drafts
from support.desks import begin_case, bring_in, fill_small_form
from support.small_form import NAMES
from support.subject_form import write_subject_form

BETTER = "Sita Tamang (DEMO)"


@pytest.fixture
def case(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    return case


def begin(desk, case, code="V-001"):
    return start_record(desk, case.id, "subject_form", "en", code)


def name_in(desk, record_id, path="/data/name"):
    return open_record(desk, record_id).entry.node(path)


def told_otherwise(desk, case):
    """A draft, a sealed record and a draft about somebody else carry names; then one more tells another."""
    draft, sealed, other = begin(desk, case), begin(desk, case), begin(desk, case, "V-002")
    seal(desk, sealed)
    filling = begin(desk, case)
    filling.entry.set_answer("/data/name", BETTER)
    filling.save()
    return filling, draft.record, sealed.record, other.record


def test_the_drafts_and_sealed_records_that_say_it_as_before_are_named(desk, case):
    first = desk.reader.records.of_case(case.id)[0]
    filling, draft, sealed, _ = told_otherwise(desk, case)
    (changed,) = changed_facts(desk, filling)
    assert (changed.asked.name, changed.asked.person) == ("person.full_name", "V-001")
    assert [(o.record.id, o.path, o.is_draft) for o in changed.others] == [
        (first.id, "/data/rescued[1]/full_name", True),
        (draft.id, "/data/name", True),
        (sealed.id, "/data/name", False),
    ]
    assert changed.others[1].titles["en"] == "Subject form"


def test_only_the_chosen_drafts_follow(desk, case):
    first = desk.reader.records.of_case(case.id)[0]
    filling, draft, sealed, other = told_otherwise(desk, case)
    (changed,) = changed_facts(desk, filling)
    update_drafts(desk, filling, [(changed, changed.others[1])])
    node = name_in(desk, draft.id)
    assert (node.value, node.source, node.told) == (BETTER, filling.record.id, "")
    assert name_in(desk, first.id, "/data/rescued[1]/full_name").value == NAMES[0]
    assert name_in(desk, sealed.id).value == NAMES[0]
    assert name_in(desk, other.id).value == NAMES[1]
    assert desk.reader.records.get(sealed.id).status is RecordStatus.SEALED


def test_what_was_settled_is_not_asked_again(desk, case):
    filling, *_ = told_otherwise(desk, case)
    filling.known.settle()
    assert changed_facts(desk, filling) == ()
    filling.entry.set_answer("/data/name", NAMES[0])
    assert changed_facts(desk, filling) == ()


def test_a_fact_told_for_the_first_time_changes_nothing_elsewhere(desk, case):
    begin(desk, case)
    filling = begin(desk, case)
    filling.entry.set_answer("/data/rank", "SI")
    assert changed_facts(desk, filling) == ()


def test_a_removed_row_is_no_change_of_those_below(desk, case):
    begin(desk, case, "V-002")
    report = open_record(desk, desk.reader.records.of_case(case.id)[0].id)
    report.entry.remove_repeat("/data/rescued[1]")
    assert changed_facts(desk, report) == ()
    report.entry.set_answer("/data/rescued[1]/full_name", BETTER)
    assert [fact.asked.person for fact in changed_facts(desk, report)] == ["V-002"]


def test_where_one_record_was_made_is_no_matter_of_the_others(desk, case):
    place = "/data/case/prepared/prepared_place"
    first = start_record(desk, case.id, "rescue_plan", "en")
    first.entry.set_answer(place, "Jogbani")
    first.save()
    second = start_record(desk, case.id, "rescue_plan", "en")
    assert second.entry.node(place).value == "Jogbani"
    second.entry.set_answer(place, "Araria")
    assert changed_facts(desk, second) == ()

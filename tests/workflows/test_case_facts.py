"""Of several answers to the same the newest that is in force counts, and each says where it is from."""

from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya.cases.role import Role
from abhaya.workflows.case_facts import CASE, case_facts
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.manage_people import add_person
from abhaya.workflows.open_case import read_case
from abhaya.workflows.seal_record import correct_record, seal
from support.desks import begin_case, bring_in, desk_of, fill_small_form
from support.small_form import NAMES
from support.station_people import PASSPHRASES
from support.subject_form import write_subject_form


@pytest.fixture
def case(desk, tmp_path):
    bring_in(desk, write_subject_form(tmp_path))
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    return case


def tell(desk, case, code="V-001", **answers):
    filling = start_record(desk, case.id, "subject_form", "en", code)
    for name, text in answers.items():
        filling.entry.set_answer(f"/data/{name}", text)
    filling.save()
    return filling


def name_of(desk, case, code="V-001"):
    fact = case_facts(desk, case.id).get("person.full_name", code)
    return fact.value if fact else ""


def test_a_fact_says_where_and_when_it_was_told(desk, case, clock):
    record = desk.reader.records.of_case(case.id)[0]
    fact = case_facts(desk, case.id).get("person.full_name", "V-001")
    assert (fact.origin.source, fact.origin.path) == (record.id, "/data/rescued[1]/full_name")
    assert (fact.origin.titles["en"], fact.origin.version) == ("Small form", 1)
    assert record.created_at < fact.origin.at < clock()


def test_a_copy_of_a_fact_is_no_source_however_late_it_is_saved(desk, case):
    copy = tell(desk, case, told="a few words")
    first = desk.reader.records.of_case(case.id)[0]
    assert case_facts(desk, case.id).get("person.full_name", "V-001").origin.source == first.id
    copy.entry.set_answer("/data/name", "Sita Tamang (DEMO)")
    copy.save()
    assert name_of(desk, case) == "Sita Tamang (DEMO)"


def test_an_older_answer_stays_old_when_its_draft_is_saved_again(desk, case):
    old = tell(desk, case, rank="SI")
    tell(desk, case, rank="Inspector")
    old.entry.set_answer("/data/told", "more")
    old.save()
    assert case_facts(desk, case.id).get("officer.rank").value == "Inspector"


def test_a_correction_counts_once_it_is_sealed(desk, case):
    first = tell(desk, case, home="", child="yes")
    first.entry.set_answer("/data/home", "Demo village")
    seal(desk, first)
    correction = correct_record(desk, first.record.id)
    correction.entry.set_answer("/data/home", "Demo town")
    correction.save()
    assert case_facts(desk, case.id).get("person.home.village", "V-001").value == "Demo village"
    seal(desk, correction)
    assert case_facts(desk, case.id).get("person.home.village", "V-001").value == "Demo town"


def test_what_is_hidden_is_not_known(desk, case):
    filling = tell(desk, case, child="yes")
    filling.entry.set_answer("/data/home", "Demo village")
    filling.entry.set_answer("/data/child", "no")
    filling.save()
    assert case_facts(desk, case.id).get("person.home.village", "V-001") is None


def test_what_an_officer_wrote_of_himself_is_not_said_of_the_next(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        bring_in(desk, write_subject_form(tmp_path))
        case = begin_case(desk)
        tell(desk, case, PersonRole.VICTIM, rank="Inspector")
        assert case_facts(desk, case.id).get("officer.rank").value == "Inspector"
        tell(desk, case, "V-001", rank="DSP", officer="Somebody else (DEMO)")
        assert case_facts(desk, case.id).get("officer.rank").value == "Inspector"
        add_person(desk, "Demo investigator", Role.INVESTIGATOR, PASSPHRASES[Role.INVESTIGATOR])
    with desk_of(folder, clock, Role.INVESTIGATOR) as desk:
        facts = case_facts(desk, case.id)
        assert facts.get("officer.rank") is None
        assert facts.get("officer.name").value == "Demo investigator"


def test_the_lists_of_the_case_follow_from_its_people(desk, case):
    facts = case_facts(desk, case.id)
    assert facts.get("case.victim_codes").value == "V-001, V-002"
    assert facts.get("case.victim_codes").origin.source == CASE
    assert facts.get("case.accused_names") is None
    report = start_record(desk, case.id, "rescue_report", "en")
    report.entry.set_answer("/data/apprehended/suspects_found", "yes")
    report.fill_in()
    report.entry.set_answer("/data/apprehended/suspects[1]/full_name", "Demo Suspect")
    report.save()
    named = case_facts(desk, case.id).get("case.accused_names")
    assert (named.value, named.origin.source) == ("Demo Suspect", report.record.id)


def test_nothing_is_known_of_somebody_else(desk, case):
    assert name_of(desk, case, "V-002") == NAMES[1]
    assert name_of(desk, case, "V-009") == ""


def test_a_damaged_record_tells_nothing_and_stops_nothing(desk, case):
    first = desk.reader.records.of_case(case.id)[0]
    with desk.database.transaction():
        desk.database.change("update records set sealed_content = zeroblob(99) where id = ?", (first.id,))
    assert name_of(desk, case) == ""
    assert tell(desk, case, rank="SI").entry.node("/data/name").value == ""
    assert len(read_case(desk, case.id).records) == 2

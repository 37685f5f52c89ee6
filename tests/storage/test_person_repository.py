from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya.errors import Code
from abhaya.storage.unit_of_work import Reader
from support.refusal import refused
from support.station_rows import a_person, a_record, keep_case, sealed, working

CASE = "GKP/2026/0001"


@pytest.fixture
def people(database):
    keep_case(database)
    with working(database) as work:
        work.records.add(a_record(), b"content")
    return Reader(database).people


def replace(database, record_id, *people):
    with working(database) as work:
        work.people.replace(record_id, [(person, f"sealed {person.id}".encode()) for person in people])


def codes(people):
    return [person.code for person in people.of_case(CASE)]


def test_people_come_back_as_they_were(database, people):
    victim = a_person("V-001", is_child=True)
    suspect = a_person("S-001", is_child=False)
    witness = a_person("W-001")
    replace(database, "r-1", suspect, victim, witness)
    assert people.of_case(CASE) == [witness, victim, suspect]
    assert people.identity_of(victim.id) == b"sealed person V-001"


def test_replaced_people_are_gone(database, people):
    replace(database, "r-1", a_person("V-001"), a_person("V-002"))
    replace(database, "r-1", a_person("V-003"))
    assert codes(people) == ["V-003"]
    replace(database, "r-1")
    assert codes(people) == []


def test_people_of_another_record_stay(database, people):
    with working(database) as work:
        work.records.add(a_record("r-2", number=2), b"content")
    replace(database, "r-1", a_person("V-001"))
    replace(database, "r-2", a_person("V-002", record_id="r-2"))
    assert codes(people) == ["V-001", "V-002"]


def test_correction_takes_over_the_people_of_what_it_corrects(database, people):
    replace(database, "r-1", a_person("V-001"), a_person("V-002"))
    with working(database) as work:
        work.records.seal(sealed(a_record()), b"content")
        work.records.add(a_record("r-1b", version=2, corrects="r-1"), b"content")
    replace(database, "r-1b", a_person("V-001", id="again", record_id="r-1b"))
    assert [(person.id, person.record_id) for person in people.of_case(CASE)] == [("again", "r-1b")]


def test_unknown_person_is_named(people):
    with refused(Code.NO_SUCH_PERSON):
        people.identity_of("nobody")


def give(database, role):
    with working(database) as work:
        return work.people.next_code(CASE, role)


def test_codes_go_on_after_the_highest(database, people):
    assert give(database, PersonRole.VICTIM) == "V-001"
    replace(database, "r-1", a_person("V-002"), a_person("V-010"), a_person("S-003"))
    assert give(database, PersonRole.VICTIM) == "V-011"
    assert give(database, PersonRole.SUSPECT) == "S-004"
    assert give(database, PersonRole.WITNESS) == "W-001"


def test_a_code_is_never_given_again_whatever_became_of_its_row(database, people):
    replace(database, "r-1", a_person("V-001"), a_person("V-002"))
    assert give(database, PersonRole.VICTIM) == "V-003"
    replace(database, "r-1")
    assert give(database, PersonRole.VICTIM) == "V-004"

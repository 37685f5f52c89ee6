"""The rules about people and facts see what they are there to see, and every shipped form keeps them."""

from __future__ import annotations

import pytest

from abhaya.cases.person import PersonRole
from abhaya_forms.catalogue import DEFINITIONS
from abhaya_forms.lint import house_findings
from abhaya_forms.people_rules import FACT_DOMAINS, PEOPLE_ADVICE, PERSON_ROLES, people_findings
from abhaya_forms.source import read_source
from abhaya_forms.survey import survey_lines
from support.form_sources import form

PERSON, SUBJECT, CARRY = "bind::abhaya:person", "bind::abhaya:subject", "bind::abhaya:carry"
CODE = {"type": "text", "name": "person_code", "read_only": "yes", PERSON: "victim"}
ABOUT = {"type": "text", "name": "subject_code", "read_only": "yes", SUBJECT: "victim"}
SEX = {"type": "select_one sexes", "name": "sex", CARRY: "person.sex"}
REGISTER = ({"type": "begin_repeat", "name": "rescued", PERSON: "victim"}, CODE)
END = {"type": "end_repeat"}


def found(*rows) -> list[tuple[str, str]]:
    """Return the findings about people, each with its column."""
    return [(f.kind, f.column) for f in people_findings(tuple(survey_lines(form(*rows))))]


def test_roles_that_there_are_not():
    assert tuple(PersonRole) == PERSON_ROLES
    assert [found(CODE | {PERSON: role}) for role in PERSON_ROLES] == [[]] * 3
    assert found(ABOUT | {SUBJECT: "witness victim"}) == []
    assert found(CODE | {PERSON: "alien"}) == [("unknown_person", PERSON)]
    assert found(ABOUT | {SUBJECT: "victim alien"}) == [("unknown_subject", SUBJECT)]


@pytest.mark.parametrize("code", [CODE, ABOUT])
def test_a_code_that_somebody_could_type_or_that_is_counted(code):
    assert found(code | {"read_only": "no"}) == [("typed_person_code", "read_only")]
    assert found(code | {"calculation": "'V-001'"}) == [("typed_person_code", "calculation")]


def test_a_fact_of_something_that_nobody_knows():
    (finding,) = [f for f in house_findings(form(SEX | {CARRY: "cases.sex"})) if f.kind in PEOPLE_ADVICE]
    assert (finding.kind, finding.row, finding.column) == ("unknown_fact", 2, CARRY)
    assert finding.values == {"text": "cases.sex", "domains": ", ".join(FACT_DOMAINS)}


def test_facts_in_repeats():
    plain = {"type": "begin_repeat", "name": "team"}
    court = {"type": "text", "name": "court", CARRY: "case.court"}
    assert found(*REGISTER, SEX, END) == []
    assert found(*REGISTER, court, END) == [("fact_in_repeat", CARRY)]
    assert found(ABOUT, plain, SEX, END) == [("fact_in_repeat", CARRY)]
    assert found(*REGISTER, plain, SEX, END, END) == [("fact_in_repeat", CARRY)]
    assert found(court) == []


def test_a_fact_of_a_person_where_there_is_none():
    assert found(SEX) == [("fact_of_nobody", CARRY)]
    assert found(ABOUT, SEX) == []


def test_the_same_fact_asked_in_two_ways():
    assert found(ABOUT, SEX, SEX | {"name": "again", "type": "text"}) == [("fact_asked_otherwise", "type")]


def test_a_fact_is_asked_in_the_same_way_in_every_form():
    ways: dict[str, dict[str, str]] = {}
    for path in sorted(DEFINITIONS.glob("*/*.yaml")):
        for line in survey_lines(read_source(path)):
            if fact := line.row[CARRY]:
                kind = line.row["type"].replace("calculate", "text")
                ways.setdefault(fact, {}).setdefault(kind, f"{path.stem}: {line.row['name']}")
    assert {fact: kinds for fact, kinds in ways.items() if len(kinds) > 1} == {}


def test_a_register_is_told_by_the_code_in_its_rows():
    assert found({"type": "begin_repeat", "name": "rescued"}, CODE, SEX, END) == []

"""Sections that facts suggest: the examples of the law's test facts."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from abhaya.cases.case_document import CaseDocument
from abhaya.workflows.suggested_charges import suggested_charges
from abhaya_forms.engine.instance_xml import parse_xml, read_nodes


def person(age, code="V-001", *, sexual="no", **more):
    columns = {"code": code, "role": "victim", "age": age, "sexual": sexual, **more}
    return "<person " + " ".join(f'{name}="{value}"' for name, value in columns.items()) + "/>"


def charges(*parts):
    root = read_nodes(parse_xml(f"<case>{''.join(parts)}</case>".encode()))
    document = CaseDocument(root, (), (), lambda: datetime(2026, 3, 14, tzinfo=UTC))
    return {found.charge for found in suggested_charges(document)}


POLICEMAN = (
    '<person code="S-001" role="suspect" sexual="no"/>'
    '<record subject="S-001"><data><public_servant>yes</public_servant></data></record>'
)


@pytest.mark.parametrize(
    ("people", "charge"),
    [
        ([person("24")], "bns_143_2"),
        ([person("24"), person("30", "V-002")], "bns_143_3"),
        ([person("15")], "bns_143_4"),
        ([person("")], "bns_143_4"),
        ([person("15"), person("12", "V-002")], "bns_143_5"),
    ],
)
def test_trafficking_by_number_and_age(people, charge):
    assert {c for c in charges(*people) if c.startswith("bns_143")} == {charge}


def test_a_police_officer_involved():
    assert "bns_143_7" in charges(person("24"), POLICEMAN)
    assert "bns_143_7" not in charges(person("24"))


def test_a_girl_of_twenty_brought_from_nepal_for_prostitution():
    found = charges(person("20", sexual="yes", sex="female", nationality="npl"))
    assert "bns_141" in found
    assert "itpa_5_1" in found
    assert not {charge for charge in found if charge.startswith("pocso")}


def test_a_child_of_seventeen_is_a_minor_of_the_itpa_and_a_child_of_pocso():
    found = charges(person("17", sexual="yes", sex="female"))
    assert {"itpa_5_1_minor", "pocso_17", "bns_144_1"} <= found
    assert "itpa_5_1_child" not in found


def test_bonded_labour_of_an_sc_or_st_person():
    record = '<record subject="V-001"><data><community_reason>poa</community_reason></data></record>'
    bonded = person("30", exploitation="forced_labour bonded_labour")
    assert {"blsa_16", "poa_3_1_h"} <= charges(bonded, record)
    assert "poa_3_1_h" not in charges(bonded)


def test_what_is_charged_already_is_not_suggested():
    assert "bns_143_2" not in charges(person("24"), '<section name="bns_143_2"/>')


def offence(began, ended=""):
    """A record that tells when the offence was."""
    days = {"case.offence_from": began, "case.offence_to": ended}
    return "<record>" + "".join(f'<day fact="{fact}">{day}</day>' for fact, day in days.items()) + "</record>"


BRIDE = person("19", exploitation="forced_marriage", sex="female", nationality="npl")


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (offence("2024-05-01", "2024-06-30"), {"ipc_370_2", "ipc_366", "ipc_366b"}),
        (offence("2024-05-01"), {"ipc_370_2", "ipc_366", "ipc_366b"}),
        (offence("2024-07-01"), {"bns_143_2", "bns_87", "bns_141"}),
        ("", {"bns_143_2", "bns_87", "bns_141"}),
    ],
)
def test_the_days_of_the_offence_choose_the_code(days, expected):
    assert charges(BRIDE, days) == expected


def test_an_offence_under_both_codes_suggests_both():
    assert {"ipc_370_2", "bns_143_2"} <= charges(BRIDE, offence("2024-05-01", "2024-08-01"))

"""Every check over the forms of a case, on the smallest case it finds something in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from abhaya.cases.case_document import CaseDocument
from abhaya_forms.engine.instance_xml import parse_xml, read_nodes
from abhaya_forms.tables import terms

GIRL = '<person code="V-001" role="victim" child="yes" sexual="yes" folded="bimala rai"/>'
WOMAN = '<person code="V-001" role="victim" child="no" sexual="yes"/>'
PRODUCED = GIRL.replace("/>", '><event name="child.produced_cwc"/></person>')
ACCUSED = '<person code="S-001" role="suspect" child="no" sexual="no" folded="ram kumar"/>'
WITNESS = '<person code="W-001" role="witness" child="no" sexual="no" folded=""/>'
POCSO = '<section name="pocso_17" act="pocso" woman_officer="yes" s183="yes"/>'
RAPE = '<section name="bns_64_1" act="bns" woman_officer="yes" s183="yes"/>'
LABOUR = '<section name="bns_146" act="bns" woman_officer="no" s183="no"/>'


def record(form, answers, **more):
    columns = "".join(f' {name}="{value}"' for name, value in more.items())
    return f'<record number="3" form="{form}"{columns}><data>{answers}</data></record>'


def officer(sex):
    return record("witness_statement", f'<prepared_sex fact="officer.sex">{sex}</prepared_sex>')


def seizure(answers):
    return record("seizure_memo", f"<seized_at>2026-03-01T10:00</seized_at>{answers}")


def assessed(answers, more=""):
    case = GIRL if not more else GIRL.replace("/>", f">{more}</person>")
    return (
        case
        + record("best_interest", answers, subject="V-001")
        + record("restoration_file", "", subject="V-001")
    )


def told(act, means, purpose):
    return record(
        "interview_adult",
        f"<act_said>{act}</act_said><means_said>{means}</means_said><purpose_said>{purpose}</purpose_said>",
    )


TRAFFICKING = '<section name="bns_143_2" act="bns" woman_officer="no" s183="no"/>'
DEBT = record("rescue_report", "<advance_taken>yes</advance_taken>")
SC_ST = record("victim_profile", "<community_reason>poa</community_reason>")
DEVICE = seizure("<devices><device_item>1</device_item></devices>")
DECIDED = '<event name="cwc.decided"/>'
ORGAN = '<section name="thota_19" act="thota"/>'
TOLD = '<event name="thota.told"/>'
FILED = ORGAN + TOLD + '<event name="report.filed"/>'
GOING = record("restoration_file", "", subject="V-001")
HELPER = "<support_name folded='{}'>…</support_name>"

CASES = {
    "child_not_produced": (GIRL, PRODUCED),
    "child_produced_late": (
        GIRL.replace("/>", '><clock name="child_cwc" state="late"/></person>'),
        GIRL.replace("/>", '><clock name="child_cwc" state="met"/></person>'),
    ),
    "child_sections": (GIRL + RAPE, GIRL + POCSO),
    "pocso_not_charged": (GIRL + LABOUR, GIRL + POCSO),
    "woman_officer": (RAPE + officer("male"), RAPE + officer("female")),
    "magistrate_statement": (
        RAPE + WOMAN,
        RAPE + WOMAN.replace("/>", '><event name="statement_183.recorded"/></person>'),
    ),
    "rape_not_sent_to_doctor": (
        RAPE + WOMAN,
        RAPE + WOMAN.replace("/>", '><event name="medical.sent"/></person>'),
    ),
    "doctor_late": (
        WOMAN.replace("/>", '><clock name="med_send" state="overdue"/></person>'),
        WOMAN.replace("/>", '><clock name="med_send" state="near"/></person>'),
    ),
    "ingredients": (TRAFFICKING + WOMAN + told(1, 0, 1), TRAFFICKING + WOMAN + told(1, 2, 1)),
    "debt_not_charged": (DEBT, DEBT + '<section name="blsa_16" act="blsa"/>'),
    "bonded_not_told": (DEBT, DEBT + '<event name="bonded.dm_told"/>'),
    "authority_not_told": (ORGAN, ORGAN + TOLD),
    "thota_without_complaint": (FILED, FILED + '<event name="thota.complained"/>'),
    "atrocity_not_charged": (SC_ST, SC_ST + '<section name="poa_3_1_h" act="poa"/>'),
    "seizure_not_reported": (
        seizure(""),
        seizure("<magistrate_told_at>2026-03-02T10:00</magistrate_told_at>"),
    ),
    "seizure_not_recorded": (seizure(""), seizure("<recordings><av_file>A-1</av_file></recordings>")),
    "device_without_custody": (DEVICE, DEVICE.replace("</data>", "<custody/></data>")),
    "device_without_certificate": (DEVICE, DEVICE + record("electronic_certificate", "")),
    "witness_without_statement": (WITNESS, WITNESS + record("witness_statement", "", subject="W-001")),
    "accused_as_helper": (
        ACCUSED + record("interview_child", HELPER.format("ram kumar")),
        ACCUSED + record("interview_child", HELPER.format("maya gurung")),
    ),
    "restoration_without_assessment": (GOING, GOING + record("best_interest", "", subject="V-001")),
    "restoration_without_verification": (GOING, GOING + record("home_verification", "", subject="V-001")),
    "restoration_without_order": (
        assessed("<family_role>suspected</family_role>"),
        assessed("<family_role>suspected</family_role>", DECIDED),
    ),
}


def found(name, case):
    root = read_nodes(parse_xml(f"<case>{case}</case>".encode()))
    document = CaseDocument(root, (), (), lambda: datetime(2026, 3, 14, tzinfo=UTC))
    (find,) = (term.more["find"] for term in terms("checks") if term.name == name)
    return document.found(find)


def test_every_check_is_tried():
    assert CASES.keys() == {term.name for term in terms("checks")}


@pytest.mark.parametrize("name", CASES)
def test_a_check_finds_what_is_wrong_and_nothing_where_all_is_well(name):
    wrong, well = CASES[name]
    assert len(found(name, wrong)) == 1
    assert found(name, well) == []


@pytest.mark.parametrize("name", CASES)
def test_an_empty_case_has_nothing_to_find(name):
    assert found(name, "") == []


def test_a_high_risk_alone_holds_a_restoration_back():
    for level, blocked in ((1, 0), (2, 1), (3, 1)):
        case = assessed(f"<family_role>none</family_role><highest_level>{level}</highest_level>")
        assert len(found("restoration_without_order", case)) == blocked


def test_an_adult_who_goes_home_by_own_wish_needs_no_order():
    at_risk = assessed("<family_role>suspected</family_role>")
    own = at_risk + record("restoration_file", "<authority>own_wish</authority>", subject="V-001")
    assert found("restoration_without_order", at_risk)
    assert not found("restoration_without_order", own)


def test_for_a_child_the_means_may_be_missing():
    assert not found("ingredients", TRAFFICKING + GIRL + told(1, 0, 1))
    assert found("ingredients", TRAFFICKING + GIRL + told(0, 1, 1))
    assert found("ingredients", TRAFFICKING + GIRL)


def test_of_unknown_age_counts_as_a_child():
    assert found("child_not_produced", GIRL.replace('"yes" sexual', '"unknown" sexual'))
    assert not found("child_not_produced", WOMAN)


def test_the_supervisors_list_is_covered_but_for_what_other_parts_of_the_program_do():
    items = {term.more["item"] for term in terms("checks")}
    elsewhere = {"4": "suggested_charges", "8": "the masked copy itself"}
    assert items | elsewhere.keys() == {str(number) for number in range(1, 11)}
    assert {term.more["severity"] for term in terms("checks")} == {"warning", "note"}


def test_rape_of_one_victim_sends_no_other_to_the_doctor():
    other = '<person code="V-002" role="victim" child="no" sexual="no"/>'
    informed = '<person code="V-001" role="victim" sexual="no"><event name="rape.informed"/></person>'
    sent = informed.replace("</person>", '<event name="medical.sent"/></person>')
    for case, codes in (
        (other, ["V-002"]),  # nobody knows to whom it was done
        (WOMAN + other, ["V-001"]),
        (informed + other, ["V-001"]),
        (sent + other, []),
    ):
        people = found("rape_not_sent_to_doctor", RAPE + case)
        assert [person.attributes["code"] for person in people] == codes


def test_rape_under_the_old_code_counts_too():
    assert found("rape_not_sent_to_doctor", RAPE.replace("bns_64_1", "ipc_376ab") + WOMAN)

"""A case told in all its forms: every field that leaves is filled, and nothing leaves that names anybody."""

from __future__ import annotations

import csv
import io
import json

import pytest

from abhaya.cases.person import PersonRole
from abhaya.export.htcds import to_csv, to_json
from abhaya.workflows.case_answers import CaseAnswers
from abhaya.workflows.case_document import case_document
from abhaya.workflows.fill_form import start_record
from abhaya.workflows.htcds_records import htcds_record, statistics_consent
from abhaya_forms.engine.node import Node
from abhaya_forms.htcds import htcds_fields
from support.desks import Clock, begin_case, desk_of, new_station
from support.htcds_check import problems_of_csv, problems_of_json
from support.marked_record import BIRTH_YEAR, MARK, mark_everything

KNOWN = {
    "station.name": "Gorakhpur Kotwali",
    "station.district": "Gorakhpur",
    "station.state": "Uttar Pradesh",
    "station.country": "IN",
    "station.kind": "LawEnforcement",
    "case.kind": "forced_labour",
    "case.status": "active",
    "case.owner": "investigator",
}
SAID = {
    "result": "actual_victim",
    "exploitation": "sexual forced_labour",
    "by_referral": "yes",
    "consent_purpose": "statistics",
    "consent_answer": "given",
    "found": "died",
    "modules": "recruitment transport exploitation control people",
    "rec_date_known": "day",
    "consent": "agreed",
    "nationality": "npl",
    "language": "nepali",
    "languages": "nepali hindi",
    "is_child": "no",
    "education": "primary",
    "consent_withdrawn_on": "",
    "education_level": "high",
    "home_state": "np_koshi",
    "home_district": "np_morang",
}
"""What a question of this name is answered with, where the first choice would tell too little."""

FORMS = (
    ("rescue_report", ""),
    ("victim_profile", "V-001"),
    ("interview_adult", "V-001"),
    ("best_interest", "V-001"),
    ("referral", "V-001"),
    ("follow_up", "V-001"),
    ("arrest_memo", PersonRole.SUSPECT),
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    clock = Clock()
    with desk_of(new_station(tmp_path_factory.mktemp("htcds") / "station", clock), clock) as desk:
        yield desk


@pytest.fixture(scope="module")
def told(desk):
    """The <record> elements of a case in which every question is answered."""
    case_id = begin_case(desk).id
    for form, about in FORMS:
        filling = start_record(desk, case_id, form, "en", about)
        mark_everything(filling.entry, SAID)
        filling.save()
    return [top for top in case_document(desk, case_id).root.children if top.name == "record"]


def record_of(told, victim="V-001"):
    return htcds_record(CaseAnswers(told), KNOWN, victim, lambda code: "AAAABBBBCCCCDDDD")


def test_every_field_that_leaves_is_filled(told):
    record = record_of(told)
    filled = {*record.fields, *(name for told in record.lists.values() for entry in told for name in entry)}
    assert {field.name for field in htcds_fields() if not field.withheld} - filled == set()


def test_what_is_written_is_as_the_standard_wants_it(told):
    records = [record_of(told)]
    assert problems_of_json(to_json(records)) == []
    assert problems_of_csv(to_csv(records)) == []


def test_nothing_told_in_free_words_and_no_birth_leaves(told):
    texts = [node.text for top in told for node in top.descend() if MARK in node.text]
    assert len(texts) > 100
    written = (to_json([record_of(told)]) + to_csv([record_of(told)])).decode()
    assert MARK not in written
    assert BIRTH_YEAR not in written
    assert [code for code in ("V-001", "S-001") if code in written] == []


def top(form: str, *answers: tuple[str, str], subject: str = "V-001", fact: str = "") -> Node:
    """A ``<record>`` with these answers, all of them about the fact if there is one."""
    record = Node("record")
    record.attributes.update(form=form, code=subject)
    for name, text in answers:
        node = Node(name, record, text)
        node.attributes["fact"] = fact
        record.children.append(node)
    return record


def consents(*rows: tuple[str, str, str]) -> Node:
    profile = top("victim_profile")
    for purpose, answer, withdrawn in rows:
        row = Node("consents", profile)
        for name, text in zip(
            ("purpose", "answer", "withdrawn_on"), (purpose, answer, withdrawn), strict=True
        ):
            row.children.append(Node(f"consent_{name}", row, text))
        profile.children.append(row)
    return profile


@pytest.mark.parametrize(
    ("rows", "agreed"),
    [
        ([], None),
        ([("referral", "given", "")], None),
        ([("statistics", "", "")], None),
        ([("statistics", "given", "")], True),
        ([("statistics", "refused", "")], False),
        ([("statistics", "given", "2026-11-20")], False),
        ([("statistics", "refused", ""), ("statistics", "given", "")], True),
    ],
)
def test_the_last_answer_about_statistics_counts(rows, agreed):
    assert statistics_consent(CaseAnswers([consents(*rows)]), "V-001") is agreed
    assert statistics_consent(CaseAnswers([consents(*rows)]), "V-002") is None


def test_of_two_answers_the_later_counts_and_of_two_sources_the_first():
    earlier = top("rescue_report", ("sex", "female"))
    later = top("rescue_report", ("sex", "other"))
    assert record_of([earlier, later]).fields["prs_Gender"] == "NonConforming"
    said = top("victim_profile", ("sex", "male"), fact="person.sex")
    assert record_of([said, later]).fields["prs_Gender"] == "Masculine"


def test_another_persons_answers_do_not_count():
    records = [top("rescue_report", ("sex", "female"), subject="V-002"), top("x", ("a", "b"))]
    assert CaseAnswers(records).victims == ("V-001", "V-002")
    assert "prs_Gender" not in record_of(records).fields
    suspect = top("rescue_report", ("sex", "male"), subject="S-001")
    assert "prs_Gender" not in record_of([suspect]).fields


def test_a_suspect_told_of_twice_is_one_perpetrator():
    found = top("rescue_report", ("suspect_role", "transporter"), subject="S-001")
    arrested = top("arrest_memo", ("role", "transporter exploiter"), subject="S-001")
    other = top("rescue_report", ("suspect_role", "sold"), subject="S-002")
    roles = [entry["per_RoleInProcess"] for entry in record_of([found, arrested, other]).lists["per"]]
    assert roles == [("Transporter", "Exploiter"), ("SoldIndividual",)]


def test_what_the_standard_has_no_word_for_gives_way_to_the_next_source():
    unknown = top("victim_profile", ("exploitation", "unknown"), fact="person.exploitation")
    assert record_of([unknown]).fields["vic_TypeOfExploitation"] == ("ForcedLabour",)


def test_a_second_language_is_another_than_the_first():
    first = top("victim_profile", ("language", "nepali"), fact="person.language")
    several = top("victim_profile", ("languages", "nepali hindi"), fact="person.languages")
    assert record_of([first, several]).fields["prs_SecondaryLanguage"] == ("hin",)


def test_both_files_tell_the_same(told):
    record = record_of(told)
    (line,) = csv.DictReader(io.StringIO(to_csv([record]).decode(), newline=""))
    (tree,) = json.loads(to_json([record]))["records"]
    assert line["prs_Gender"] == tree["person"]["prs_Gender"]
    assert line["per_RoleInProcess"].count(" | ") == len(tree["perpetrators"]) - 1


def test_what_a_form_says_of_the_station_does_not_leave():
    written = top("victim_profile", ("unit_name", "AHTU, near the tea stall"), fact="station.name")
    record = htcds_record(CaseAnswers([written]), {}, "V-001", str)
    assert "org_Name" not in record.fields

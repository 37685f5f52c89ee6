"""The files of the statistics: what a record holds stands in both, and nothing else does."""

from __future__ import annotations

import csv
import io
import json

from abhaya.cases.htcds_record import HtcdsRecord
from abhaya.export.htcds import to_csv, to_json
from support.htcds_check import problems_of_csv, problems_of_json

FULL = HtcdsRecord(
    "AAAABBBBCCCCDDDD",
    {
        "prs_Gender": "Feminine",
        "prs_NumberOfChildren": 2,
        "prs_Citizenship": ("NP", "IN"),
        "con_Consent": "TRUE",
    },
    {
        "per": ({"per_RoleInProcess": ("Transporter", "Exploiter")}, {"per_RoleInProcess": ("Other",)}),
        "hte": ({"hte_Type": "Recruitment", "hte_Country": "NP"}, {"hte_Type": "Transit"}),
        "spl": (),
    },
)
BARE = HtcdsRecord("EEEEFFFFGGGGHHHH", {}, {"per": (), "hte": (), "spl": ()})


def test_json_has_an_object_for_each_table_and_a_list_where_there_can_be_several():
    tree = json.loads(to_json([FULL, BARE]))
    full, bare = tree["records"]
    assert full["person"] == {
        "prs_Gender": "Feminine",
        "prs_NumberOfChildren": 2,
        "prs_Citizenship": ["NP", "IN"],
    }
    assert full["consent"] == {"con_Consent": "TRUE"}
    assert full["historic_events"][1] == {"hte_Type": "Transit"}
    assert bare["person"] == {}
    assert bare["perpetrators"] == []


def test_csv_has_a_line_for_each_person_and_keeps_apart_what_belongs_apart():
    full, bare = csv.DictReader(io.StringIO(to_csv([FULL, BARE]).decode(), newline=""))
    assert full["id"] == "AAAABBBBCCCCDDDD"
    assert full["prs_Citizenship"] == "NP;IN"
    assert full["per_RoleInProcess"] == "Transporter;Exploiter | Other"
    assert (full["hte_Type"], full["hte_Country"]) == ("Recruitment | Transit", "NP | ")
    assert "prs_FirstName" not in full
    assert set(bare.values()) == {"EEEEFFFFGGGGHHHH", ""}


def test_both_are_as_the_standard_wants_them():
    assert problems_of_json(to_json([FULL, BARE])) == []
    assert problems_of_csv(to_csv([FULL, BARE])) == []


def test_the_check_sees_what_the_standard_does_not_allow():
    wrong = HtcdsRecord(
        "V-001",
        {
            "prs_Gender": "female",
            "prs_FirstName": "Sita",
            "prs_Citizenship": ("NPL",),
            "cas_IncomingReferralDate": "3 May",
        },
        {"per": ({},), "hte": (), "spl": ()},
    )
    found = " ".join(problems_of_json(to_json([wrong, wrong])))
    for told in (
        "one id twice",
        "prs_Gender: female",
        "prs_FirstName is withheld",
        "NPL",
        "3 May",
        "empty entry",
    ):
        assert told in found


def test_the_same_records_make_the_same_bytes():
    assert to_json([FULL]) == to_json([FULL])
    assert to_csv([FULL]) == to_csv([FULL])

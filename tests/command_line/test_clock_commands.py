"""Deadlines and checks on the command line."""

from __future__ import annotations

import json

import pytest

from abhaya.cases.role import Role
from support.clock_form import CLOCK_FORM, FOUND
from support.station_people import PASSPHRASES

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"
REMAND = {
    "/data/sections": "bns_143_2",
    "/data/held[1]/full_name": "Ram Kumar (DEMO)",
    "/data/held[1]/remanded_on": "2026-03-13",
}


@pytest.fixture
def case(station, tmp_path):
    """The number of a case in which a child was found and a man remanded, in March."""
    form, answers = tmp_path / "clock_form.yaml", tmp_path / "answers.json"
    form.write_text(CLOCK_FORM, encoding="utf-8")
    answers.write_text(json.dumps(FOUND | REMAND), encoding="utf-8")
    station.json("form", "import", str(form), "--approved-by", "Demo prosecutor", stdin=PASSPHRASE)
    new = ("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur")
    number = station.json(*new, stdin=PASSPHRASE)["number"]
    station.json("record", "fill", number, "clock_form", "--answers", str(answers), stdin=PASSPHRASE)
    return number


def due(station, case):
    clocks = station.json("case", "clocks", case, stdin=PASSPHRASE)
    return {(clock["clock"], clock["person"]): clock for clock in clocks}


def test_the_list_knows_what_is_due_as_soon_as_a_record_is_filled(station, case):
    listed = station.json("case", "list", stdin=PASSPHRASE)["cases"]
    assert listed[0]["due_at"].startswith("2026-03-14 09:30:00")


def test_clocks_as_data(station, case):
    child = due(station, case)["child_cwc", "V-001"]
    assert (child["due_at"], child["state"]) == ("2026-03-14T15:00:00+05:30", "overdue")
    assert (child["strict"], child["draft"], child["verify"]) == (True, True, False)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "by 14/03/2026 15:00 (30 Falgun 2082 BS)"),
        ("hi", "14/03/2026 15:00"),
        ("ne", "14/03/2026 15:00"),
    ],
)
def test_clocks_in_words(station, case, language, said):
    told = station("--language", language, "--passphrase-stdin", "case", "clocks", case, stdin=PASSPHRASE)
    assert told.code == 0
    assert said in told.out and "V-001" in told.out and "JJ 31(1)" in told.out
    assert "DEMO" not in told.out


def test_checks(station, case):
    found = station.json("case", "check", case, stdin=PASSPHRASE)
    assert ("child_not_produced", "V-001") in {(finding["name"], finding["person"]) for finding in found}
    told = station("--passphrase-stdin", "case", "check", case, stdin=PASSPHRASE)
    assert "! V-001: No production before the Child Welfare Committee" in told.out
    assert "→ Production before" in told.out


def test_a_decision_about_bail(station, case):
    assert due(station, case)["default_bail_60", "S-001"]["due_day"] == "2026-05-12"
    station.json(
        "case",
        "bail",
        case,
        "--days",
        "90",
        "--accused",
        "S-001",
        stdin=PASSPHRASE + "The court reads it so.\n",
    )
    assert due(station, case)["default_bail_90", "S-001"]["due_day"] == "2026-06-11"


def test_a_record_is_sealed_with_reasons_and_tells_what_is_unexplained(station, case, tmp_path):
    (line,) = station.json("case", "show", case, stdin=PASSPHRASE)["records"]
    reasons = tmp_path / "reasons.json"
    reasons.write_text("[]", encoding="utf-8")
    seal = ("record", "seal", line["record"]["id"], "--reasons", str(reasons))
    assert (
        station("--json", "--passphrase-stdin", *seal, stdin=PASSPHRASE).data["error"] == "answer_file_broken"
    )
    reasons.write_text(json.dumps({"fir_before_arrest S-001": "not told here"}), encoding="utf-8")
    sealed = station.json(*seal, stdin=PASSPHRASE)
    assert [found["rule"] for found in sealed["unexplained"]] == ["gd_before_fir"]

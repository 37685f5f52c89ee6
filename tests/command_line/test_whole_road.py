"""The whole road from a terminal: station, case, form, seal, attach, export, verify."""

from __future__ import annotations

import json
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest

from abhaya.cases.role import Role
from abhaya.workflows.desk import INDIA
from support.attachments import photo
from support.desks import SUMMARY
from support.small_form import ANSWERS, NAMES, write_small_form
from support.station_people import PASSPHRASES

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"
NUMBER = f"GKP/{datetime.now(INDIA).year}/0001"  # the program looks at the real clock


@pytest.fixture
def record(station, tmp_path):
    form = station.json(
        "form",
        "import",
        str(write_small_form(tmp_path)),
        "--approved-by",
        "Demo prosecutor",
        stdin=PASSPHRASE,
    )
    station.json(
        *("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur", "--event-on", "2026-03-13"),
        "--summary-stdin",
        stdin=PASSPHRASE + SUMMARY,
    )
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    words = ("record", "fill", NUMBER, form["form_id"], "--answers", str(answers))
    if NUMBER not in station("--passphrase-stdin", "case", "list", stdin=PASSPHRASE).out:
        pytest.fail("the case is not in the list")
    return station.json(*words, stdin=PASSPHRASE)["record"]


def test_from_rescue_to_court_bundle(station, record, tmp_path):
    shown = station.json("case", "show", NUMBER, stdin=PASSPHRASE)
    assert shown["summary"] == SUMMARY
    assert [person["code"] for person in shown["people"]] == ["V-001", "V-002"]
    assert not any(name in json.dumps(shown, ensure_ascii=False) for name in NAMES)
    sealed = station.json("record", "seal", record, stdin=PASSPHRASE)
    assert len(sealed["sha256"]) == 64
    kept = station.json("attach", NUMBER, str(photo(tmp_path)), stdin=PASSPHRASE)
    assert kept["code"] == "A-1"
    out = tmp_path / "bundle.pdf"
    words = ("export", NUMBER, "--copy", "court", "--out", str(out))
    exported = station.json(*words, stdin=PASSPHRASE)
    assert sha256(out.read_bytes()).hexdigest() == exported["sha256"]
    assert station.json("verify", str(out))["problems"] == []
    head = exported["audit_head"]
    assert f"{head['count']}:{head['hash'][:16]}" in station("verify", str(out)).out
    head = station.json("audit", "verify", stdin=PASSPHRASE)
    printed = f"{exported['audit_head']['count']}:{exported['audit_head']['hash'][:16]}"
    assert station.json("audit", "verify", "--head", printed, stdin=PASSPHRASE)["count"] > head["count"]
    again = station("--passphrase-stdin", *words, stdin=PASSPHRASE)
    assert again.code == 1
    assert "already a file" in again.err


def test_a_kind_of_case_that_is_in_no_table_is_refused(station):
    new = ("case", "new", "--kind", NAMES[1], "--district", "Gorakhpur")
    assert station("--passphrase-stdin", *new, stdin=PASSPHRASE).code == 2


def test_search_finds_without_showing(station, record):
    found = station.json("search", "Sita", stdin=PASSPHRASE)
    assert [(hit["case_number"], hit["record_id"]) for hit in found] == [(NUMBER, record)]
    assert station.json("search", "-", stdin=f"{PASSPHRASE}Bimala\n") == found


def test_a_record_with_problems_is_not_sealed(station, record, tmp_path):
    answers = tmp_path / "half.json"
    answers.write_text(json.dumps({"/data/rescued[1]/age_years": "500"}), encoding="utf-8")
    words = ("record", "fill", NUMBER, "small_form", "--answers", str(answers))
    half = station.json(*words, stdin=PASSPHRASE)
    outcome = station("--json", "--passphrase-stdin", "record", "seal", half["record"], stdin=PASSPHRASE)
    assert outcome.code == 7
    assert outcome.data["lines"] == [
        "/data/place: Write the place",
        "/data/rescued[1]/age_years: Between 0 and 119",
    ]


def test_nothing_of_the_case_is_readable_in_the_station_folder(station, record):
    from support.plain_text_scan import plain_text_leaks

    secrets = [*NAMES, SUMMARY, ANSWERS["/data/place"]]
    assert plain_text_leaks(Path(station.station), secrets) == []


def test_people_and_grants(station, record):
    lawyer = "Lawyer (DEMO)"
    station.json(
        "people", "add", lawyer, "--role", "legal_aid", stdin=f"{PASSPHRASE}nine quiet walnut ladders\n"
    )
    assert [p["name"] for p in station.json("people", "list")] == [lawyer, "SHO (DEMO)"]
    assert station("--passphrase-stdin", "case", "list", stdin=PASSPHRASE).code == 3  # who?
    sho = ("--person", "SHO (DEMO)")
    station.json("people", "grant", lawyer, "--case", NUMBER, *sho, stdin=PASSPHRASE)
    shown = station.json("case", "show", NUMBER, "--person", lawyer, stdin="nine quiet walnut ladders\n")
    assert shown["summary"] == SUMMARY

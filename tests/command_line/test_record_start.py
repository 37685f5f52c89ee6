"""A form about one person is begun by saying whom it is about."""

from __future__ import annotations

import json

import pytest

from abhaya.cases.role import Role
from support.small_form import ANSWERS, write_small_form
from support.station_people import PASSPHRASES
from support.subject_form import write_subject_form

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"


@pytest.fixture
def case(station, tmp_path):
    """The number of a case in which the small form told two names."""
    for write in (write_small_form, write_subject_form):
        path = str(write(tmp_path))
        station.json("form", "import", path, "--approved-by", "Demo prosecutor", stdin=PASSPHRASE)
    new = ("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur")
    number = station.json(*new, stdin=PASSPHRASE)["number"]
    file = tmp_path / "answers.json"
    file.write_text(json.dumps(ANSWERS), encoding="utf-8")
    station.json("record", "fill", number, "small_form", "--answers", str(file), stdin=PASSPHRASE)
    return number


def start(station, case, *about):
    words = ("record", "start", case, "subject_form", *about)
    return station("--json", "--passphrase-stdin", *words, stdin=PASSPHRASE)


def test_a_record_about_somebody_of_the_case(station, case):
    told = start(station, case, "--about", "V-002")
    assert (told.code, told.data["subject"]) == (0, "V-002")
    shown = station("--passphrase-stdin", "case", "show", case, stdin=PASSPHRASE)
    assert "Subject form · V-002: Draft" in shown.out
    assert "Questions not asked again: 1" in shown.out


def test_a_record_about_somebody_new(station, case):
    assert start(station, case, "--about", "witness").data["subject"] == "W-001"


@pytest.mark.parametrize("about", [(), ("--about", "V-009"), ("--about", "suspect")])
def test_a_record_about_nobody_that_fits_is_not_begun(station, case, about):
    told = start(station, case, *about)
    assert (told.code, told.data["error"]) == (1, "subject_wanted")


def test_the_paper_it_is_entered_from_is_named_at_once(station, case):
    told = start(station, case, "--about", "witness", "--paper", "P-12", "2026-01-31")
    assert told.code == 0
    trail = station.json("audit", "list", stdin=PASSPHRASE)
    assert "record.from_paper" in [
        entry["action"] for entry in trail if entry["subject"] == told.data["record"]
    ]


@pytest.mark.parametrize(
    ("serial", "day", "code"),
    [("P-12", "31/01/2026", 2), ("P 12", "2026-01-31", 1), ("P-12", "2999-01-01", 1)],
)
def test_a_paper_that_is_not_named_well_begins_nothing(station, case, serial, day, code):
    assert start(station, case, "--about", "witness", "--paper", serial, day).code == code
    shown = station("--passphrase-stdin", "case", "show", case, stdin=PASSPHRASE)
    assert "Subject form" not in shown.out

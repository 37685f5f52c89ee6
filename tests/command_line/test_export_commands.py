"""The statistics copy from a terminal, in each language."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from abhaya.cases.role import Role
from abhaya.workflows.desk import INDIA
from abhaya.workflows.list_people import list_people
from abhaya.workflows.open_case import find_case
from abhaya.workflows.unlock_station import unlock
from support.desks import SUMMARY
from support.htcds_check import problems_of_csv, problems_of_json
from support.on_request import seal_on_request
from support.small_form import ANSWERS, write_small_form
from support.station_people import PASSPHRASES

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"
NUMBER = f"GKP/{datetime.now(INDIA).year}/0001"  # the program looks at the real clock


@pytest.fixture
def sealed(station, tmp_path):
    """The station with a case of one sealed record."""
    words = ("form", "import", str(write_small_form(tmp_path)), "--approved-by", "Demo prosecutor")
    form = station.json(*words, stdin=PASSPHRASE)
    case = ("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur", "--summary-stdin")
    station.json(*case, stdin=PASSPHRASE + SUMMARY)
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
    filled = ("record", "fill", NUMBER, form["form_id"], "--answers", str(answers))
    record = station.json(*filled, stdin=PASSPHRASE)["record"]
    station.json("record", "seal", record, stdin=PASSPHRASE)
    return station


def test_records_as_json_and_as_lines(sealed, tmp_path):
    for name, problems in (("out.json", problems_of_json), ("out.csv", problems_of_csv)):
        out = tmp_path / name
        words = ("export", NUMBER, "--copy", "htcds", "--out", str(out))
        told = sealed.json(*words, stdin=PASSPHRASE)
        assert problems(out.read_bytes()) == []
        assert told["sha256"] == sha256(out.read_bytes()).hexdigest()
        assert (told["records"], told["refused"]) == (2, 0)
        assert told["fields"]["vic_TypeOfExploitation"] == 2
        assert "CC BY 4.0" in told["standard"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("People written to", "Types of exploitation: 2", "no number below 10")),
        ("hi", ("में लिखे गए व्यक्ति: 2", "शोषण के प्रकार: 2", "10 से कम")),
        ("ne", ("मा लेखिएका व्यक्ति: 2", "शोषणका प्रकार: 2", "10 भन्दा कम")),
    ],
)
def test_what_leaves_is_told_in_words(sealed, tmp_path, language, words):
    out = str(tmp_path / "out.json")
    command = (
        "--language",
        language,
        "--passphrase-stdin",
        "export",
        NUMBER,
        "--copy",
        "htcds",
        "--out",
        out,
    )
    told = sealed(*command, stdin=PASSPHRASE)
    assert told.code == 0
    assert [word for word in (*words, "IOM does not endorse this program") if word not in told.out] == []
    again = sealed(*command, stdin=PASSPHRASE)
    assert again.code != 0
    assert again.out == ""


def test_a_case_without_a_sealed_record(station, tmp_path):
    case = ("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur", "--summary-stdin")
    station.json(*case, stdin=PASSPHRASE + SUMMARY)
    out = tmp_path / "out.json"
    words = ("--json", "--passphrase-stdin", "export", NUMBER, "--copy", "htcds", "--out", str(out))
    assert station(*words, stdin=PASSPHRASE).data["error"] == "nothing_for_statistics"
    assert not out.exists()


def test_records_given_only_on_request_are_left_out_unless_all_are_asked_for(sealed, tmp_path):
    (supervisor,) = list_people(sealed.station)
    desk = unlock(sealed.station, supervisor.person_id, PASSPHRASE.strip(), clock=lambda: datetime.now(UTC))
    try:
        seal_on_request(desk, find_case(desk, NUMBER))
    finally:
        desk.close()
    words = ("export", NUMBER, "--copy", "court", "--out")
    out = sealed("--passphrase-stdin", *words, str(tmp_path / "usual.pdf"), stdin=PASSPHRASE).out
    assert "Sealed records that are not in it: 2." in out
    told = sealed.json(*words, str(tmp_path / "whole.pdf"), "--all", stdin=PASSPHRASE)
    assert told["left_out"] == []

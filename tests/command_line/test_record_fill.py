"""Answers from a file: entered whole, or nothing is begun."""

from __future__ import annotations

import json

import pytest

from abhaya.cases.role import Role
from support.small_form import ANSWERS, write_small_form
from support.station_people import PASSPHRASES

PASSPHRASE = PASSPHRASES[Role.SUPERVISOR] + "\n"
DEEP = "[" * 100_000


@pytest.fixture
def fill(station, tmp_path):
    """Fill the small form from a file with this text; return the outcome and the records of the case."""
    station.json(
        "form",
        "import",
        str(write_small_form(tmp_path)),
        "--approved-by",
        "Demo prosecutor",
        stdin=PASSPHRASE,
    )
    new = ("case", "new", "--kind", "forced_labour", "--district", "Gorakhpur")
    number = station.json(*new, stdin=PASSPHRASE)["number"]
    file = tmp_path / "answers.json"
    words = ("record", "fill", number, "small_form", "--answers", str(file))

    def run(text: str):
        file.write_text(text, encoding="utf-8")
        told = station("--json", "--passphrase-stdin", *words, stdin=PASSPHRASE)
        return told, station.json("case", "show", number, stdin=PASSPHRASE)["records"]

    return run


def test_a_good_file_makes_one_record(fill):
    told, records = fill(json.dumps(ANSWERS))
    assert (told.code, [line["record"]["answered"] for line in records]) == (0, [5])


@pytest.mark.parametrize(
    "answers",
    [
        {**ANSWERS, "/data/no_such_question": "1"},
        {"/data/rescued[1000000]/full_name": "nobody"},
        {"/data/place": {"non_answer": "forgot"}},
        {"/data/place": {}},
    ],
)
def test_a_path_that_leads_nowhere_begins_nothing(fill, answers):
    told, records = fill(json.dumps(answers))
    assert (told.code, told.data["error"], records) == (1, "no_such_question", [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        DEEP,
        '{"/data/place": 5}',
        '{"/data/place": {"non_answer": "declined", "why": 5}}',
        '{"/data/place": "her first words", "/data/place": "others"}',
    ],
)
def test_a_file_that_is_none_is_refused(fill, text):
    told, records = fill(text)
    assert (told.code, told.data["error"], records) == (1, "answer_file_broken", [])

"""The demo station: invented cases in three languages, nothing of them readable on disk."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from abhaya.cases.case import CaseFilter
from abhaya.cases.role import Role
from abhaya.demo.demo_station import demo_station
from abhaya.demo.invented_cases import invented_cases
from abhaya.demo.people import PASSPHRASE
from abhaya.errors import Code
from abhaya.station import create_folder
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.list_people import list_people
from abhaya.workflows.open_case import read_case
from abhaya.workflows.unlock_station import unlock
from support.plain_text_scan import plain_text_leaks
from support.refusal import refused
from support.station_people import CHEAP

CODES = re.compile(r"[a-z0-9_ ]+")
"""Names of choices and numbers; they are words of the program, too."""


FIRST, *OTHERS = invented_cases()
HERE = (FIRST, next(case for case in OTHERS if case.name == "05_rupaidiha_child"))


def clock() -> datetime:
    return datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """With the first case and one of a child; each case is tried on its own beside this."""
    return demo_station(tmp_path_factory.mktemp("demo") / "station", clock, CHEAP, HERE).folder


@pytest.fixture
def desk(folder):
    investigator = next(person for person in list_people(folder) if person.role is Role.INVESTIGATOR)
    desk = unlock(folder, investigator.person_id, PASSPHRASE, clock=clock, policy=CHEAP)
    yield desk
    desk.close()


def test_the_first_case_is_ready_for_court(desk):
    lines = list_cases(desk, CaseFilter())
    assert len(lines) == len(HERE)
    (finished,) = [line for line in lines if line.attachments]
    assert (finished.sealed, finished.people) == (33, 2)
    captions = {held.label.caption for held in read_case(desk, finished.case.id).attachments}
    assert captions == set(FIRST.annexures.values())
    assert finished.case.number == min(line.case.number for line in lines)
    assert any(line.children for line in lines)
    assert any(line.people > line.children for line in lines)


def test_every_office_is_there(folder):
    assert {person.role for person in list_people(folder)} == set(Role)
    assert all("DEMO" in person.display_name for person in list_people(folder))


def test_a_real_station_is_not_taken_for_practice(tmp_path):
    create_folder(tmp_path / "real", code="GKP", name="Kotwali", district="Gorakhpur", state="Uttar Pradesh")
    with refused(Code.STATION_EXISTS):
        demo_station(tmp_path / "real", clock, CHEAP)


def test_a_second_start_takes_the_station_as_it_is(folder):
    before = (folder / "keys.json").read_bytes()
    assert demo_station(folder, clock, CHEAP).demo
    assert (folder / "keys.json").read_bytes() == before


def test_another_folder_is_not_touched(tmp_path):
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with refused(Code.STATION_EXISTS):
        demo_station(tmp_path, clock, CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_five_cases_in_all_three_languages():
    assert len(OTHERS) == 4
    assert {case.language for case in (FIRST, *OTHERS)} == {"en", "hi", "ne"}


def test_no_answer_and_no_name_is_readable_anywhere_in_the_folder(folder, desk):
    secrets = {
        value
        for line in list_cases(desk, CaseFilter())
        for record in read_case(desk, line.case.id).records
        for _, value in open_record(desk, record.record.id).entry.answers()
        if len(value) > 7 and not CODES.fullmatch(value)
    } | {case.summary for case in HERE}
    known = (folder / "station.json").read_text() + " ".join(p.display_name for p in list_people(folder))
    secrets = {
        secret for secret in secrets if secret not in known
    }  # the station and its officers are no secret
    assert len(secrets) > 100
    assert plain_text_leaks(folder, secrets) == []

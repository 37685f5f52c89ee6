"""The copy for statistics: only what is sealed, of people who did not refuse, noted before it leaves."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows import export_htcds
from abhaya.workflows.audit_trail import entries
from abhaya.workflows.export_htcds import read_htcds, save_htcds
from abhaya.workflows.seal_record import seal
from support import statistics_leaks
from support.desks import begin_case, fill_small_form
from support.htcds_check import problems_of_csv, problems_of_json
from support.refusal import refused
from support.small_disk import fill, small_disk
from support.small_form import NAMES


@pytest.fixture
def case(desk, tmp_path):
    case = begin_case(desk)
    seal(desk, fill_small_form(desk, case, tmp_path))
    return case


@pytest.fixture
def export(desk, case):
    return read_htcds(desk, case.id)


def test_a_draft_is_no_statistics(desk, tmp_path):
    case = begin_case(desk)
    fill_small_form(desk, case, tmp_path)
    with refused(Code.NOTHING_FOR_STATISTICS):
        read_htcds(desk, case.id)


def test_what_is_saved_is_valid_names_nobody_and_is_on_the_trail(desk, case, export, tmp_path):
    out = tmp_path / "statistics.json"
    digest = save_htcds(desk, export, out)
    data = out.read_bytes()
    assert problems_of_json(data) == []
    assert (len(json.loads(data)["records"]), export.refused) == (2, 0)
    assert [word for word in (*NAMES, "V-001", case.number, case.id) if word in data.decode()] == []
    last = entries(desk)[-1]
    assert digest == sha256(data).hexdigest()
    assert (last.action, last.subject) == (Action.STATISTICS_EXPORTED, case.id)
    assert last.detail == f"htcds {digest}"


def test_the_name_of_the_file_says_that_lines_are_wanted(desk, export, tmp_path):
    out = tmp_path / "statistics.CSV"
    save_htcds(desk, export, out)
    assert problems_of_csv(out.read_bytes()) == []
    assert out.read_text(encoding="utf-8").startswith("id,org_Name,")


def test_the_same_person_has_the_same_code_in_each_export_of_the_station(desk, case, export, tmp_path):
    again = read_htcds(desk, case.id)
    assert [record.id for record in again.records] == [record.id for record in export.records]
    other = begin_case(desk)
    seal(desk, fill_small_form(desk, other, tmp_path))
    elsewhere = {record.id for record in read_htcds(desk, other.id).records}
    assert elsewhere.isdisjoint(record.id for record in export.records)


def test_who_refused_is_left_out_and_counted(desk, case, monkeypatch):
    monkeypatch.setattr(export_htcds, "statistics_consent", lambda records, victim: victim != "V-001")
    told = read_htcds(desk, case.id)
    assert (len(told.records), told.refused) == (1, 1)
    monkeypatch.setattr(export_htcds, "statistics_consent", lambda records, victim: False)
    with refused(Code.NOTHING_FOR_STATISTICS):
        read_htcds(desk, case.id)


def test_the_fields_are_counted(export):
    assert export.filled()["org_Name"] == 2
    assert export.filled()["prs_Gender"] == 0


def test_a_file_that_is_there_is_not_overwritten(desk, export, tmp_path):
    out = tmp_path / "there.json"
    out.write_bytes(b"older")
    with refused(Code.FILE_EXISTS):
        save_htcds(desk, export, out)
    assert out.read_bytes() == b"older"


def test_nothing_leaves_the_station_without_its_entry(desk, export, tmp_path, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(AuditLog, "append", full)
    with refused(Code.DISK_FULL):
        save_htcds(desk, export, tmp_path / "statistics.json")
    monkeypatch.undo()
    assert list(tmp_path.glob("statistics*")) == []


def test_a_full_stick_leaves_nothing_behind(desk, export, tmp_path):
    many = replace(export, records=export.records * 500)
    with small_disk(tmp_path, 256 * 1024) as stick:
        filler = fill(stick)
        with refused(Code.DISK_FULL):
            save_htcds(desk, many, stick / "statistics.json")
        assert list(stick.iterdir()) == [filler]


def test_the_search_for_leaks_finds_a_name(desk, case, monkeypatch):
    assert statistics_leaks.statistics_faults(desk, case.id) == []
    monkeypatch.setattr(statistics_leaks, "to_csv", lambda records: NAMES[1].encode())
    assert {"Bimala", "Rai", NAMES[1]} <= set(statistics_leaks.statistics_faults(desk, case.id))

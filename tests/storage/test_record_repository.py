from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta

import pytest

from abhaya.cases.record import RecordStatus
from abhaya.errors import Code
from abhaya.storage.unit_of_work import Reader
from support.refusal import refused
from support.station_rows import START, a_case, a_record, keep_case, sealed, working

CASE = "GKP/2026/0001"


@pytest.fixture
def records(database):
    keep_case(database)
    with working(database) as work:
        work.records.add(a_record(), b"first")
    return Reader(database).records


def seal(database, record, content=b"sealed"):
    with working(database) as work:
        work.records.seal(record, content)


def test_record_comes_back_as_it_was(records):
    assert records.get("r-1") == a_record()
    assert records.content_of("r-1") == b"first"


def test_draft_is_replaced(database, records):
    changed = a_record(
        updated_at=START + timedelta(hours=1), answered=3, questions=40, problems=2, language="ne"
    )
    with working(database) as work:
        work.records.save_draft(changed, b"second")
    assert records.get("r-1") == changed
    assert records.content_of("r-1") == b"second"


def test_sealed_record_comes_back_as_it_was(database, records):
    seal(database, sealed(a_record()))
    assert records.get("r-1") == sealed(a_record())
    assert records.content_of("r-1") == b"sealed"


def test_sealed_record_is_neither_saved_nor_sealed_again(database, records):
    seal(database, sealed(a_record()))
    with refused(Code.RECORD_IS_SEALED), working(database) as work:
        work.records.save_draft(a_record(), b"second")
    with refused(Code.RECORD_IS_SEALED):
        seal(database, sealed(a_record(answered=9)))
    assert records.get("r-1") == sealed(a_record())
    assert records.content_of("r-1") == b"sealed"


CHANGES = {
    "id": "'other'", "case_id": "'other'", "number": "2", "form_id": "'other'", "form_version": "'2'",
    "form_sha256": "'00'", "language": "'en'", "status": "'draft'", "version": "2", "created_at": "'x'",
    "created_by": "'x'", "updated_at": "'x'", "sealed_at": "'x'", "sealed_by": "'x'", "content_sha256": "'x'",
    "corrects": "'r-1'", "answered": "9", "questions": "9", "problems": "9",
    "subject": "'V-001'",
}  # fmt: skip


def test_every_column_of_a_record_is_known_to_the_test_below():
    assert set(CHANGES) == {field.name for field in fields(a_record())}


@pytest.mark.parametrize("column", [*CHANGES, "sealed_content"])
def test_no_column_of_a_sealed_record_can_be_changed(database, records, column):
    seal(database, sealed(a_record()))
    value = CHANGES.get(column, "x'00'")
    with refused(Code.RECORD_IS_SEALED), working(database):
        database.change(f"update records set {column} = {value}")
    status = "" if column == "status" else ", status = 'superseded'"
    with refused(Code.RECORD_IS_SEALED), working(database):
        database.change(f"update records set {column} = {value}{status}")
    assert records.get("r-1") == sealed(a_record())


@pytest.mark.parametrize("column", ["id", "case_id", "number", "version", "corrects", "subject"])
def test_draft_stays_in_its_place(database, records, column):
    with pytest.raises(Exception, match="stays where it was started"), working(database):
        database.change(f"update records set {column} = {CHANGES[column]}")


@pytest.mark.parametrize(
    "statement", ["delete from records", "insert or replace into records select * from records"]
)
def test_sealed_records_are_never_deleted(database, records, statement):
    seal(database, sealed(a_record()))
    with pytest.raises(Exception, match="never deleted"), working(database):
        database.change(statement)


def test_a_draft_can_be_dropped_but_no_correction(database, records):
    with working(database) as work:
        work.records.drop("r-1")
    assert records.of_case(CASE) == []
    with refused(Code.NO_SUCH_RECORD), working(database) as work:
        work.records.drop("r-1")
    with working(database) as work:
        work.records.add(a_record(), b"first")
        work.records.seal(sealed(a_record()), b"first")
        work.records.add(a_record("r-1b", version=2, corrects="r-1"), b"better")
    with pytest.raises(Exception, match="never deleted"), working(database) as work:
        work.records.drop("r-1b")


def test_sealing_a_correction_supersedes_what_it_corrects(database, records):
    seal(database, sealed(a_record()))
    correction = a_record("r-1b", version=2, corrects="r-1")
    with working(database) as work:
        work.records.add(correction, b"better")
    assert records.get("r-1").status is RecordStatus.SEALED
    seal(database, sealed(correction))
    assert records.get("r-1") == replace(sealed(a_record()), status=RecordStatus.SUPERSEDED)
    assert records.of_case(CASE) == [records.get("r-1"), records.get("r-1b")]
    with refused(Code.RECORD_IS_SEALED):
        seal(database, sealed(a_record()))


def test_unknown_record_is_named(database, records):
    for ask in (records.get, records.content_of):
        with refused(Code.NO_SUCH_RECORD):
            ask("nothing")
    with refused(Code.NO_SUCH_RECORD), working(database) as work:
        work.records.save_draft(a_record("nothing"), b"content")


def test_record_needs_its_form_and_its_case(database, records):
    for wrong in ({"form_sha256": "00" * 32}, {"case_id": "nothing"}):
        with pytest.raises(Exception, match="FOREIGN KEY"), working(database) as work:
            work.records.add(a_record("r-2", number=2, **wrong), b"content")


def test_records_are_numbered_within_the_case(database, records):
    keep_case(database, a_case("GKP/2026/0002"))
    assert records.next_number(CASE) == 2
    assert records.next_number("GKP/2026/0002") == 1


def test_time_without_a_zone_is_refused(database, records):
    naive = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"), working(database) as work:
        work.records.save_draft(a_record(updated_at=naive), b"content")

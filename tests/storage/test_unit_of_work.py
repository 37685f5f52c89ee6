from __future__ import annotations

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from abhaya.cases.audit_entry import Action
from abhaya.cases.case import CaseFilter
from abhaya.storage.unit_of_work import Reader, UnitOfWork
from support.station_rows import Clock, a_case


@pytest.fixture
def begin(database):
    clock = Clock()
    return lambda **options: UnitOfWork(database, clock=clock, person_id="p-1", **options)


def add_case(work, number="GKP/2026/0001"):
    work.cases.add(a_case(number), b"wrapped key", b"sealed summary")


def numbers(database):
    return [line.case.number for line in Reader(database).cases.list(CaseFilter(), 0, 10)]


def test_change_and_note_are_kept_together(begin, database):
    with begin() as work:
        add_case(work)
        work.note(Action.CASE_OPENED, "GKP/2026/0001", "forced_labour")
    assert numbers(database) == ["GKP/2026/0001"]
    (entry,) = Reader(database).audit.entries()
    assert (entry.number, entry.by, entry.action) == (1, "p-1", Action.CASE_OPENED)
    assert (entry.subject, entry.detail) == ("GKP/2026/0001", "forced_labour")


def test_exception_keeps_nothing_and_the_next_work_goes_on(begin, database):
    with pytest.raises(KeyboardInterrupt), begin() as work:
        add_case(work)
        work.note(Action.CASE_OPENED)
        raise KeyboardInterrupt
    assert numbers(database) == []
    assert Reader(database).audit.head().count == 0
    with begin() as work:
        add_case(work)
        work.note(Action.CASE_OPENED)
    assert numbers(database) == ["GKP/2026/0001"]


def test_change_without_a_note_is_an_error_and_not_kept(begin, database):
    with pytest.raises(RuntimeError, match="without an audit entry"), begin() as work:
        add_case(work)
    assert numbers(database) == []


def test_change_after_the_last_note_is_an_error_too(begin, database):
    with pytest.raises(RuntimeError, match="without an audit entry"), begin() as work:
        work.note(Action.CASE_READ)
        add_case(work)
    assert Reader(database).audit.head().count == 0


def test_reading_alone_may_be_noted(begin, database):
    with begin() as work:
        work.note(Action.CASE_READ, "GKP/2026/0001")
    assert Reader(database).audit.head().count == 1


def test_work_that_did_nothing_leaves_nothing(begin, database):
    with begin() as work:
        work.cases.count(CaseFilter())
    assert Reader(database).audit.head().count == 0


def test_work_inside_work_is_refused(begin, database):
    with pytest.raises(Exception, match="within a transaction"), begin(), begin():
        pass
    assert Reader(database).audit.head().count == 0


def test_signed_work_ends_with_a_checkpoint(begin, database):
    key = Ed25519PrivateKey.generate()
    with begin(sign=key.sign) as work:
        add_case(work)
        work.note(Action.CASE_OPENED)
    assert database.query("select count, by from audit_checkpoint") == [(1, "p-1")]
    assert Reader(database).audit.verify({"p-1": key.public_key().public_bytes_raw()}).count == 1


def test_failure_to_sign_keeps_nothing(begin, database):
    def refuse(text):
        raise RuntimeError("the session is closed")

    with pytest.raises(RuntimeError, match="session is closed"), begin(sign=refuse) as work:
        add_case(work)
        work.note(Action.CASE_OPENED)
    assert numbers(database) == []

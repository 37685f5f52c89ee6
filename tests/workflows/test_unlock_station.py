"""The desk: one at a time, locked without loss, every office within its bounds."""

from __future__ import annotations

import pytest

from abhaya.cases.case import CaseFilter
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.session import Session
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows.attach_file import attach, open_attachment
from abhaya.workflows.fill_form import open_record
from abhaya.workflows.list_cases import list_cases, search
from abhaya.workflows.list_people import list_people
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.open_case import find_case, read_case
from abhaya.workflows.unlock_station import change_passphrase, unlock
from support.attachments import photo
from support.desks import SUMMARY, begin_case, desk_of, fill_small_form
from support.refusal import refused
from support.small_form import ANSWERS
from support.station_people import CHEAP, PASSPHRASES

MINE = PASSPHRASES[Role.SUPERVISOR]


@pytest.fixture
def staffed(folder, clock):
    with desk_of(folder, clock) as desk:
        for role in (Role.ADMINISTRATOR, Role.INVESTIGATOR, Role.LEGAL_AID):
            add_person(desk, f"{role} (DEMO)", role, PASSPHRASES[role])
    return folder


def test_a_second_opener_is_told_who_holds_the_station(folder, clock, desk):
    with refused(Code.STATION_IN_USE, holder="Supervisor (DEMO)"), desk_of(folder, clock):
        pass


def test_lock_loses_nothing_that_was_not_yet_saved(desk, tmp_path):
    filling = fill_small_form(desk, begin_case(desk), tmp_path)
    filling.entry.set_answer("/data/place", "typed just before the lock")
    desk.suspend()
    assert desk.locked
    with pytest.raises(RuntimeError):
        filling.save()
    with refused(Code.WRONG_PASSPHRASE):
        desk.resume("not the passphrase")
    assert desk.locked
    desk.resume(MINE)
    assert filling.save()
    assert open_record(desk, filling.record.id).entry.state("/data/place").value.endswith("lock")


def test_a_full_disk_keeps_nobody_from_unsaved_words(desk, tmp_path, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    filling = fill_small_form(desk, begin_case(desk), tmp_path)
    filling.entry.set_answer("/data/place", "typed just before the lock")
    with monkeypatch.context() as patch:
        patch.setattr(AuditLog, "append", full)
        desk.suspend()
        desk.resume(MINE)
    assert not desk.locked
    assert filling.save()


def test_change_passphrase(folder, clock):
    with desk_of(folder, clock) as desk:
        with refused(Code.WRONG_PASSPHRASE):
            change_passphrase(desk, "not the passphrase", "walnut drum nine lanterns")
        with refused(Code.WEAK_PASSPHRASE):
            change_passphrase(desk, MINE, "gorakhpur 2026 kotwali")
        change_passphrase(desk, MINE, "walnut drum nine lanterns")
        person = desk.person_id
    with refused(Code.WRONG_PASSPHRASE):
        unlock(folder, person, MINE, clock=clock, policy=CHEAP)
    unlock(folder, person, "walnut drum nine lanterns", clock=clock, policy=CHEAP).close()


def test_an_administrator_adds_no_one_who_reads_cases_and_reads_none(staffed, clock):
    with desk_of(staffed, clock) as desk:
        case = begin_case(desk)
    with desk_of(staffed, clock, Role.ADMINISTRATOR) as desk:
        with refused(Code.NOT_PERMITTED):
            read_case(desk, case.id)
        with refused(Code.NOT_PERMITTED):
            desk.case_key(case.id)
        with refused(Code.NOT_PERMITTED):
            search(desk, "gate")
        with refused(Code.NOT_PERMITTED):
            add_person(desk, "Another (DEMO)", Role.SUPERVISOR, "nine quiet walnut ladders")


def test_legal_aid_sees_granted_cases_only(staffed, clock):
    with desk_of(staffed, clock) as desk:
        granted, other = begin_case(desk), begin_case(desk)
        lawyer = next(p for p in list_people(staffed) if p.role is Role.LEGAL_AID)
        grant_case(desk, granted.id, lawyer.person_id)
        investigator = next(p for p in list_people(staffed) if p.role is Role.INVESTIGATOR)
        with refused(Code.NOT_PERMITTED):
            grant_case(desk, granted.id, investigator.person_id)
    with desk_of(staffed, clock, Role.LEGAL_AID) as desk:
        assert [line.case.id for line in list_cases(desk, CaseFilter())] == [granted.id]
        assert read_case(desk, granted.id).summary == SUMMARY
        with refused(Code.NOT_PERMITTED):
            read_case(desk, other.id)
        for name in (other.number, other.id):
            with refused(Code.NO_SUCH_CASE):
                find_case(desk, name)


def test_an_investigator_goes_on_with_what_a_supervisor_began(staffed, clock, tmp_path):
    with desk_of(staffed, clock) as desk:
        record = fill_small_form(desk, begin_case(desk), tmp_path).record
    with desk_of(staffed, clock, Role.INVESTIGATOR) as desk:
        filling = open_record(desk, record.id)
        assert filling.entry.state("/data/place").value == ANSWERS["/data/place"]
        assert not filling.read_only


def test_an_older_key_file_hides_no_case(staffed, clock, tmp_path):
    older = (staffed / "keys.json").read_bytes()
    with desk_of(staffed, clock) as desk:
        case = begin_case(desk)
        newcomer = add_person(desk, "Newcomer (DEMO)", Role.INVESTIGATOR, "nine quiet walnut ladders")
    desk = unlock(staffed, newcomer, "nine quiet walnut ladders", clock=clock, policy=CHEAP)
    kept = attach(desk, case.id, photo(tmp_path))
    desk.close()
    (staffed / "keys.json").write_bytes(older)  # as the message on a damaged one advises
    with desk_of(staffed, clock) as desk:
        assert desk.name_of(kept.added_by) == newcomer
        assert desk.name_of(case.opened_by) == "Supervisor (DEMO)"


def test_keys_are_forgotten_when_the_station_cannot_be_opened(folder, clock, desk, monkeypatch):
    opened = []
    monkeypatch.setattr(Session, "close", lambda session: opened.append(session))
    with refused(Code.STATION_IN_USE), desk_of(folder, clock):
        pass
    assert len(opened) == 1


def test_an_older_copy_of_the_database_costs_no_attachment(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        case = begin_case(desk)
    older = (folder / "station.db").read_bytes()
    with desk_of(folder, clock) as desk:
        kept = attach(desk, case.id, photo(tmp_path))
    newer = (folder / "station.db").read_bytes()
    (folder / "station.db").write_bytes(older)
    with desk_of(folder, clock):
        pass
    (folder / "station.db").write_bytes(newer)  # an expert has saved it after all
    with desk_of(folder, clock) as desk, open_attachment(desk, kept.id) as stream:
        assert stream.read() == (tmp_path / "photo.jpg").read_bytes()


def test_what_somebody_put_among_the_attachments_is_left_alone(folder, clock):
    (folder / "attachments" / "IMG_0001.jpg").write_bytes(b"evidence")
    (folder / "attachments" / "New folder").mkdir()
    with desk_of(folder, clock):
        pass
    assert (folder / "attachments" / "IMG_0001.jpg").read_bytes() == b"evidence"


def test_keys_change_only_together_with_the_trail(folder, clock, desk, monkeypatch):
    def full(*_args, **_more):
        raise AbhayaError(Code.DISK_FULL)

    before = desk.station.keys.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(AuditLog, "append", full)
        with refused(Code.DISK_FULL):
            add_person(desk, "SI Ravi (DEMO)", Role.INVESTIGATOR, PASSPHRASES[Role.INVESTIGATOR])
        with refused(Code.DISK_FULL):
            change_passphrase(desk, MINE, "harbour pencil violet moss")
    assert desk.station.keys.read_bytes() == before
    add_person(desk, "SI Ravi (DEMO)", Role.INVESTIGATOR, PASSPHRASES[Role.INVESTIGATOR])
    assert "SI Ravi (DEMO)" in [person.display_name for person in list_people(folder)]

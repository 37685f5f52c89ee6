"""A copy of a recording leaves the station whole, noted and asked for, or not at all."""

from __future__ import annotations

import pytest

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows.attach_file import attach
from abhaya.workflows.save_copy import SavingStoppedError, copy_name, save_copy
from support.desks import begin_case, desk_of
from support.recordings import film
from support.refusal import refused


@pytest.fixture
def case(desk):
    return begin_case(desk)


@pytest.fixture
def kept(desk, case, tmp_path):
    return attach(desk, case.id, film(tmp_path), "Search of the house")


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_the_copy_is_the_original_and_stands_in_custody_and_trail(desk, case, kept, stick, tmp_path):
    path = stick / copy_name(case.number, kept)
    assert "/" not in path.name
    assert path.name.endswith("-A-1.mp4")
    save_copy(desk, kept.id, path)
    assert path.read_bytes() == (tmp_path / "search.mp4").read_bytes()
    assert [entry.action for entry in desk.reader.attachments.custody(kept.id)] == [
        Action.ATTACHMENT_ADDED,
        Action.ATTACHMENT_COPIED,
    ]
    last = desk.reader.audit.entries(0, 1000)[-1]
    assert (last.action, last.subject, last.detail) == (Action.ATTACHMENT_COPIED, kept.id, kept.sha256)
    assert [file.name for file in stick.iterdir()] == [path.name]


def test_stopping_leaves_nothing_and_notes_nothing(desk, kept, stick):
    head = desk.reader.audit.head()
    with pytest.raises(SavingStoppedError):
        save_copy(desk, kept.id, stick / "copy.mp4", lambda done, total: False)
    assert list(stick.iterdir()) == []
    assert desk.reader.audit.head() == head


def test_a_copy_that_cannot_be_noted_does_not_leave(desk, kept, stick, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(AuditLog, "append", full)
    with refused(Code.DISK_FULL):
        save_copy(desk, kept.id, stick / "copy.mp4")
    assert list(stick.iterdir()) == []


def test_a_stick_that_was_pulled_out(desk, kept, tmp_path):
    with refused(Code.FILE_NOT_FOUND):
        save_copy(desk, kept.id, tmp_path / "gone" / "copy.mp4")


def test_a_damaged_recording_is_not_given_out(folder, clock, tmp_path, stick):
    with desk_of(folder, clock) as desk:
        kept = attach(desk, begin_case(desk).id, film(tmp_path))
    file = next((folder / "attachments").iterdir())
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with desk_of(folder, clock) as desk, refused(Code.ATTACHMENT_DAMAGED):
        save_copy(desk, kept.id, stick / "copy.mp4")
    assert list(stick.iterdir()) == []

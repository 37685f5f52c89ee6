"""Attachments: checked before they are kept, unchanged ever after."""

from __future__ import annotations

import errno
import io
import os
from hashlib import sha256
from pathlib import Path

import pytest

from abhaya.cases.attachment import AttachmentLabel
from abhaya.cases.audit_entry import Action
from abhaya.cases.case import CaseFilter
from abhaya.errors import AbhayaError, Code
from abhaya.storage.audit_log import AuditLog
from abhaya.workflows import attach_file
from abhaya.workflows.attach_file import AttachingStoppedError, attach, attach_stream, open_attachment
from abhaya.workflows.list_cases import list_cases
from abhaya.workflows.open_case import read_case
from support.attachments import photo, protected_pdf, scan
from support.desks import begin_case, desk_of, fill_small_form
from support.recordings import base_media, film, sound_wave
from support.refusal import refused


@pytest.fixture
def case(desk):
    return begin_case(desk)


def test_a_photo_comes_back_byte_for_byte(folder, clock, tmp_path):
    path = photo(tmp_path)
    with desk_of(folder, clock) as desk:
        kept = attach(desk, begin_case(desk).id, path, "Gate")
    assert (kept.code, kept.media_type, kept.size) == ("A-1", "image/jpeg", path.stat().st_size)
    assert kept.sha256 == sha256(path.read_bytes()).hexdigest()
    with desk_of(folder, clock) as desk, open_attachment(desk, kept.id) as stream:
        assert stream.read() == path.read_bytes()
        custody = desk.reader.attachments.custody(kept.id)
    assert [entry.action for entry in custody] == [Action.ATTACHMENT_ADDED, Action.ATTACHMENT_READ]


def test_a_scan_with_its_pages_and_label(desk, case, tmp_path):
    kept = attach(desk, case.id, scan(tmp_path, 3), "Seizure list")
    line = read_case(desk, case.id).attachments[0]
    assert (kept.pages, line.label.original_name, line.label.caption) == (3, "scan.pdf", "Seizure list")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.jpg", b"", Code.FILE_EMPTY),
        ("really-a-program.jpg", b"MZ\x90\x00" + bytes(100), Code.FILE_KIND_DIFFERS),
        ("really-a-photo.pdf", b"\xff\xd8\xff\xe0" + bytes(100), Code.FILE_KIND_DIFFERS),
        ("notes.txt", b"some words", Code.FILE_KIND_UNKNOWN),
        ("broken.pdf", b"%PDF-1.7\nnothing follows", Code.PDF_BROKEN),
        ("broken.jpg", b"\xff\xd8\xff\xe0" + bytes(100), Code.IMAGE_BROKEN),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_reason(desk, case, tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    head = desk.reader.audit.head()
    with refused(code):
        attach(desk, case.id, path)
    assert desk.reader.audit.head() == head
    assert list(desk.station.attachments.iterdir()) == []


def test_a_200_mb_photo_is_refused_before_it_is_read(desk, case, tmp_path):
    path = photo(tmp_path)
    with path.open("r+b") as file:
        file.truncate(200 * 2**20)
    with refused(Code.FILE_TOO_LARGE, megabytes=200, limit=100):
        attach(desk, case.id, path)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("interview.m4a", base_media(b"M4A ", b"soun"), "audio/mp4"),
        ("REC001.WAV", sound_wave(), "audio/wav"),
        ("search.mp4", base_media(b"isom", b"vide", b"soun"), "video/mp4"),
        ("voice.mp4", base_media(b"3gp4", b"soun"), "audio/3gpp"),
        ("broken-off.mp4", base_media(b"isom"), "video/mp4"),
    ],
)
def test_sound_and_film_are_kept_byte_for_byte(desk, case, tmp_path, name, content, kind):
    (tmp_path / name).write_bytes(content)
    kept = attach(desk, case.id, tmp_path / name)
    assert (kept.media_type, kept.pages, kept.sha256) == (kind, 1, sha256(content).hexdigest())
    with open_attachment(desk, kept.id) as stream:
        assert stream.read() == content


def test_a_recording_may_be_larger_than_a_photo_but_not_without_end(desk, case, tmp_path, monkeypatch):
    path = film(tmp_path)
    monkeypatch.setattr(attach_file, "LARGEST", path.stat().st_size - 1)
    assert attach(desk, case.id, path).size > attach_file.LARGEST
    with path.open("r+b") as file:
        file.truncate(2**30 + 1)
    with refused(Code.FILE_TOO_LARGE, megabytes=1025, limit=1024):
        attach(desk, case.id, path)


def test_what_a_question_does_not_ask_for_is_refused(desk, case, tmp_path):
    with refused(Code.FILE_KIND_NOT_ASKED, found="video/mp4"):
        attach(desk, case.id, film(tmp_path), asked="audio/*")
    assert list(desk.station.attachments.iterdir()) == []
    assert attach(desk, case.id, film(tmp_path), asked="video/*").code == "A-1"


def test_what_was_made_in_memory_is_kept_without_a_file(desk, case, tmp_path):
    drawn = photo(tmp_path, "pad.png").read_bytes()
    kept = attach_stream(desk, case.id, io.BytesIO(drawn), AttachmentLabel("", "Signature"))
    with open_attachment(desk, kept.id) as stream:
        assert stream.read() == drawn


def test_a_pdf_with_a_password_is_refused(desk, case, tmp_path):
    with refused(Code.PDF_PROTECTED):
        attach(desk, case.id, protected_pdf(tmp_path))


def test_a_missing_file(desk, case, tmp_path):
    with refused(Code.FILE_NOT_FOUND):
        attach(desk, case.id, tmp_path / "gone.jpg")


def test_stopping_keeps_nothing(desk, case, tmp_path):
    with pytest.raises(AttachingStoppedError):
        attach(desk, case.id, photo(tmp_path), progress=lambda done, total: False)
    assert list(desk.station.attachments.iterdir()) == []
    assert list_cases(desk, CaseFilter())[0].attachments == 0


def test_a_full_disk_keeps_nothing(desk, case, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(attach_file.attachment_store.os, "fsync", full)
    with refused(Code.DISK_FULL):
        attach(desk, case.id, photo(tmp_path))
    assert list(desk.station.attachments.iterdir()) == []


def test_a_full_disk_under_the_database_keeps_nothing(desk, case, tmp_path, monkeypatch):
    def full(*_):
        raise AbhayaError(Code.DISK_FULL)

    monkeypatch.setattr(AuditLog, "append", full)
    with refused(Code.DISK_FULL):
        attach(desk, case.id, photo(tmp_path))
    monkeypatch.undo()
    assert list(desk.station.attachments.iterdir()) == []


def test_names_that_are_no_text_are_kept_as_far_as_they_are(desk, case, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path / "gate-") + b"\xff.jpg"))
    photo(tmp_path).rename(path)
    attach(desk, case.id, path, "Gate \ud83d")
    (line,) = read_case(desk, case.id).attachments
    assert (line.label.original_name, line.label.caption) == ("gate-?.jpg", "Gate ?")


def test_a_record_of_another_case_is_none_of_this_case(desk, case, tmp_path):
    record = fill_small_form(desk, begin_case(desk), tmp_path).record
    with refused(Code.NO_SUCH_RECORD):
        attach(desk, case.id, photo(tmp_path), record_id=record.id)


def test_an_attachment_damaged_on_disk_is_named(folder, clock, tmp_path):
    with desk_of(folder, clock) as desk:
        kept = attach(desk, begin_case(desk).id, photo(tmp_path))
    file = next((folder / "attachments").iterdir())
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    with desk_of(folder, clock) as desk, refused(Code.ATTACHMENT_DAMAGED):
        open_attachment(desk, kept.id).read()

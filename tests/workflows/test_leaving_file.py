"""A file leaves wholly or not at all, and never before it is on the trail."""

from __future__ import annotations

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.workflows.leaving_file import write_leaving
from support.refusal import refused


def test_it_is_noted_before_it_has_its_name(tmp_path):
    place, seen = tmp_path / "out.json", []
    write_leaving(place, lambda out: out.write(b"told"), lambda: seen.append(place.exists()))
    assert (place.read_bytes(), seen) == (b"told", [False])
    assert list(tmp_path.iterdir()) == [place]


def test_what_cannot_be_noted_does_not_leave(tmp_path):
    def note():
        raise AbhayaError(Code.DISK_FULL)

    with refused(Code.DISK_FULL):
        write_leaving(tmp_path / "out.json", lambda out: out.write(b"told"), note)
    assert list(tmp_path.iterdir()) == []


def test_writing_that_fails_leaves_nothing_and_notes_nothing(tmp_path):
    noted = []

    def write(out):
        out.write(b"to")
        raise KeyError("a defect")

    with pytest.raises(KeyError):
        write_leaving(tmp_path / "out.json", write, lambda: noted.append(1))
    assert (list(tmp_path.iterdir()), noted) == ([], [])


def test_a_folder_that_is_not_there(tmp_path):
    with refused(Code.FILE_NOT_FOUND):
        write_leaving(tmp_path / "gone" / "out.json", lambda out: out.write(b""), lambda: None)

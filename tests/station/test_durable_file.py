"""A file is wholly the old one or wholly the new one."""

from __future__ import annotations

import errno
import json
import stat

import pytest

from abhaya.errors import AbhayaError, Code
from abhaya.station.durable_file import disk_trouble, write_json
from support.file_limit import no_file_longer_than
from support.refusal import refused
from support.small_disk import fill, small_disk


def test_what_is_written_is_read_back(tmp_path):
    write_json(tmp_path / "a.json", {"थाना": "गोरखपुर"})
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"थाना": "गोरखपुर"}


def test_only_the_owner_can_read_it(tmp_path):
    write_json(tmp_path / "a.json", {})
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_a_file_that_cannot_be_finished_leaves_the_old_one_and_nothing_else(tmp_path):
    write_json(tmp_path / "a.json", {"old": 1})
    with no_file_longer_than(100), refused(Code.DISK_FULL):
        write_json(tmp_path / "a.json", {"new": "x" * 200})
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"old": 1}


def test_a_full_disk_leaves_the_old_file(tmp_path):
    with small_disk(tmp_path, 64 * 1024) as disk:
        write_json(disk / "a.json", {"old": 1})
        fill(disk)
        with refused(Code.DISK_FULL):
            write_json(disk / "a.json", {"new": 1})
        assert json.loads((disk / "a.json").read_text(encoding="utf-8")) == {"old": 1}
        assert not (disk / "a.json.part").exists()


def test_what_must_be_noted_before_can_still_stop_it(tmp_path):
    def refuse():
        assert (tmp_path / "a.json.part").exists()
        raise AbhayaError(Code.DISK_FULL)

    write_json(tmp_path / "a.json", {"old": 1})
    with refused(Code.DISK_FULL):
        write_json(tmp_path / "a.json", {"new": 1}, refuse)
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"old": 1}


def test_a_part_left_by_a_power_cut_is_written_over(tmp_path):
    (tmp_path / "a.json.part").write_text('{"torn": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', encoding="utf-8")
    write_json(tmp_path / "a.json", {"new": 1})
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == {"new": 1}


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, Code.DISK_FULL),
        (errno.EDQUOT, Code.DISK_FULL),
        (errno.EROFS, Code.READ_ONLY_FOLDER),
        (errno.EACCES, Code.READ_ONLY_FOLDER),
    ],
)
def test_troubles_of_the_disk_have_names(number, code):
    with refused(code), disk_trouble():
        raise OSError(number, "x")


def test_other_troubles_pass_unchanged():
    with pytest.raises(OSError, match="x") as passed, disk_trouble():
        raise OSError(errno.EIO, "x")
    assert passed.value.errno == errno.EIO

from __future__ import annotations

import io
import os
import stat
from hashlib import sha256
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.errors import Code
from abhaya.storage import attachment_store
from abhaya.storage.age_reader import CHUNK
from support.child import run_child
from support.refusal import refused
from support.small_disk import small_disk
from support.unprivileged import unprivileged

SIZES = (0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK)
TAG = 16


def some_bytes(size):
    return (bytes(range(251)) * (size // 251 + 1))[:size]


def stored(folder, content):
    return attachment_store.write(folder, "f-1", io.BytesIO(content))


def read(folder, file):
    with attachment_store.open_reader(folder, "f-1", file.secret, "A-1") as reader:
        return reader.read()


@pytest.mark.parametrize("size", SIZES)
def test_file_comes_back_as_it_was(tmp_path, size):
    content = some_bytes(size)
    file = stored(tmp_path, content)
    assert (file.id, file.size, file.sha256) == ("f-1", size, sha256(content).hexdigest())
    assert read(tmp_path, file) == content


@pytest.mark.parametrize("size", SIZES)
def test_file_opens_with_the_stock_tool(tmp_path, size):
    """pyrage is the age of another author; so the format is the standard one, and the secret too."""
    content = some_bytes(size)
    file = stored(tmp_path, content)
    identity = pyrage.x25519.Identity.from_str(file.secret.decode())
    assert pyrage.decrypt((tmp_path / "f-1.age").read_bytes(), [identity]) == content


@given(st.lists(st.tuples(st.integers(0, 3 * CHUNK), st.integers(0, 2 * CHUNK)), max_size=20))
def test_any_part_can_be_read(tmp_path_factory, parts):
    folder = tmp_path_factory.mktemp("store")
    content = some_bytes(2 * CHUNK + 777)
    file = stored(folder, content)
    with attachment_store.open_reader(folder, "f-1", file.secret, "A-1") as reader:
        assert reader.seekable() and not reader.writable()
        for start, length in parts:
            reader.seek(start)
            assert reader.read(length) == content[start : start + length]
        assert reader.seek(-777, io.SEEK_END) == 2 * CHUNK
        assert reader.read() == content[-777:]


def damaged(folder, content):
    (folder / "f-1.age").write_bytes(content)


@pytest.mark.parametrize("size", [0, 1, CHUNK, 2 * CHUNK + 5])
def test_every_cut_is_found(tmp_path, size):
    file = stored(tmp_path, some_bytes(size))
    whole = (tmp_path / "f-1.age").read_bytes()
    cuts = {0, 1, 21, 22, 100, 150, 199, 200, 216, len(whole) - CHUNK - TAG, len(whole) - TAG, len(whole) - 1}
    for length in sorted(cut for cut in cuts if 0 <= cut < len(whole)):
        damaged(tmp_path, whole[:length])
        with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
            read(tmp_path, file)


def test_dropped_swapped_and_added_chunks_are_found(tmp_path):
    file = stored(tmp_path, some_bytes(3 * CHUNK))
    whole = (tmp_path / "f-1.age").read_bytes()
    size = CHUNK + TAG
    head, first, second, third = (
        whole[: -3 * size],
        *(whole[i : i + size] for i in range(-3 * size, -size, size)),
        whole[-size:],
    )
    for chunks in (
        [second, third],
        [first, third],
        [first, second],
        [second, first, third],
        [first, second, third, b"x"],
    ):
        damaged(tmp_path, head + b"".join(chunks))
        with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
            read(tmp_path, file)


def test_every_flipped_byte_of_the_header_is_found(tmp_path):
    file = stored(tmp_path, b"content")
    whole = (tmp_path / "f-1.age").read_bytes()
    for position in range(len(whole)):
        damaged(tmp_path, whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
            read(tmp_path, file)


@pytest.mark.parametrize("position", [-1, -CHUNK, -CHUNK - 3 * TAG])
def test_flipped_byte_of_the_payload_is_found(tmp_path, position):
    file = stored(tmp_path, some_bytes(2 * CHUNK))
    content = bytearray((tmp_path / "f-1.age").read_bytes())
    content[position] ^= 1
    damaged(tmp_path, content)
    with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
        read(tmp_path, file)


def test_end_is_checked_before_the_first_byte_is_served(tmp_path):
    file = stored(tmp_path, some_bytes(3 * CHUNK))
    damaged(tmp_path, (tmp_path / "f-1.age").read_bytes()[: -CHUNK - TAG])
    with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
        attachment_store.open_reader(tmp_path, "f-1", file.secret, "A-1")


def test_missing_file_and_wrong_secret_are_named(tmp_path):
    file = stored(tmp_path, b"content")
    other = str(pyrage.x25519.Identity.generate()).encode()
    with refused(Code.ATTACHMENT_DAMAGED, code="A-1"):
        attachment_store.open_reader(tmp_path, "f-1", other, "A-1")
    with refused(Code.ATTACHMENT_DAMAGED, code="A-2"):
        attachment_store.open_reader(tmp_path, "f-2", file.secret, "A-2")


def test_progress_counts_to_the_size(tmp_path):
    told = []
    attachment_store.write(tmp_path, "f-1", io.BytesIO(some_bytes(3 * CHUNK)), told.append)
    assert told == sorted(told)
    assert told[-1] == 3 * CHUNK


def test_progress_may_stop_the_work(tmp_path):
    def stop(done):
        if done > CHUNK:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        attachment_store.write(tmp_path, "f-1", io.BytesIO(some_bytes(3 * CHUNK)), stop)
    assert list(tmp_path.iterdir()) == []


def test_source_that_fails_leaves_nothing(tmp_path):
    class Unplugged(io.BytesIO):
        def read(self, size=-1):
            raise OSError("the stick is gone")

    with pytest.raises(OSError, match="stick is gone"):
        attachment_store.write(tmp_path, "f-1", Unplugged())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="rights are access lists there")
def test_only_its_owner_may_read_it(tmp_path):
    stored(tmp_path, b"content")
    (file,) = tmp_path.iterdir()
    assert (file.name, stat.S_IMODE(file.stat().st_mode)) == ("f-1.age", 0o600)


def test_secret_is_not_shown_with_the_file(tmp_path):
    file = stored(tmp_path, b"content")
    assert file.secret.decode() not in repr(file)


def test_full_disk_leaves_no_part_of_the_file(tmp_path):
    with small_disk(tmp_path, 1_000_000) as folder:
        with refused(Code.DISK_FULL):
            stored(folder, some_bytes(2_000_000))
        assert list(folder.iterdir()) == []
        file = stored(folder, some_bytes(100_000))
        assert read(folder, file) == some_bytes(100_000)


@pytest.mark.skipif(os.name != "posix", reason="needs a second user")
def test_read_only_folder_is_named(tmp_path):
    with unprivileged(tmp_path), refused(Code.READ_ONLY_FOLDER):
        stored(tmp_path, b"content")
    assert list(tmp_path.iterdir()) == []


def test_sweep_removes_what_was_half_written_and_nothing_else(tmp_path):
    attachment_store.write(tmp_path, "whole", io.BytesIO(b"content"))
    (tmp_path / "half.part").write_bytes(b"half")
    (tmp_path / "IMG_0001.jpg").write_bytes(b"put here by hand")
    (tmp_path / "folder.part").mkdir()
    attachment_store.sweep(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"whole.age", "IMG_0001.jpg", "folder.part"}


def test_a_folder_that_a_copy_left_out_is_made_again(tmp_path):
    folder = tmp_path / "attachments"
    attachment_store.sweep(folder)
    attachment_store.write(folder, "first", io.BytesIO(b"content"))
    attachment_store.remove(folder, "first")
    assert list(folder.iterdir()) == []


def write_zeros(folder, size):
    """Store ``size`` zero bytes and read them back; print by how many bytes the process grew."""
    import resource

    class Zeros(io.RawIOBase):
        left = size

        def readinto(self, buffer):
            count = min(len(buffer), self.left)
            buffer[:count] = bytes(count)
            self.left -= count
            return count

    attachment_store.write(Path(folder), "warm", io.BytesIO(bytes(CHUNK)))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    file = attachment_store.write(Path(folder), "f-1", Zeros())
    with attachment_store.open_reader(Path(folder), "f-1", file.secret, "A-1") as reader:
        while reader.read(CHUNK):
            pass
    assert file.size == size
    print(1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))


@pytest.mark.skipif(os.name != "posix", reason="the peak is measured by getrusage")
@pytest.mark.parametrize("megabytes", [64, pytest.param(1024, marks=pytest.mark.slow)])
def test_large_file_needs_little_memory(tmp_path, megabytes):
    grown = int(run_child(write_zeros, str(tmp_path), megabytes << 20))
    assert grown <= 30 << 20

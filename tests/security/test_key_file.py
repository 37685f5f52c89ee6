"""``keys.json`` comes back as it was, and a damaged one is called damaged, never a wrong passphrase."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.errors import AbhayaError, Code
from abhaya.security.key_file import _checksum, read_keys, write_keys
from support.refusal import refused
from support.station_people import staff


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """Give the bytes of a whole key file."""
    return staff(tmp_path_factory.mktemp("keys") / "station").station.keys.read_bytes()


def rewritten(original: bytes, change) -> bytes:
    """Edit the ring as somebody does who also mends the checksum."""
    content = json.loads(original)
    change(content["ring"])
    content["sha256"] = _checksum(content["ring"])
    return json.dumps(content).encode()


def called_damaged(path, content: bytes) -> None:
    path.write_bytes(content)
    with refused(Code.KEYS_DAMAGED):
        read_keys(path)


def test_it_is_read_as_it_was_written(original, tmp_path):
    (tmp_path / "a.json").write_bytes(original)
    write_keys(tmp_path / "b.json", read_keys(tmp_path / "a.json"))
    assert (tmp_path / "b.json").read_bytes() == original


def test_only_the_owner_can_read_it(people):
    assert people.station.keys.stat().st_mode & 0o777 == 0o600


def test_a_missing_file_is_damage(tmp_path):
    with refused(Code.KEYS_DAMAGED):
        read_keys(tmp_path / "keys.json")


@pytest.mark.parametrize("content", [b"", b"{}", b"null", b"[]", b"\xff", b'{"format": 2}', b"[" * 99_999])
def test_another_file_is_damage(tmp_path, content):
    called_damaged(tmp_path / "keys.json", content)


@given(data=st.data())
def test_a_changed_byte_is_damage_or_changes_nothing(original, tmp_path_factory, data):
    place = data.draw(st.integers(0, len(original) - 1))
    byte = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    path.write_bytes(original[:place] + bytes([byte]) + original[place + 1 :])
    try:
        read = read_keys(path)
    except AbhayaError as trouble:
        assert trouble.code is Code.KEYS_DAMAGED
    else:
        write_keys(path, read)
        assert path.read_bytes() == original  # it hit white space


@given(cut=st.integers(0, 5000))
def test_a_torn_file_is_damage(original, tmp_path_factory, cut):
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    called_damaged(path, original[: min(cut, len(original) - 1)])


@pytest.mark.parametrize(
    "change",
    [
        lambda ring: ring["members"].append(ring["members"][0]),
        lambda ring: ring["members"][0].update(role="director"),
        lambda ring: ring["members"][0].update(display_name=None),
        lambda ring: ring["members"][0].update(x25519_public="AAAA"),
        lambda ring: ring["members"][0].update(ed25519_public="*"),
        lambda ring: ring["members"][0].pop("voucher"),
        lambda ring: ring["members"][0]["slot"]["argon2id"].update(memory=2**31),
        lambda ring: ring["members"][0]["slot"]["argon2id"].update(memory=7, lanes=1),
        lambda ring: ring["members"][0]["slot"]["argon2id"].update(passes=0),
        lambda ring: ring["members"][0]["slot"]["argon2id"].update(lanes=True),
        lambda ring: ring["members"][0]["slot"]["argon2id"].update(speed=1),
        lambda ring: ring["members"][0]["grants"][0].update(vault="safe"),
        lambda ring: ring["members"][0]["grants"][0].update(epoch="1"),
        lambda ring: ring.update(database_salt="AAAA"),
        lambda ring: ring.update(members="people"),
        lambda ring: ring.update(members=[7]),
        lambda ring: ring.update(members=None),
    ],
)
def test_content_that_makes_no_sense_is_damage_even_with_a_right_checksum(original, tmp_path, change):
    content = rewritten(original, change)
    called_damaged(tmp_path / "keys.json", content)


def test_no_private_byte_stands_in_it(people):
    written = people.station.keys.read_text(encoding="utf-8")
    for session in people.sessions.values():
        keys = [session.exchange_key.private_bytes_raw(), session.signing_key.private_bytes_raw()]
        keys += [session.station_key, session.identity_key or session.station_key]
        for key in keys:
            assert key.hex() not in written
            assert hashlib.sha256(key).hexdigest() not in written

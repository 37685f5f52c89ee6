"""The certificate under BSA section 63(4): hashes that fit, nothing ticked beforehand, Part B in time."""

from __future__ import annotations

import pytest

from abhaya_forms.engine import FormEntry
from abhaya_forms.engine.body import walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value

ROW = "/data/hash_report/file_rows[1]"
EMPTY_FILE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
PART_B = {f"/data/part_b/b_{name}" for name in
          ("name", "parent", "residence", "source", "make_model", "algorithm", "designation",
           "signed_at", "place")}  # fmt: skip


def with_file(**answers: str) -> FormEntry:
    """Return a certificate with one file."""
    return entry_of("electronic_certificate", {f"{ROW}/{name}": text for name, text in answers.items()})


def test_the_devices_of_the_schedule():
    entry = entry_of("electronic_certificate")
    for part in "ab":
        offered = [choice.label for choice in entry.choices(f"/data/part_{part}/{part}_source")]
        assert offered == ["Computer / Storage Media", "DVR", "Mobile", "Flash Drive", "CD/DVD", "Server",
                           "Cloud", "Other"]  # fmt: skip
        ticks = [choice.label for choice in entry.choices(f"/data/part_{part}/{part}_algorithm")]
        assert ticks == ["SHA1", "SHA256", "MD5", "Other"]


def test_items_8_to_10_are_in_part_a_only_and_never_ticked_beforehand():
    entry = entry_of("electronic_certificate")
    items = {f"/data/part_a/a_{name}" for name in ("in_use", "faults", "control")}
    assert items <= needed(entry)
    assert {value(entry, path) for path in items} == {""}
    paths = {element.path for element in walk(definition_of("electronic_certificate").body)}
    assert not {path.replace("part_a/a_", "part_b/b_") for path in items} & paths


def test_part_b_may_stay_blank_until_the_record_is_submitted():
    entry = entry_of("electronic_certificate", {"/data/certificate/submitted": "no"})
    assert not PART_B & needed(entry)
    assert all(asked(entry, path) for path in PART_B)  # printed blank, for the expert to fill in
    entry.set_answer("/data/certificate/submitted", "yes")
    assert needed(entry) >= PART_B | {"/data/certificate/submission_number"}


@pytest.mark.parametrize(
    ("algorithm", "digits"), [("md5", 32), ("sha1", 40), ("sha256", 64), ("sha512", 128), ("other", 7)]
)
def test_a_hash_has_the_length_of_its_algorithm(algorithm, digits):
    entry = with_file(file_algorithm=algorithm, file_hash="a" * digits)
    assert f"{ROW}/file_hash" not in needed(entry)
    entry.set_answer(f"{ROW}/file_hash", "a" * (digits - 1) + "g")
    assert f"{ROW}/file_hash" in needed(entry)
    entry.set_answer(f"{ROW}/file_hash", "a" * (digits + 1))
    assert (f"{ROW}/file_hash" in needed(entry)) == (algorithm != "other")


def test_sha_256_comes_first_and_md5_alone_is_not_enough():
    entry = with_file(file_hash=EMPTY_FILE)
    assert value(entry, f"{ROW}/file_algorithm") == "sha256"
    assert not asked(entry, f"{ROW}/file_weak_note")
    entry.set_answer(f"{ROW}/file_algorithm", "md5")
    assert asked(entry, f"{ROW}/file_weak_note")
    entry.set_answer(f"{ROW}/file_sha256", EMPTY_FILE)
    assert not asked(entry, f"{ROW}/file_weak_note")


@pytest.mark.parametrize(("ticked", "weak"), [("md5", True), ("sha1 md5", True), ("sha1 sha256", False)])
def test_ticking_md5_and_sha_1_alone_is_warned_of(ticked, weak):
    entry = entry_of("electronic_certificate", {"/data/part_a/a_algorithm": ticked})
    assert asked(entry, "/data/part_a/a_weak_note") is weak


def test_hash_values_stand_in_both_parts():
    entry = with_file(file_annexure="1", file_hash=EMPTY_FILE)
    answer(entry, {"/data/hash_report/file_rows[2]/file_annexure": "2",
                   "/data/hash_report/file_rows[2]/file_hash": "b" * 64})  # fmt: skip
    expected = f"1: {EMPTY_FILE}; 2: {'b' * 64}"
    assert value(entry, "/data/part_a/a_hashes") == value(entry, "/data/part_b/b_hashes") == expected


def test_nobody_signs_before_the_hash_was_made():
    signed = "/data/part_a/a_signed_at"
    entry = with_file(file_hash=EMPTY_FILE, file_hash_at=at(20, 10))
    answer(entry, {"/data/hash_report/file_rows[2]/file_hash_at": at(21, 10), signed: at(20, 11)})
    assert signed in needed(entry)
    entry.set_answer(signed, at(21, 10))
    assert signed not in needed(entry)

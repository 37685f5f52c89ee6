"""The seizure memo: witnesses, things, devices, seals, hashes, recording, custody, reports."""

from __future__ import annotations

from hashlib import md5, sha256, sha512

import pytest

from abhaya_forms.engine.body import walk
from support.form_entries import answer, asked, at, definition_of, entry_of, needed, value

SEIZURE, THINGS, REPORTED = "/data/seizure", "/data/things", "/data/reported"
WITNESSES = "/data/witnessing/witnesses"
DEVICE = "/data/electronics/devices[1]"
HASH = "/data/sealing/hashes[1]"
PHONE = {f"{THINGS}/things_seized": "yes", f"{THINGS}/items[1]/item_class": "electronic"}


def test_two_witnesses_and_under_itpa_a_woman_or_a_reason():
    entry = entry_of("seizure_memo", {f"{SEIZURE}/power": "bnss_185"})
    reason = "/data/witnessing/witness_reason"
    for n in (1, 2):
        assert reason in needed(entry)
        answer(entry, {f"{WITNESSES}[{n}]/witness_name": "R", f"{WITNESSES}[{n}]/witness_sex": "male"})
    assert not asked(entry, reason)
    answer(entry, {f"{SEIZURE}/power": "itpa_15"})
    assert reason in needed(entry)
    answer(entry, {f"{WITNESSES}[2]/witness_sex": "female"})
    assert not asked(entry, reason)


def test_a_witness_signs_below_all_that_is_told_of_the_witness():
    (rows,) = (e for e in walk(definition_of("seizure_memo").body) if e.path == WITNESSES)
    assert rows.children[-1].name == "witness_sign"


def test_a_memo_may_say_that_nothing_was_seized():
    entry = entry_of("seizure_memo", {f"{THINGS}/things_seized": "no"})
    assert asked(entry, f"{THINGS}/nil_note")
    for hidden in ("/data/sealing/packets", "/data/chain/malkhana_number", f"{REPORTED}/magistrate_told_at"):
        assert not asked(entry, hidden)


@pytest.mark.parametrize(
    ("imei", "right"),
    [
        ("490154203237518", True),
        ("490154203237519", False),
        ("49015420323751", False),
        ("000000000000000", True),
    ],
)
def test_an_imei_has_fifteen_digits_that_add_up(imei, right):
    entry = entry_of("seizure_memo", PHONE | {f"{DEVICE}/device_kind": "mobile"})
    for number in ("device_imei_1", "device_imei_2"):
        answer(entry, {f"{DEVICE}/{number}": imei})
        assert (entry.state(f"{DEVICE}/{number}").problems == ()) is right


def test_devices_are_described_when_something_electronic_was_seized():
    entry = entry_of("seizure_memo", PHONE)
    assert {f"{DEVICE}/device_serial", f"{DEVICE}/device_state"} <= needed(entry)
    answer(entry, {f"{THINGS}/items[1]/item_class": "currency"})
    assert not asked(entry, DEVICE)


@pytest.mark.parametrize(("algorithm", "made"), [("sha256", sha256), ("sha512", sha512), ("md5", md5)])
def test_a_hash_is_as_long_as_its_algorithm_makes_it(algorithm, made):
    entry = entry_of(
        "seizure_memo", PHONE | {"/data/sealing/imaged": "yes", f"{HASH}/hash_algorithm": algorithm}
    )
    right = made(b"").hexdigest()
    for text, fits in ((right, True), (right.upper(), True), (right[:-1], False), ("g" * len(right), False)):
        answer(entry, {f"{HASH}/hash_value": text})
        assert (entry.state(f"{HASH}/hash_value").problems == ()) is fits
    assert asked(entry, f"{HASH}/hash_weak_note") is (algorithm == "md5")


def test_a_hash_by_another_algorithm_may_have_any_length():
    entry = entry_of(
        "seizure_memo",
        PHONE
        | {"/data/sealing/imaged": "yes", f"{HASH}/hash_algorithm": "other", f"{HASH}/hash_value": "0af3"},
    )
    assert entry.state(f"{HASH}/hash_value").problems == ()


def test_a_victim_is_known_by_the_code_alone():
    entry = entry_of("seizure_memo", {"/data/source/from_kind": "victim"})
    assert not asked(entry, "/data/source/from_name")
    answer(entry, {"/data/source/from_code": "Sunita"})
    assert [problem.kind for problem in entry.state("/data/source/from_code").problems] == ["constraint"]
    answer(entry, {"/data/source/from_code": "V-001"})
    assert entry.state("/data/source/from_code").problems == ()


def test_the_magistrate_hears_forthwith_or_the_memo_says_why_not():
    told = f"{REPORTED}/magistrate_told_at"
    entry = entry_of(
        "seizure_memo", {f"{THINGS}/things_seized": "yes", f"{SEIZURE}/seized_at": at(20, 9), told: at(21, 9)}
    )
    assert not asked(entry, f"{REPORTED}/magistrate_late_why")
    answer(entry, {told: at(21, 10)})
    assert f"{REPORTED}/magistrate_late_why" in needed(entry)
    answer(entry, {told: at(20, 8)})
    assert [problem.kind for problem in entry.state(told).problems] == ["constraint"]


def test_custody_and_the_store_are_written_down_for_what_was_seized():
    entry = entry_of("seizure_memo", {f"{THINGS}/things_seized": "yes"})
    row = "/data/chain/custody[1]"
    assert {f"{row}/custody_to", f"{row}/custody_seal_intact"} <= needed(entry)
    answer(entry, {f"{row}/custody_seal_intact": "no"})
    assert f"{row}/custody_seal_why" in needed(entry)


def test_things_of_a_victim_are_asked_back():
    row = f"{THINGS}/items[1]"
    entry = entry_of("seizure_memo", {f"{THINGS}/things_seized": "yes", f"{row}/item_of_victim": "yes"})
    assert asked(entry, f"{THINGS}/victim_items_note")
    assert f"{row}/item_victim_code" in needed(entry)
    assert value(entry, f"{row}/item_number") == "1"


def test_a_memo_is_sealed_on_the_spot():
    entry = entry_of("seizure_memo", {f"{THINGS}/things_seized": "yes"})
    later = {"/data/chain/malkhana_number"} | {
        f"/data/reported/{name}" for name in ("sho_told_at", "magistrate_told_at", "magistrate_court")
    }
    assert not later & needed(entry)
    answer(entry, {"/data/reported/magistrate_told_at": at(21, 9)})
    assert "/data/reported/magistrate_court" in needed(entry)

"""What is sealed in a case opens in its own place under its own key, and its length tells little."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.security.case_keys import (
    Kind,
    context_of,
    grant_case,
    new_case_key,
    seal,
    take_case,
    unseal,
    unwrap_with_identity,
    wrap_for_identity,
)
from abhaya.security.key_slots import new_slot
from abhaya.security.passphrase import Kdf
from support.refusal import refused

CASE, OTHER_CASE = "ca5e" * 8, "0ca5" * 8
IDENTITY_KEY = b"i" * 32
CASE_KEY = b"c" * 32
PLACE = context_of(Kind.RECORD, CASE, "01" * 16)
ADVOCATE, ADVOCATE_KEYS = new_slot(
    "57" * 16, "Adv. Gita", Role.LEGAL_AID, "x", kdf=Kdf(memory=64, passes=1, lanes=1)
)
OTHER, OTHER_KEYS = new_slot(
    "57" * 16, "Adv. Hari", Role.LEGAL_AID, "x", kdf=Kdf(memory=64, passes=1, lanes=1)
)


@given(st.binary(max_size=5000))
def test_what_was_sealed_is_unsealed(plain):
    sealed = seal(CASE_KEY, plain, PLACE)
    assert unseal(CASE_KEY, sealed, PLACE) == plain
    assert len(plain) < 8 or plain not in sealed


def test_the_same_words_never_look_the_same_twice():
    assert seal(CASE_KEY, b"x", PLACE) != seal(CASE_KEY, b"x", PLACE)


@pytest.mark.parametrize(
    "other",
    [
        context_of(Kind.RECORD, CASE, "02" * 16),
        context_of(Kind.RECORD, OTHER_CASE, "01" * 16),
        context_of(Kind.IDENTITY, CASE, "01" * 16),
        context_of(Kind.RECORD, CASE),
        "",
    ],
)
def test_it_opens_in_no_other_place(other):
    sealed = seal(CASE_KEY, b"Sunita", PLACE)
    with refused(Code.SEAL_BROKEN):
        unseal(CASE_KEY, sealed, other)


def test_it_opens_with_no_other_key():
    with refused(Code.SEAL_BROKEN):
        unseal(b"d" * 32, seal(CASE_KEY, b"x", PLACE), PLACE)


@given(st.integers(min_value=0))
def test_no_bit_can_be_flipped(bit):
    sealed = bytearray(seal(CASE_KEY, b"Sunita", PLACE))
    bit %= len(sealed) * 8
    sealed[bit // 8] ^= 1 << bit % 8
    with refused(Code.SEAL_BROKEN):
        unseal(CASE_KEY, bytes(sealed), PLACE)


@pytest.mark.parametrize("kept", [0, 5, 12, 27, 28, -1])
def test_nothing_can_be_cut_off(kept):
    sealed = seal(CASE_KEY, b"Sunita", PLACE)
    with refused(Code.SEAL_BROKEN):
        unseal(CASE_KEY, sealed[:kept], PLACE)


def test_names_of_any_length_look_alike():
    lengths = {len(seal(CASE_KEY, b"x" * n, PLACE)) for n in range(252)}
    assert len(lengths) == 1


@given(st.integers(0, 200_000))
def test_padding_wastes_an_eighth_at_most(length):
    padded = len(seal(CASE_KEY, bytes(length), PLACE)) - 28
    assert 4 <= padded - length <= 4 + max(255, (length + 4) / 8)


def test_few_lengths_remain():
    lengths = [len(seal(CASE_KEY, bytes(n), PLACE)) for n in range(0, 64 * 1024, 97)]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) < 70


def test_places_cannot_be_spelled_in_two_ways():
    parts = ["", "a", "b", "a/b", 'a","b', "a:b"]
    places = [context_of(kind, case, item) for kind in Kind for case in parts for item in parts]
    assert len(set(places)) == len(places)


def test_who_holds_the_identity_key_opens_the_case():
    wrapped = wrap_for_identity(CASE_KEY, IDENTITY_KEY, CASE)
    assert unwrap_with_identity(wrapped, IDENTITY_KEY, CASE) == CASE_KEY
    with refused(Code.SEAL_BROKEN):
        unwrap_with_identity(wrapped, IDENTITY_KEY, OTHER_CASE)
    with refused(Code.SEAL_BROKEN):
        unwrap_with_identity(wrapped, b"s" * 32, CASE)
    with refused(Code.SEAL_BROKEN):
        unwrap_with_identity(b"", IDENTITY_KEY, CASE)


def test_legal_aid_opens_the_case_that_was_granted_and_no_other():
    granted = grant_case(CASE_KEY, ADVOCATE.card, CASE)
    assert take_case(granted, ADVOCATE.card, ADVOCATE_KEYS.exchange, CASE) == CASE_KEY
    others = itertools.product(
        [(ADVOCATE.card, ADVOCATE_KEYS.exchange), (OTHER.card, OTHER_KEYS.exchange)], [CASE, OTHER_CASE]
    )
    for (card, exchange), case_id in others:
        if (card, case_id) != (ADVOCATE.card, CASE):
            with refused(Code.KEYS_ALTERED):
                take_case(granted, card, exchange, case_id)


def test_the_key_of_a_case_is_random():
    assert new_case_key(lambda n: bytes(n)) == bytes(32)
    assert new_case_key() != new_case_key()

"""Weak passphrases are refused, good ones in any script are not, and the cost of guessing only rises."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.errors import Code
from abhaya.security.passphrase import FLOOR, RAISED, USUAL_COST, Kdf, check_strength, derive_key
from support.refusal import refused

OWN = ("SI Asha Thapa (12/GKP)", "Kotwali Thana", "Gorakhpur", "गोरखपुर")
CHEAP = Kdf(memory=64, passes=1, lanes=1)


@pytest.mark.parametrize(
    "passphrase",
    [
        "kettle orbit walnut seven",
        "नीला घोड़ा सात नदी",
        "सात नीला पहाड चिया",
        "nadi-pahad-chiya-topi",
        "x" * 5 + "kettle orbit walnut seven" * 20,
    ],
)
def test_several_words_are_good_in_any_script(passphrase):
    check_strength(passphrase, OWN)


@pytest.mark.parametrize(
    "passphrase",
    [
        "",
        "Xq7#kP9!vZ2",
        "Password12345!",
        "qwertyuiop1234",
        "aaaaaaaaaaaaaaaaaaaa",
        "lamp lamp lamp lamp",
        "sunita14031990",
        "asha kettle orbit walnut",
        "kettle orbit GORAKHPUR walnut",
        "kettle ｋｏｔｗａｌｉ orbit walnut",
        "केतली गोरखपुर नदी पहाड़ तारा",
    ],
)
def test_short_guessable_and_own_words_are_refused(passphrase):
    with refused(Code.WEAK_PASSPHRASE):
        check_strength(passphrase, OWN)


def test_a_very_short_name_does_not_forbid_every_word_it_stands_in():
    check_strength("terrain orbit walnut seven", ("Rai",))


@given(st.text(min_size=1, max_size=30))
def test_the_way_of_composing_letters_makes_no_difference(passphrase):
    spellings = [unicodedata.normalize(form, passphrase) for form in ("NFC", "NFD", "NFKC")]
    assert len({derive_key(spelling, b"0" * 16, CHEAP) for spelling in spellings}) == 1


def test_a_lone_surrogate_from_an_input_method_is_no_trouble():
    assert len(derive_key("kettle \ud800", b"0" * 16, CHEAP)) == 32


@pytest.mark.parametrize("other", [Kdf(128, 1, 1), Kdf(64, 2, 1), Kdf(64, 1, 2)])
def test_each_parameter_matters(other):
    assert derive_key("kettle", b"0" * 16, CHEAP) != derive_key("kettle", b"0" * 16, other)


def test_the_usual_cost_is_that_of_rfc_9106():
    assert (FLOOR.memory, FLOOR.passes, FLOOR.lanes) == (64 * 1024, 3, 4)
    assert (USUAL_COST.floor, USUAL_COST.raised) == (FLOOR, RAISED)


@pytest.mark.parametrize(
    ("used", "seconds", "next_cost"),
    [
        (FLOOR, 0.24, RAISED),
        (FLOOR, 0.26, FLOOR),
        (FLOOR, 5.0, FLOOR),
        (RAISED, 0.1, RAISED),
        (RAISED, 9.0, RAISED),
        (CHEAP, 9.0, FLOOR),
        (CHEAP, 0.0001, RAISED),
    ],
)
def test_the_cost_rises_where_it_stays_under_a_second(used, seconds, next_cost):
    assert USUAL_COST.calibrate(used, seconds) == next_cost

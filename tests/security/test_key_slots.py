"""A slot opens with its passphrase and not when anything beside the box was edited."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.key_slots import close_slot, new_slot, open_slot
from abhaya.security.passphrase import Kdf
from support.refusal import refused

CHEAP = Kdf(memory=64, passes=1, lanes=1)
SLOT, KEYS = new_slot("57" * 16, "SI आशा", Role.INVESTIGATOR, "kettle orbit", kdf=CHEAP, anchor=b"a" * 32)


def test_the_passphrase_opens_the_box():
    opened = open_slot(SLOT, "kettle orbit")
    assert opened.exchange.private_bytes_raw() == KEYS.exchange.private_bytes_raw()
    assert opened.signing.private_bytes_raw() == KEYS.signing.private_bytes_raw()
    assert opened.anchor == b"a" * 32


def test_public_keys_on_the_card_belong_to_the_private_ones():
    assert SLOT.card.x25519_public == KEYS.exchange.public_key().public_bytes_raw()
    assert SLOT.card.ed25519_public == KEYS.signing.public_key().public_bytes_raw()


@pytest.mark.parametrize("passphrase", ["", "kettle orbi", "Kettle orbit", "kettle orbit ", "x" * 10_000])
def test_another_passphrase_does_not(passphrase):
    with refused(Code.WRONG_PASSPHRASE):
        open_slot(SLOT, passphrase)


@pytest.mark.parametrize(
    "change",
    [
        {"station_id": "58" * 16},
        {"person_id": "0" * 32},
        {"display_name": "SI Ravi"},
        {"role": Role.SUPERVISOR},
        {"x25519_public": b"x" * 32},
        {"ed25519_public": b"x" * 32},
    ],
)
def test_an_edited_card_closes_the_box(change):
    with refused(Code.WRONG_PASSPHRASE):
        open_slot(replace(SLOT, card=replace(SLOT.card, **change)), "kettle orbit")


@pytest.mark.parametrize(
    "change",
    [
        {"salt": b"x" * 16},
        {"kdf": Kdf(memory=32, passes=1, lanes=1)},
        {"kdf": Kdf(memory=64, passes=2, lanes=1)},
        {"box": b""},
        {"box": SLOT.box[:20]},
        {"box": SLOT.box + b"\0"},
    ],
)
def test_an_edited_slot_does_not_open(change):
    with refused(Code.WRONG_PASSPHRASE):
        open_slot(replace(SLOT, **change), "kettle orbit")


@given(st.integers(0, len(SLOT.box) * 8 - 1))
def test_no_bit_of_the_box_can_be_flipped(bit):
    box = bytearray(SLOT.box)
    box[bit // 8] ^= 1 << bit % 8
    with pytest.raises(AbhayaError):
        open_slot(replace(SLOT, box=bytes(box)), "kettle orbit")


def test_the_first_supervisor_is_their_own_anchor():
    slot, keys = new_slot("57" * 16, "SP", Role.SUPERVISOR, "kettle orbit", kdf=CHEAP)
    assert keys.anchor == slot.card.ed25519_public


def test_closing_again_changes_salt_and_box_but_no_key():
    again = close_slot(SLOT.card, KEYS, "kettle orbit", CHEAP)
    assert again.card == SLOT.card
    assert again.salt != SLOT.salt
    assert again.box != SLOT.box
    assert open_slot(again, "kettle orbit").exchange.private_bytes_raw() == KEYS.exchange.private_bytes_raw()


def test_private_keys_do_not_show_themselves():
    assert "Private" not in repr(KEYS).replace("PrivateKeys", "")
    assert KEYS.exchange.private_bytes_raw().hex() not in repr(KEYS)

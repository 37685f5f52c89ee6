"""A vault key opens for the person it was given to, from the person who gave it, and in no other way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.security.key_slots import new_slot
from abhaya.security.passphrase import Kdf
from abhaya.security.vault_keys import HELD_BY, Vault, grant, new_vault_keys, take
from support.refusal import refused

CHEAP = Kdf(memory=64, passes=1, lanes=1)
SUPERVISOR, SUPERVISOR_KEYS = new_slot("57" * 16, "SP", Role.SUPERVISOR, "x", kdf=CHEAP)
ASHA, ASHA_KEYS = new_slot("57" * 16, "SI Asha", Role.INVESTIGATOR, "x", kdf=CHEAP)
RAVI, RAVI_KEYS = new_slot("57" * 16, "SI Ravi", Role.INVESTIGATOR, "x", kdf=CHEAP)
KEY = b"k" * 32
GRANT = grant(
    ASHA.card, Vault.IDENTITY, 3, KEY, by=SUPERVISOR.card.person_id, signing=SUPERVISOR_KEYS.signing
)


def test_the_person_it_was_given_to_takes_it():
    assert take(GRANT, ASHA.card, ASHA_KEYS.exchange, SUPERVISOR.card) == KEY
    assert KEY not in GRANT.sealed


def test_another_person_cannot():
    with refused(Code.KEYS_ALTERED):
        take(GRANT, RAVI.card, RAVI_KEYS.exchange, SUPERVISOR.card)
    with refused(Code.KEYS_ALTERED):
        take(GRANT, ASHA.card, RAVI_KEYS.exchange, SUPERVISOR.card)


@pytest.mark.parametrize(
    "change",
    [
        {"vault": Vault.STATION},
        {"epoch": 2},
        {"sealed": GRANT.sealed[:-1] + bytes([GRANT.sealed[-1] ^ 1])},
        {"sealed": b""},
        {"signature": b""},
        {"signature": bytes(64)},
    ],
)
def test_a_grant_says_one_thing_only(change):
    altered = replace(GRANT, **change)
    with refused(Code.KEYS_ALTERED):
        take(altered, ASHA.card, ASHA_KEYS.exchange, SUPERVISOR.card)


@pytest.mark.parametrize("change", [{"station_id": "58" * 16}, {"role": Role.SUPERVISOR}])
def test_a_grant_is_for_one_station_and_one_office(change):
    card = replace(ASHA.card, **change)
    with refused(Code.KEYS_ALTERED):
        take(GRANT, card, ASHA_KEYS.exchange, SUPERVISOR.card)


def test_a_key_slipped_in_by_somebody_else_is_refused():
    slipped_in = grant(
        ASHA.card, Vault.IDENTITY, 3, b"e" * 32, by=SUPERVISOR.card.person_id, signing=RAVI_KEYS.signing
    )
    with refused(Code.KEYS_ALTERED):
        take(slipped_in, ASHA.card, ASHA_KEYS.exchange, SUPERVISOR.card)


def test_a_key_signed_rightly_but_sealed_for_another_vault_is_refused():
    station = grant(
        ASHA.card, Vault.STATION, 3, KEY, by=SUPERVISOR.card.person_id, signing=SUPERVISOR_KEYS.signing
    )
    relabelled = grant(
        ASHA.card, Vault.IDENTITY, 3, KEY, by=SUPERVISOR.card.person_id, signing=SUPERVISOR_KEYS.signing
    )
    mixed = replace(relabelled, sealed=station.sealed)
    with refused(Code.KEYS_ALTERED):
        take(mixed, ASHA.card, ASHA_KEYS.exchange, SUPERVISOR.card)


def test_every_station_has_keys_of_its_own():
    first, second = new_vault_keys(), new_vault_keys()
    assert len({*first.values(), *second.values()}) == 4
    assert {len(key) for key in first.values()} == {32}


def test_everybody_holds_the_station_and_only_case_workers_hold_identity():
    assert {role for role in Role if Vault.STATION in HELD_BY[role]} == set(Role)
    assert {role for role in Role if Vault.IDENTITY in HELD_BY[role]} == {Role.INVESTIGATOR, Role.SUPERVISOR}

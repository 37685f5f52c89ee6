"""A session shows its keys to the program while it is open, to nobody afterwards, and never in print."""

from __future__ import annotations

import pytest

from abhaya.cases.role import Role

KEYS = ["station_key", "identity_key", "signing_key", "exchange_key", "anchor"]


@pytest.fixture
def session(people):
    return people.unlock(Role.INVESTIGATOR)


def test_it_says_whose_it_is(session, people):
    assert (session.person_id, session.display_name, session.role) == (
        people.ids[Role.INVESTIGATOR],
        "Demo investigator",
        Role.INVESTIGATOR,
    )


def test_everybody_of_one_station_has_the_same_vault_keys(people):
    sessions = people.sessions.values()
    assert len({session.station_key for session in sessions}) == 1
    assert {role for role, session in people.sessions.items() if session.identity_key} == {
        Role.INVESTIGATOR,
        Role.SUPERVISOR,
    }
    assert people.sessions[Role.INVESTIGATOR].identity_key == people.sessions[Role.SUPERVISOR].identity_key
    assert people.sessions[Role.INVESTIGATOR].identity_key != people.sessions[Role.INVESTIGATOR].station_key


def test_it_signs_in_the_name_of_its_person(session):
    signature = session.signing_key.sign(b"head")
    session.signing_key.public_key().verify(signature, b"head")
    assert session.card.ed25519_public == session.signing_key.public_key().public_bytes_raw()


@pytest.mark.parametrize("key", KEYS)
def test_after_closing_every_key_is_refused(session, key):
    assert getattr(session, key)
    session.close()
    with pytest.raises(RuntimeError, match="closed"):
        getattr(session, key)
    assert session.display_name == "Demo investigator"


def test_closing_overwrites_the_vault_keys(session):
    kept = list(session._vault_keys.values())
    session.close()
    session.close()
    assert kept == [bytes(32), bytes(32)]


def test_it_does_not_print_its_keys(session):
    shown = repr(session) + str(session)
    assert session.station_key.hex() not in shown
    assert repr(session.station_key) not in shown

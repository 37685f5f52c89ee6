"""Who may not open a case cannot, even with every file, all keys they hold and a program of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

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
from abhaya.security.key_file import Keys, read_keys, write_keys
from abhaya.security.key_slots import close_slot, new_slot, open_slot
from abhaya.security.membership import Member, vouch
from abhaya.security.vault_keys import Vault, grant, take
from support.every_key_tried import held_by, opened
from support.refusal import refused
from support.station_people import CHEAP, NOW, PASSPHRASES, People, staff

CASE_A, CASE_B = "aa" * 16, "bb" * 16
NAMES = {CASE_A: b"Sunita Tamang", CASE_B: b"Maya Lama"}
NEW = "copper lantern eight rivers"


@dataclass(frozen=True)
class Cases:
    """Two cases as the database holds them; legal aid was given case A."""

    wrapped: dict[str, bytes]
    sealed: dict[str, bytes]
    granted: bytes

    def lying(self) -> set[bytes]:
        return {*self.wrapped.values(), *self.sealed.values(), self.granted}


@pytest.fixture
def cases(people) -> Cases:
    supervisor = people.sessions[Role.SUPERVISOR]
    keys = {CASE_A: new_case_key(), CASE_B: new_case_key()}
    advocate = people.ring().believed(supervisor, people.ids[Role.LEGAL_AID])
    return Cases(
        {case: wrap_for_identity(key, supervisor.identity_key, case) for case, key in keys.items()},
        {case: seal(key, NAMES[case], context_of(Kind.IDENTITY, case)) for case, key in keys.items()},
        grant_case(keys[CASE_A], advocate, CASE_A),
    )


def everything_opened(people: People, cases: Cases, role: Role) -> bytes:
    """Return, in one heap, all that a person of ``role`` can lay open at this station."""
    keys = read_keys(people.station.keys)
    boxes = {member.slot.box for member in keys.members.values()}
    grants = {given.sealed for member in keys.members.values() for given in member.grants}
    bindings = {context_of(Kind.IDENTITY, case).encode() for case in NAMES}
    bindings |= {b'{"case":"%s","purpose":"abhaya:case key:1"}' % case.encode() for case in NAMES}
    for member in keys.members.values():
        bindings |= {member.card.spelled("vault key", vault=vault, epoch=1) for vault in Vault}
        bindings |= {member.card.spelled("case grant", case=case) for case in NAMES}
    return b"|".join(opened(held_by(people.sessions[role]), boxes | grants | cases.lying(), bindings))


def names_in(heap: bytes) -> set[bytes]:
    return {name for name in NAMES.values() if name in heap}


class TestWithEveryKeyOnEveryByte:
    """The search that finds nothing for the administrator finds everything for an investigator."""

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.SUPERVISOR])
    def test_case_workers_open_all_cases(self, people, cases, role):
        assert names_in(everything_opened(people, cases, role)) == set(NAMES.values())

    def test_legal_aid_opens_the_granted_case_and_no_other(self, people, cases):
        heap = everything_opened(people, cases, Role.LEGAL_AID)
        assert names_in(heap) == {NAMES[CASE_A]}
        assert people.sessions[Role.SUPERVISOR].identity_key not in heap

    def test_an_administrator_opens_nothing_but_the_station_key(self, people, cases):
        heap = everything_opened(people, cases, Role.ADMINISTRATOR)
        assert heap == people.sessions[Role.ADMINISTRATOR].station_key


def rewrite(people: People, role: Role, **changes: object) -> None:
    """Write into the key file, checksum and all, as anybody can who may write in the folder."""
    keys = read_keys(people.station.keys)
    member = keys.members[people.ids[role]]
    put(people, keys, replace(member, **changes))


def put(people: People, keys: Keys, member: Member) -> None:
    members = {**keys.members, member.card.person_id: member}
    write_keys(people.station.keys, replace(keys, members=members))


def member_of(people: People, role: Role) -> Member:
    return read_keys(people.station.keys).members[people.ids[role]]


def false_grant(people: People, role: Role, vault: Vault, key: bytes, epoch: int = 1):
    """Let the administrator give a vault key of their own to somebody."""
    administrator = people.sessions[Role.ADMINISTRATOR]
    card = member_of(people, role).card
    return grant(card, vault, epoch, key, by=administrator.person_id, signing=administrator.signing_key)


class TestAdministratorWhoEditsTheKeyFile:
    def test_with_another_office_on_the_card_the_box_stays_shut(self, people):
        member = member_of(people, Role.ADMINISTRATOR)
        card = replace(member.card, role=Role.SUPERVISOR)
        rewrite(people, Role.ADMINISTRATOR, card=card, slot=replace(member.slot, card=card))
        with refused(Code.WRONG_PASSPHRASE):
            people.unlock(Role.ADMINISTRATOR)

    def test_with_a_new_box_for_the_other_office_the_voucher_is_missing(self, people):
        member, passphrase = member_of(people, Role.ADMINISTRATOR), PASSPHRASES[Role.ADMINISTRATOR]
        card = replace(member.card, role=Role.SUPERVISOR)
        slot = close_slot(card, open_slot(member.slot, passphrase), passphrase, CHEAP.floor)
        rewrite(people, Role.ADMINISTRATOR, card=card, slot=slot)
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.ADMINISTRATOR)

    def test_who_appoints_themselves_first_supervisor_has_an_empty_office(self, people, cases):
        member, passphrase = member_of(people, Role.ADMINISTRATOR), PASSPHRASES[Role.ADMINISTRATOR]
        administrator = people.sessions[Role.ADMINISTRATOR]
        card = replace(member.card, role=Role.SUPERVISOR)
        private = replace(open_slot(member.slot, passphrase), anchor=card.ed25519_public)
        signed = {"by": card.person_id, "signing": administrator.signing_key}
        grants = (
            grant(card, Vault.STATION, 1, administrator.station_key, **signed),
            grant(card, Vault.IDENTITY, 1, b"e" * 32, **signed),
        )
        put(
            people,
            read_keys(people.station.keys),
            Member(card, vouch(card, **signed), close_slot(card, private, passphrase, CHEAP.floor), grants),
        )
        self_made = people.unlock(Role.ADMINISTRATOR)
        assert self_made.role is Role.SUPERVISOR
        for case, wrapped in cases.wrapped.items():
            with refused(Code.SEAL_BROKEN):
                unwrap_with_identity(wrapped, self_made.identity_key, case)
        supervisor = people.unlock(Role.SUPERVISOR)
        with refused(Code.KEYS_ALTERED):
            people.ring().believed(supervisor, card.person_id)

    def test_another_person_s_identity_grant_does_not_open(self, people):
        stolen = member_of(people, Role.INVESTIGATOR).grants
        own = member_of(people, Role.ADMINISTRATOR)
        giver = member_of(people, Role.SUPERVISOR).card
        rewrite(people, Role.ADMINISTRATOR, grants=(*own.grants, *stolen))
        session = people.sessions[Role.ADMINISTRATOR]
        for given in stolen:
            with refused(Code.KEYS_ALTERED):
                take(given, own.card, session.exchange_key, giver)
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.ADMINISTRATOR)

    def test_an_investigator_of_the_administrator_s_own_making_gets_nothing(self, people):
        administrator = people.sessions[Role.ADMINISTRATOR]
        slot, _ = new_slot(
            people.station.id,
            "SI Nobody",
            Role.INVESTIGATOR,
            NEW,
            kdf=CHEAP.floor,
            anchor=administrator.anchor,
        )
        signed = {"by": administrator.person_id, "signing": administrator.signing_key}
        grants = (grant(slot.card, Vault.STATION, 1, administrator.station_key, **signed),)
        member = Member(slot.card, vouch(slot.card, **signed), slot, grants)
        put(people, read_keys(people.station.keys), member)
        person_id = slot.card.person_id
        with refused(Code.KEYS_ALTERED):
            people.ring().unlock(person_id, NEW, NOW)
        supervisor = people.unlock(Role.SUPERVISOR)
        with refused(Code.KEYS_ALTERED):
            people.ring().believed(supervisor, person_id)

    def test_a_public_key_put_in_the_place_of_legal_aid_s_is_given_no_case(self, people):
        card = member_of(people, Role.LEGAL_AID).card
        own = people.sessions[Role.ADMINISTRATOR].exchange_key.public_key().public_bytes_raw()
        rewrite(people, Role.LEGAL_AID, card=replace(card, x25519_public=own))
        supervisor = people.unlock(Role.SUPERVISOR)
        with refused(Code.KEYS_ALTERED):
            people.ring().believed(supervisor, card.person_id)

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.SUPERVISOR])
    @pytest.mark.parametrize("vault", list(Vault))
    def test_a_vault_key_slipped_to_somebody_else_is_refused(self, people, role, vault):
        member = member_of(people, role)
        kept = tuple(given for given in member.grants if given.vault is not vault)
        rewrite(people, role, grants=(*kept, false_grant(people, role, vault, b"e" * 32)))
        with refused(Code.KEYS_ALTERED):
            people.unlock(role)

    def test_signing_as_the_supervisor_without_the_supervisor_s_key_is_refused(self, people):
        false = replace(
            false_grant(people, Role.INVESTIGATOR, Vault.IDENTITY, b"e" * 32), by=people.ids[Role.SUPERVISOR]
        )
        station = member_of(people, Role.INVESTIGATOR).grants[0]
        rewrite(people, Role.INVESTIGATOR, grants=(station, false))
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.INVESTIGATOR)

    def test_a_grant_taken_away_is_noticed(self, people):
        rewrite(people, Role.INVESTIGATOR, grants=member_of(people, Role.INVESTIGATOR).grants[:1])
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.INVESTIGATOR)

    def test_a_station_grant_relabelled_as_an_identity_grant_is_refused(self, people):
        station, _ = member_of(people, Role.INVESTIGATOR).grants
        rewrite(people, Role.INVESTIGATOR, grants=(station, replace(station, vault=Vault.IDENTITY)))
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.INVESTIGATOR)

    @pytest.mark.parametrize("relabelled", [True, False])
    def test_grants_of_an_earlier_epoch_are_refused(self, people, relabelled):
        member = member_of(people, Role.INVESTIGATOR)
        if relabelled:
            member = replace(member, grants=tuple(replace(given, epoch=2) for given in member.grants))
        put(people, replace(read_keys(people.station.keys), epoch=2), member)
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.INVESTIGATOR)

    def test_a_spoilt_voucher_is_noticed_by_its_person(self, people):
        voucher = replace(member_of(people, Role.INVESTIGATOR).voucher, signature=bytes(64))
        rewrite(people, Role.INVESTIGATOR, voucher=voucher)
        with refused(Code.KEYS_ALTERED):
            people.unlock(Role.INVESTIGATOR)

    def test_people_of_another_station_are_nobody_here(self, people, tmp_path):
        other = staff(tmp_path / "other")
        stranger = member_of(other, Role.SUPERVISOR)
        moved = replace(stranger, card=replace(stranger.card, station_id=people.station.id))
        put(people, read_keys(people.station.keys), moved)
        supervisor = people.unlock(Role.SUPERVISOR)
        with refused(Code.KEYS_ALTERED):
            people.ring().believed(supervisor, moved.card.person_id)


class TestLegalAid:
    def test_opens_the_case_that_was_given(self, people, cases):
        session = people.unlock(Role.LEGAL_AID)
        key = take_case(cases.granted, session.card, session.exchange_key, CASE_A)
        assert unseal(key, cases.sealed[CASE_A], context_of(Kind.IDENTITY, CASE_A)) == NAMES[CASE_A]

    def test_the_grant_of_one_case_is_no_grant_of_another(self, people, cases):
        session = people.unlock(Role.LEGAL_AID)
        with refused(Code.KEYS_ALTERED):
            take_case(cases.granted, session.card, session.exchange_key, CASE_B)
        key = take_case(cases.granted, session.card, session.exchange_key, CASE_A)
        for context in (context_of(Kind.IDENTITY, case) for case in NAMES):
            with refused(Code.SEAL_BROKEN):
                unseal(key, cases.sealed[CASE_B], context)

    def test_content_moved_to_the_granted_case_does_not_open_either(self, people, cases):
        session = people.unlock(Role.LEGAL_AID)
        assert session.identity_key is None
        with refused(Code.SEAL_BROKEN):
            unwrap_with_identity(cases.wrapped[CASE_B], session.station_key, CASE_A)

"""Only who was vouched for, by somebody who may, back to the first supervisor, is believed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.key_slots import new_slot
from abhaya.security.membership import Member, Voucher, believe, vouch
from abhaya.security.passphrase import Kdf

CHEAP = Kdf(memory=64, passes=1, lanes=1)


class Book:
    """A book of members into which anybody can write anything."""

    def __init__(self) -> None:
        self.members: dict[str, Member] = {}
        self.keys = {}

    def write(self, role: Role, by: str = "") -> str:
        """Write a person in, vouched for by ``by``, or by themselves."""
        slot, keys = new_slot("57" * 16, "Demo", role, "x", kdf=CHEAP)
        person_id = slot.card.person_id
        self.keys[person_id] = keys
        voucher = vouch(slot.card, by=by or person_id, signing=self.keys[by or person_id].signing)
        self.members[person_id] = Member(slot.card, voucher, slot, ())
        return person_id

    def edit(self, person_id: str, /, **changes: object) -> None:
        """Change a card and leave its voucher."""
        member = self.members[person_id]
        self.members[person_id] = replace(member, card=replace(member.card, **changes))


@pytest.fixture
def book():
    return Book()


@pytest.fixture
def root(book):
    return book.write(Role.SUPERVISOR)


def believed(book: Book, root: str, person_id: str) -> bool:
    try:
        card = believe(person_id, book.members, book.keys[root].anchor)
    except AbhayaError as trouble:
        assert trouble.code is Code.KEYS_ALTERED
        return False
    return card == book.members[person_id].card


def test_the_first_supervisor_vouches_for_everybody(book, root):
    assert believed(book, root, root)
    assert all(believed(book, root, book.write(role, root)) for role in Role)


def test_a_later_supervisor_vouches_too(book, root):
    second = book.write(Role.SUPERVISOR, root)
    third = book.write(Role.SUPERVISOR, second)
    assert believed(book, root, book.write(Role.INVESTIGATOR, third))


def test_an_administrator_vouches_for_administrators_only(book, root):
    administrator = book.write(Role.ADMINISTRATOR, root)
    assert {role for role in Role if believed(book, root, book.write(role, administrator))} == {
        Role.ADMINISTRATOR
    }


@pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.LEGAL_AID])
def test_others_vouch_for_nobody(book, root, role):
    person = book.write(role, root)
    assert not any(believed(book, root, book.write(newcomer, person)) for newcomer in Role)


def test_who_follows_from_somebody_not_believed_is_not_believed(book, root):
    administrator = book.write(Role.ADMINISTRATOR, root)
    false_supervisor = book.write(Role.SUPERVISOR, administrator)
    assert not believed(book, root, book.write(Role.INVESTIGATOR, false_supervisor))


def test_nobody_vouches_for_themselves(book, root):
    assert not any(believed(book, root, book.write(role)) for role in Role)


def test_two_who_vouch_for_each_other_are_not_believed(book, root):
    first = book.write(Role.SUPERVISOR)
    second = book.write(Role.SUPERVISOR, first)
    first_card = book.members[first].card
    book.members[first] = replace(
        book.members[first], voucher=vouch(first_card, by=second, signing=book.keys[second].signing)
    )
    assert not believed(book, root, first)
    assert not believed(book, root, second)


@pytest.mark.parametrize(
    "change",
    [
        {"role": Role.SUPERVISOR},
        {"display_name": "SI Ravi"},
        {"x25519_public": b"x" * 32},
        {"ed25519_public": b"x" * 32},
        {"station_id": "58" * 16},
        {"person_id": "00" * 16},
    ],
)
def test_an_edited_card_is_not_believed(book, root, change):
    person = book.write(Role.INVESTIGATOR, root)
    book.edit(person, **change)
    assert not believed(book, root, person)


@pytest.mark.parametrize("signature", [b"", b"x", bytes(64)])
def test_a_voucher_without_a_right_signature_is_none(book, root, signature):
    person = book.write(Role.INVESTIGATOR, root)
    book.members[person] = replace(book.members[person], voucher=Voucher(root, signature))
    assert not believed(book, root, person)


def test_a_voucher_of_nobody_is_none(book, root):
    person = book.write(Role.INVESTIGATOR, root)
    voucher = replace(book.members[person].voucher, by="00" * 16)
    book.members[person] = replace(book.members[person], voucher=voucher)
    assert not believed(book, root, person)
    with pytest.raises(AbhayaError):
        believe("00" * 16, book.members, book.keys[root].anchor)


def test_a_key_in_the_place_of_the_first_supervisor_is_not_believed(book, root):
    other = book.write(Role.SUPERVISOR)
    book.edit(root, ed25519_public=book.members[other].card.ed25519_public)
    assert not believed(book, root, root)

"""People come, unlock, change their passphrases and go; nothing on the way loses a key."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta

import pytest

from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.security.key_ring import KeyRing
from abhaya.security.passphrase import Kdf, KdfPolicy
from abhaya.station import create_folder
from support.file_limit import no_file_longer_than
from support.refusal import refused
from support.station_people import CHEAP, NOW, PASSPHRASES
from support.unprivileged import unprivileged

NEW = "copper lantern eight rivers"


def slot_on_disk(people, role: Role) -> dict[str, object]:
    members = json.loads(people.station.keys.read_text(encoding="utf-8"))["ring"]["members"]
    return next(member["slot"] for member in members if member["person_id"] == people.ids[role])


@pytest.mark.parametrize("role", list(Role))
def test_everybody_unlocks_with_their_own_passphrase(people, role):
    session = people.unlock(role)
    assert (session.role, session.person_id) == (role, people.ids[role])
    assert session.station_key == people.sessions[Role.SUPERVISOR].station_key


def test_nobody_unlocks_with_another_s(people):
    for role, other in zip(Role, [*list(Role)[1:], next(iter(Role))], strict=True):
        with refused(Code.WRONG_PASSPHRASE):
            people.ring().unlock(people.ids[role], PASSPHRASES[other], NOW)


def test_the_list_of_people_is_read_before_unlocking(people):
    assert [(card.display_name, card.role) for card in people.ring().people()] == [
        ("Demo administrator", Role.ADMINISTRATOR),
        ("Demo investigator", Role.INVESTIGATOR),
        ("Demo legal_aid", Role.LEGAL_AID),
        ("Demo Supervisor", Role.SUPERVISOR),
    ]


def test_an_unknown_person_is_named_as_such(people):
    with refused(Code.NO_SUCH_PERSON):
        people.ring().unlock("00" * 16, NEW, NOW)
    with refused(Code.NO_SUCH_PERSON):
        people.ring().person("00" * 16)


def test_the_keys_of_another_station_are_damage(people, tmp_path):
    other = create_folder(tmp_path / "other", code="X", name="x", district="x", state="x")
    other.keys.write_bytes(people.station.keys.read_bytes())
    with refused(Code.KEYS_DAMAGED):
        KeyRing(other, CHEAP)


def test_the_database_salt_stays_the_same(people):
    salt = people.ring().database_salt
    people.ring().enrol(people.sessions[Role.SUPERVISOR], "SI Ravi", Role.INVESTIGATOR, NEW)
    assert len(salt) == 16
    assert people.ring().database_salt == salt


class TestWaiting:
    def fail(self, people, times: int) -> None:
        for _ in range(times):
            with refused(Code.WRONG_PASSPHRASE):
                people.ring().unlock(people.ids[Role.INVESTIGATOR], NEW, NOW)

    def test_after_five_failures_even_the_right_passphrase_waits(self, people):
        self.fail(people, 5)
        with refused(Code.WAIT_BEFORE_RETRY):
            people.unlock(Role.INVESTIGATOR)
        people.unlock(Role.SUPERVISOR)
        later = NOW + timedelta(seconds=2)
        passphrase = PASSPHRASES[Role.INVESTIGATOR]
        assert people.ring().unlock(people.ids[Role.INVESTIGATOR], passphrase, later).identity_key

    def test_a_success_begins_afresh(self, people):
        self.fail(people, 4)
        people.unlock(Role.INVESTIGATOR)
        self.fail(people, 5)

    def test_guessing_in_the_change_dialog_counts_too(self, people):
        for _ in range(5):
            with refused(Code.WRONG_PASSPHRASE):
                people.ring().change_passphrase(people.ids[Role.INVESTIGATOR], "wrong", NEW, NOW)
        with refused(Code.WAIT_BEFORE_RETRY):
            people.unlock(Role.INVESTIGATOR)


class TestChangingThePassphrase:
    def test_rewrites_one_slot_and_nothing_else(self, people):
        before = json.loads(people.station.keys.read_text(encoding="utf-8"))["ring"]
        person_id = people.ids[Role.INVESTIGATOR]
        people.ring().change_passphrase(person_id, PASSPHRASES[Role.INVESTIGATOR], NEW, NOW)
        after = json.loads(people.station.keys.read_text(encoding="utf-8"))["ring"]
        for old, new in zip(before["members"], after["members"], strict=True):
            assert (old["slot"] != new["slot"]) == (old["person_id"] == person_id)
            assert {**old, "slot": None} == {**new, "slot": None}

    def test_lets_the_new_one_in_and_keeps_the_old_one_out(self, people):
        person_id = people.ids[Role.INVESTIGATOR]
        people.ring().change_passphrase(person_id, PASSPHRASES[Role.INVESTIGATOR], NEW, NOW)
        session = people.ring().unlock(person_id, NEW, NOW)
        assert session.identity_key == people.sessions[Role.SUPERVISOR].identity_key
        with refused(Code.WRONG_PASSPHRASE):
            people.unlock(Role.INVESTIGATOR)

    @pytest.mark.parametrize("weak", ["short", "demo investigator kettle orbit", "lamp lamp lamp lamp"])
    def test_refuses_a_weak_one(self, people, weak):
        person_id, old = people.ids[Role.INVESTIGATOR], PASSPHRASES[Role.INVESTIGATOR]
        with refused(Code.WEAK_PASSPHRASE):
            people.ring().change_passphrase(person_id, old, weak, NOW)
        assert people.unlock(Role.INVESTIGATOR)

    def test_on_a_full_disk_the_old_one_still_opens(self, people):
        person_id, old = people.ids[Role.INVESTIGATOR], PASSPHRASES[Role.INVESTIGATOR]
        with no_file_longer_than(1000), refused(Code.DISK_FULL):
            people.ring().change_passphrase(person_id, old, NEW, NOW)
        assert people.unlock(Role.INVESTIGATOR)


class TestCost:
    DEARER = Kdf(memory=128, passes=1, lanes=1)

    def policy(self, seconds: float) -> KdfPolicy:
        """Let each look at the clock find it ``seconds`` later."""
        times = iter(n * seconds for n in range(10))
        return KdfPolicy(CHEAP.floor, self.DEARER, budget=1.0, timer=lambda: next(times))

    def unlock(self, people, policy: KdfPolicy):
        person_id, passphrase = people.ids[Role.INVESTIGATOR], PASSPHRASES[Role.INVESTIGATOR]
        return KeyRing(people.station, policy).unlock(person_id, passphrase, NOW)

    def test_a_quick_computer_makes_the_slot_dearer_at_the_next_unlock(self, people):
        self.unlock(people, self.policy(0.4))
        assert slot_on_disk(people, Role.INVESTIGATOR)["argon2id"]["memory"] == 128
        assert slot_on_disk(people, Role.SUPERVISOR)["argon2id"]["memory"] == 64
        assert self.unlock(people, self.policy(0.4)).identity_key
        assert people.unlock(Role.INVESTIGATOR).identity_key

    def test_a_slow_one_leaves_it(self, people):
        before = people.station.keys.read_bytes()
        self.unlock(people, self.policy(0.6))
        assert people.station.keys.read_bytes() == before

    def test_where_it_cannot_be_written_the_station_opens_all_the_same(self, people):
        before = people.station.keys.read_bytes()
        with no_file_longer_than(0):
            session = self.unlock(people, self.policy(0.4))
        assert session.identity_key
        assert people.station.keys.read_bytes() == before

    def test_the_usual_cost_is_not_cheap(self, tmp_path):
        station = create_folder(tmp_path / "new", code="X", name="x", district="x", state="x")
        KeyRing.create(station, "SP", NEW)
        (member,) = json.loads(station.keys.read_text(encoding="utf-8"))["ring"]["members"]
        assert member["slot"]["argon2id"] == {"memory": 64 * 1024, "passes": 3, "lanes": 4}


HEAVY = {"yaml", "sqlcipher3", "lxml", "PySide6", "zxcvbn"}


def test_reading_who_works_here_loads_little():
    look = f"import sys, abhaya.security.key_ring; print({HEAVY} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout == "set()\n"


def test_a_station_on_a_read_only_disk_opens(people):
    ring = people.ring()
    with unprivileged(people.station.folder):
        session = ring.unlock(people.ids[Role.INVESTIGATOR], PASSPHRASES[Role.INVESTIGATOR], NOW)
        with refused(Code.READ_ONLY_FOLDER):
            ring.enrol(people.sessions[Role.SUPERVISOR], "SI Ravi", Role.LEGAL_AID, NEW)
    assert session.identity_key


def test_who_was_removed_meanwhile_does_not_come_back(people):
    stale, person_id = people.ring(), people.ids[Role.INVESTIGATOR]
    people.ring().remove(people.sessions[Role.SUPERVISOR], person_id)
    with refused(Code.NO_SUCH_PERSON):
        stale.change_passphrase(person_id, PASSPHRASES[Role.INVESTIGATOR], NEW, NOW)
    assert slot_on_disk(people, Role.INVESTIGATOR) is None

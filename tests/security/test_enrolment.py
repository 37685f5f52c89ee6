"""People are enrolled and removed by who may, with the keys of their office and no other."""

from __future__ import annotations

import json
import threading

import pytest

from abhaya.cases.role import Role
from abhaya.errors import Code
from abhaya.security.key_ring import KeyRing
from abhaya.station import create_folder
from support.refusal import refused
from support.station_people import CHEAP, NOW

NEW = "copper lantern eight rivers"


class TestEnrolling:
    @pytest.mark.parametrize("role", list(Role))
    def test_a_supervisor_enrols_every_office_with_its_keys(self, people, role):
        supervisor = people.sessions[Role.SUPERVISOR]
        card = people.ring().enrol(supervisor, "SI Ravi", role, NEW)
        session = people.ring().unlock(card.person_id, NEW, NOW)
        assert session.role is role
        assert session.station_key == supervisor.station_key
        assert session.identity_key == people.sessions[role].identity_key

    def test_a_later_supervisor_enrols_as_well(self, people):
        card = people.ring().enrol(people.sessions[Role.SUPERVISOR], "SI Ravi", Role.SUPERVISOR, NEW)
        second = people.ring().unlock(card.person_id, NEW, NOW)
        third = people.ring().enrol(second, "SI Uma", Role.INVESTIGATOR, NEW)
        assert people.ring().unlock(third.person_id, NEW, NOW).identity_key == second.identity_key

    @pytest.mark.parametrize(
        ("role", "newcomer"),
        [
            (role, newcomer)
            for role in Role
            for newcomer in Role
            if role is not Role.SUPERVISOR and (role, newcomer) != (Role.ADMINISTRATOR, Role.ADMINISTRATOR)
        ],
    )
    def test_others_may_not(self, people, role, newcomer):
        with refused(Code.NOT_PERMITTED):
            people.ring().enrol(people.sessions[role], "SI Ravi", newcomer, NEW)
        assert len(people.ring().people()) == 4

    def test_an_administrator_enrols_another_without_identity(self, people):
        card = people.ring().enrol(people.sessions[Role.ADMINISTRATOR], "Ravi", Role.ADMINISTRATOR, NEW)
        session = people.ring().unlock(card.person_id, NEW, NOW)
        assert session.station_key == people.sessions[Role.SUPERVISOR].station_key
        assert session.identity_key is None

    @pytest.mark.parametrize("name", ["Demo Supervisor", "demo  supervisor ", "ＤＥＭＯ Supervisor"])
    def test_a_name_is_given_once(self, people, name):
        supervisor = people.sessions[Role.SUPERVISOR]
        with refused(Code.PERSON_EXISTS):
            people.ring().enrol(supervisor, name, Role.INVESTIGATOR, NEW)

    def test_a_weak_passphrase_is_refused(self, people):
        supervisor = people.sessions[Role.SUPERVISOR]
        weak = "ravi kumar kettle orbit"
        with refused(Code.WEAK_PASSPHRASE):
            people.ring().enrol(supervisor, "SI Ravi Kumar", Role.INVESTIGATOR, weak)

    def test_the_first_supervisor_s_passphrase_is_checked(self, tmp_path):
        station = create_folder(tmp_path / "new", code="X", name="Kotwali", district="x", state="x")
        with refused(Code.WEAK_PASSPHRASE):
            KeyRing.create(station, "SP", "kotwali orbit walnut", CHEAP)
        assert not station.keys.exists()

    def test_two_at_once_lose_nobody(self, people):
        rings = [people.ring() for _ in range(6)]  # all read the same file
        supervisor = people.sessions[Role.SUPERVISOR]
        threads = [
            threading.Thread(target=ring.enrol, args=(supervisor, f"SI {n}", Role.INVESTIGATOR, NEW))
            for n, ring in enumerate(rings)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(people.ring().people()) == 10


class TestRemoving:
    def test_slot_and_grants_go_and_the_name_stays(self, people):
        person_id = people.ids[Role.INVESTIGATOR]
        people.ring().remove(people.sessions[Role.SUPERVISOR], person_id)
        ring = people.ring()
        assert person_id not in {card.person_id for card in ring.people()}
        assert ring.person(person_id).display_name == "Demo investigator"
        with refused(Code.NO_SUCH_PERSON):
            people.unlock(Role.INVESTIGATOR)
        with refused(Code.NO_SUCH_PERSON):
            ring.believed(people.sessions[Role.SUPERVISOR], person_id)
        (gone,) = [
            member
            for member in json.loads(people.station.keys.read_text(encoding="utf-8"))["ring"]["members"]
            if member["person_id"] == person_id
        ]
        assert (gone["slot"], gone["grants"]) == (None, [])

    def test_whom_they_vouched_for_stays(self, people):
        first = people.sessions[Role.SUPERVISOR]
        second_card = people.ring().enrol(first, "SI Ravi", Role.SUPERVISOR, NEW)
        second = people.ring().unlock(second_card.person_id, NEW, NOW)
        third = people.ring().enrol(second, "SI Uma", Role.INVESTIGATOR, NEW)
        people.ring().remove(first, second.person_id)
        assert people.ring().unlock(third.person_id, NEW, NOW).identity_key == first.identity_key

    def test_the_first_supervisor_can_go_once_there_is_another(self, people):
        first = people.sessions[Role.SUPERVISOR]
        second_card = people.ring().enrol(first, "SI Ravi", Role.SUPERVISOR, NEW)
        second = people.ring().unlock(second_card.person_id, NEW, NOW)
        people.ring().remove(second, first.person_id)
        assert people.unlock(Role.INVESTIGATOR).identity_key == second.identity_key

    def test_the_last_supervisor_stays(self, people):
        supervisor = people.sessions[Role.SUPERVISOR]
        with refused(Code.LAST_SUPERVISOR):
            people.ring().remove(supervisor, supervisor.person_id)
        assert people.unlock(Role.SUPERVISOR).identity_key

    def test_their_name_can_be_given_again(self, people):
        supervisor = people.sessions[Role.SUPERVISOR]
        people.ring().remove(supervisor, people.ids[Role.INVESTIGATOR])
        card = people.ring().enrol(supervisor, "Demo investigator", Role.INVESTIGATOR, NEW)
        assert card.person_id != people.ids[Role.INVESTIGATOR]

    @pytest.mark.parametrize("role", [Role.INVESTIGATOR, Role.LEGAL_AID, Role.ADMINISTRATOR])
    def test_only_who_may_enrol_may_remove(self, people, role):
        with refused(Code.NOT_PERMITTED):
            people.ring().remove(people.sessions[role], people.ids[Role.SUPERVISOR])
        with refused(Code.NO_SUCH_PERSON):
            people.ring().remove(people.sessions[Role.SUPERVISOR], "00" * 16)

"""Commands about the station and its people."""

from __future__ import annotations

from abhaya.cases.role import Role
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.create_station import create_station
from abhaya.workflows.list_people import list_people
from abhaya.workflows.manage_people import add_person, grant_case
from abhaya.workflows.open_case import find_case
from abhaya.workflows.unlock_station import change_passphrase


def station_create(visit: Visit) -> None:
    """``abhaya station create DIR …``."""
    asked = visit.asked
    station = create_station(
        asked.dir,
        code=asked.code,
        name=asked.name,
        district=asked.district,
        state=asked.state,
        supervisor=asked.supervisor,
        passphrase=visit.terminal.passphrase("new_passphrase", name=asked.supervisor),
        clock=visit.clock,
        policy=visit.policy,
    )
    visit.tell({"station": str(station.folder), "id": station.id}, "station_created", folder=station.folder)


def people_list(visit: Visit) -> None:
    """``abhaya people list``: needs no passphrase."""
    people = list_people(visit.folder())
    visit.terminal.answer(
        [{"id": p.person_id, "name": p.display_name, "role": str(p.role)} for p in people],
        [f"{p.display_name}  ({visit.texts.say(f'roles.role.{p.role}')})" for p in people],
    )


def people_add(visit: Visit) -> None:
    """``abhaya people add NAME --role ROLE``."""
    with visit.desk() as desk:
        passphrase = visit.terminal.passphrase("new_passphrase", name=visit.asked.name)
        person_id = add_person(desk, visit.asked.name, Role(visit.asked.role), passphrase)
    visit.tell({"id": person_id}, "person_added", name=visit.asked.name)


def people_passphrase(visit: Visit) -> None:
    """``abhaya people passphrase``: the old one, then the new one."""
    old = visit.terminal.passphrase("passphrase", name=visit.person().display_name)
    new = visit.terminal.passphrase("new_passphrase", name=visit.person().display_name)
    with visit.desk(old) as desk:
        change_passphrase(desk, old, new)
    visit.tell({}, "passphrase_changed")


def people_grant(visit: Visit) -> None:
    """``abhaya people grant NAME --case CASE``."""
    with visit.desk() as desk:
        person = next((p for p in list_people(visit.folder()) if p.display_name == visit.asked.name), None)
        if person is None:
            raise AbhayaError(Code.NO_SUCH_PERSON)
        case = find_case(desk, visit.asked.case)
        grant_case(desk, case.id, person.person_id)
    visit.tell({"case": case.number}, "case_granted", name=person.display_name, case=case.number)

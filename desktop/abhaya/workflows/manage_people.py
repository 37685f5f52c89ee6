"""Add the people of the station, and let legal aid into single cases."""

from __future__ import annotations

from abhaya.cases.audit_entry import Action
from abhaya.cases.role import Role
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import grant_case as seal_case_key
from abhaya.security.permissions import Deed, may_enrol
from abhaya.workflows.desk import Desk


def add_person(desk: Desk, display_name: str, role: Role, passphrase: str) -> str:
    """Add a person who types the passphrase at this desk; return the person id.

    Raises NOT_PERMITTED (an administrator adds administrators only), PERSON_EXISTS, WEAK_PASSPHRASE,
    DISK_FULL.
    """
    desk.require(Deed.ENROL_PERSON)

    def note(person_id: str) -> None:
        with desk.work(signed=True) as work:
            work.note(Action.PERSON_ADDED, person_id, str(role))

    return desk.ring.enrol(desk.session, display_name, role, passphrase, note).person_id


def roles_to_enrol(desk: Desk) -> tuple[Role, ...]:
    """Return the roles that the person at the desk may give to somebody new."""
    return tuple(role for role in Role if may_enrol(desk.session.role, role))


def grant_case(desk: Desk, case_id: str, person_id: str) -> None:
    """Let one legal-aid person read one case; raises NOT_PERMITTED, NO_SUCH_PERSON, NO_SUCH_CASE."""
    desk.require(Deed.GRANT_CASE)
    card = desk.ring.believed(desk.session, person_id)
    if card.role is not Role.LEGAL_AID:
        raise AbhayaError(Code.NOT_PERMITTED)
    with desk.work(signed=True) as work:
        work.grants.add(case_id, person_id, seal_case_key(desk.case_key(case_id), card, case_id))
        work.note(Action.CASE_GRANTED, case_id, person_id)

"""Choose whom a record or the row of a register is about: somebody of the case, or somebody new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole, each_once
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.case_facts import case_facts
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import register_roles, subject_roles
from abhaya_forms.engine.form_definition import FormDefinition

if TYPE_CHECKING:
    from abhaya.workflows.fill_form import Filling


@dataclass(frozen=True, slots=True)
class PossibleSubject:
    """``name`` as it was told last, "" while nobody has told one."""

    code: str
    role: PersonRole
    is_child: bool | None
    name: str


def possible_subjects(desk: Desk, case_id: str, definition: FormDefinition) -> tuple[PossibleSubject, ...]:
    """Return the people of the case whom the form can be about; raises NOT_PERMITTED."""
    return _known(desk, case_id, subject_roles(definition))


def possible_people(desk: Desk, filling: Filling, register: str) -> tuple[PossibleSubject, ...]:
    """Return the people of the case who can stand in a row of the register and do not stand in the form yet.

    ``register`` is the template path of its repeat.  Raises NOT_PERMITTED.
    """
    role = register_roles(filling.entry.definition).get(register)
    here, record = filling.known.codes(), filling.record
    known = _known(desk, record.case_id, (role,), besides=record.id) if role else ()
    return tuple(person for person in known if person.code not in here)


def _known(
    desk: Desk, case_id: str, roles: tuple[PersonRole, ...], besides: str = ""
) -> tuple[PossibleSubject, ...]:
    """The people in these roles whom another record than ``besides`` writes down."""
    desk.require(Deed.FILL_FORM)
    facts = case_facts(desk, case_id)
    people = each_once(p for p in desk.reader.people.of_case(case_id) if p.record_id != besides)
    names = {person.code: facts.get("person.full_name", person.code) for person in people}
    return tuple(
        PossibleSubject(p.code, p.role, p.is_child, name.value if (name := names[p.code]) else "")
        for p in people
        if p.role in roles
    )


def subject_code(desk: Desk, case_id: str, definition: FormDefinition, about: str | PersonRole) -> str:
    """Return the code that a new record is about, "" for a form about the whole case.

    Somebody new (``about`` is a role) is given the next code.  Raises SUBJECT_WANTED when the form is about
    somebody else than ``about``, or is about nobody.
    """
    roles = subject_roles(definition)
    if not roles and not about:
        return ""
    if isinstance(about, PersonRole):
        if about not in roles:
            raise AbhayaError(Code.SUBJECT_WANTED)
        with desk.work() as work:
            code = work.people.next_code(case_id, about)
            work.note(Action.CODE_GIVEN, case_id, code)
        return code
    people = desk.reader.people.of_case(case_id)
    if about not in {person.code for person in people if person.role in roles}:
        raise AbhayaError(Code.SUBJECT_WANTED)
    return about

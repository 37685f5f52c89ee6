"""Choose whom a record is about: somebody of the case, or somebody new."""

from __future__ import annotations

from dataclasses import dataclass

from abhaya.cases.audit_entry import Action
from abhaya.cases.person import PersonRole
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.case_facts import case_facts
from abhaya.workflows.desk import Desk
from abhaya.workflows.facts_in_form import subject_roles
from abhaya_forms.engine.form_definition import FormDefinition


@dataclass(frozen=True, slots=True)
class PossibleSubject:
    """``name`` as it was told last, "" while nobody has told one."""

    code: str
    role: PersonRole
    is_child: bool | None
    name: str


def possible_subjects(desk: Desk, case_id: str, definition: FormDefinition) -> tuple[PossibleSubject, ...]:
    """Return the people of the case whom the form can be about, each once; raises NOT_PERMITTED."""
    desk.require(Deed.FILL_FORM)
    roles, facts = subject_roles(definition), case_facts(desk, case_id)
    found = {}
    for person in desk.reader.people.of_case(case_id):
        if person.role in roles:
            name = facts.get("person.full_name", person.code)
            said = name.value if name else ""
            found[person.code] = PossibleSubject(person.code, person.role, person.is_child, said)
    return tuple(found.values())


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

"""Who is written down in a record: one person for each row of a register."""

from __future__ import annotations

import json
import re
import secrets
from collections import Counter
from dataclasses import asdict

from abhaya.cases.person import Identity, Person, PersonRole
from abhaya.cases.record import Record
from abhaya_forms.engine.body import Question, Repeat, walk
from abhaya_forms.engine.entry_state import Visit
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry

_CHILD = {"yes": True, "no": False}
_CODE = re.compile(r"[VSW]-[0-9]{1,4}")


class Registers:
    """The registers of a form.

    A register is a repeat whose rows hold a question ``person_code`` marked ``person`` (``victim``,
    ``suspect`` or ``witness``); the row's answers marked ``mask: identity`` are who the person is, and
    ``is_child`` (``yes``, ``no`` or empty) whether the person is below 18.  A code stands in the clear:
    what a form lets somebody type there is not taken.
    """

    def __init__(self, definition: FormDefinition) -> None:
        self._roles = {
            element.path: PersonRole(question.marks["person"])
            for element in walk(definition.body)
            if isinstance(element, Repeat)
            for question in element.children
            if isinstance(question, Question)
            and question.name == "person_code"
            and question.marks.get("person") in tuple(PersonRole)
        }
        self._identity = {
            element.path
            for element in walk(definition.body)
            if isinstance(element, Question) and element.marks.get("mask") == "identity"
        }

    def people(self, record: Record, entry: FormEntry) -> tuple[tuple[Person, Identity], ...]:
        """Return the people in the rows of the registers that are shown."""
        if not self._roles:
            return ()
        answers = list(entry.answers())
        seen: Counter[PersonRole] = Counter()  # a form may have two registers of the same role
        people = []
        for visit in entry.visits():
            if visit.kind == "row" and (role := self._roles.get(visit.element.path or "")):
                seen[role] += 1
                if visit.relevant:
                    people.append(self._person(record, visit, role, seen[role], answers))
        return tuple(people)

    def _person(
        self, record: Record, visit: Visit, role: PersonRole, number: int, answers: list[tuple[str, str]]
    ) -> tuple[Person, Identity]:
        row, repeat = visit.path + "/", visit.element.path
        inside = {path.removeprefix(row): text for path, text in answers if path.startswith(row)}
        code = inside.get("person_code", "")
        person = Person(
            id=secrets.token_hex(16),
            case_id=record.case_id,
            code=code if _CODE.fullmatch(code) else f"{role.value[0].upper()}-{number:03d}",
            role=role,
            is_child=_CHILD.get(inside.get("is_child", "")),
            record_id=record.id,
            row=number,
        )
        return person, Identity({n: text for n, text in inside.items() if f"{repeat}/{n}" in self._identity})


def identity_bytes(identity: Identity) -> bytes:
    """Return an identity as it is sealed."""
    return json.dumps(asdict(identity), ensure_ascii=False, sort_keys=True).encode()

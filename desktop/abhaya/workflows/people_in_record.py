"""Who is written down in a record: one person for each row of a register."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict

from abhaya.cases.person import Identity, Person, PersonRole
from abhaya.cases.record import Record
from abhaya_forms.engine.body import Question, Repeat, walk
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry

_CHILD = {"yes": True, "no": False}


class Registers:
    """The registers of a form.

    A register is a repeat whose rows hold a question ``person_code`` marked ``person`` (``victim``,
    ``suspect`` or ``witness``); the row's answers marked ``mask: identity`` are who the person is, and
    ``is_child`` (``yes``, ``no`` or empty) whether the person is below 18.
    """

    def __init__(self, definition: FormDefinition) -> None:
        self._roles = {
            element.path: PersonRole(question.marks["person"])
            for element in walk(definition.body)
            if isinstance(element, Repeat)
            for question in element.children
            if isinstance(question, Question)
            and question.name == "person_code"
            and "person" in question.marks
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
        return tuple(
            self._person(record, repeat, number, row, answers)
            for repeat in self._roles
            for number, row in enumerate(entry.rows(repeat), 1)
            if entry.is_relevant(row)
        )

    def _person(
        self, record: Record, repeat: str, number: int, row: str, answers: list[tuple[str, str]]
    ) -> tuple[Person, Identity]:
        inside = {path.removeprefix(row + "/"): text for path, text in answers if path.startswith(row + "/")}
        person = Person(
            id=secrets.token_hex(16),
            case_id=record.case_id,
            code=inside.get("person_code", ""),
            role=self._roles[repeat],
            is_child=_CHILD.get(inside.get("is_child", "")),
            record_id=record.id,
            row=number,
        )
        return person, Identity({n: text for n, text in inside.items() if f"{repeat}/{n}" in self._identity})


def identity_bytes(identity: Identity) -> bytes:
    """Return an identity as it is sealed."""
    return json.dumps(asdict(identity), ensure_ascii=False, sort_keys=True).encode()

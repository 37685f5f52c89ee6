"""Who is written down in a record: one person for each row of a register, and the one it is about."""

from __future__ import annotations

import json
import re
import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict

from abhaya.cases.person import Identity, Person, PersonRole
from abhaya.cases.record import Record
from abhaya.workflows.facts_in_form import PERSON, FactsInForm, register_roles
from abhaya_forms.engine.body import Question, Repeat, walk
from abhaya_forms.engine.form_definition import FormDefinition
from abhaya_forms.engine.form_entry import FormEntry

_CHILD = {"yes": True, "no": False}
_CODE = re.compile(r"[VSW]-[0-9]{1,4}")


class Registers:
    """The registers of a form.

    A register is a repeat whose rows hold a question ``person_code`` marked ``person`` (``victim``,
    ``suspect`` or ``witness``); the row's answers marked ``mask: identity`` are who the person is, and
    ``is_child`` (``yes``, ``no`` or empty) whether the person is below 18.  A question ``person_role`` in the
    row itself decides on the role, once it has an answer.  A code stands in the clear: what a form lets
    somebody type there is not taken.
    """

    def __init__(self, definition: FormDefinition) -> None:
        self._roles = register_roles(definition)
        self._repeats = [e.path for e in walk(definition.body) if isinstance(e, Repeat)]
        self._facts = FactsInForm(definition)
        self._identity = {
            element.path
            for element in walk(definition.body)
            if isinstance(element, Question) and element.marks.get("mask") == "identity"
        }

    def without_code(self, entry: FormEntry) -> Iterator[tuple[str, PersonRole]]:
        """Yield the paths of the codes that the station has still to give, in rows that are shown.

        Who turns out to be in another role needs another code.
        """
        for row, _, role in self._rows(entry):
            path = f"{row}/person_code"
            code = entry.node(path)
            moved = _decided(entry, row) and not code.value.startswith(role.letter)
            if code.free or (code.relevant and moved):
                yield path, role

    def people(
        self, record: Record, entry: FormEntry, subject: PersonRole | None = None
    ) -> tuple[tuple[Person, Identity], ...]:
        """Return the people in the rows of the registers that are shown.

        With ``subject``, the person whom the record is about is written down here first, in that role.
        """
        if not self._roles and not subject:
            return ()
        answers = list(entry.answers())
        seen: Counter[PersonRole] = Counter()  # a form may have two registers of the same role
        people = []
        for row, repeat, role in self._rows(entry):
            seen[role] += 1
            if entry.node(row).relevant:
                people.append(self._person(record, row, repeat, role, seen[role], answers))
        if subject:
            people.append(self._subject(record, entry, subject, seen[subject] + 1))
        return tuple(people)

    def _rows(self, entry: FormEntry) -> Iterator[tuple[str, str, PersonRole]]:
        """Yield each row with the path of its repeat; a register may stand inside another repeat."""
        for repeat, role in self._roles.items():
            rows, done = [""], ""
            for around in [path for path in self._repeats if f"{repeat}/".startswith(f"{path}/")]:
                rows = [row for base in rows for row in entry.rows(base + around.removeprefix(done))]
                done = around
            yield from ((row, repeat, _decided(entry, row) or role) for row in rows)

    def _person(
        self,
        record: Record,
        path: str,
        repeat: str,
        role: PersonRole,
        number: int,
        answers: list[tuple[str, str]],
    ) -> tuple[Person, Identity]:
        row = path + "/"
        inside = {path.removeprefix(row): text for path, text in answers if path.startswith(row)}
        code = inside.get("person_code", "")
        person = Person(
            id=secrets.token_hex(16),
            case_id=record.case_id,
            code=code if _CODE.fullmatch(code) else f"{role.letter}-{number:03d}",
            role=role,
            is_child=_CHILD.get(inside.get("is_child", "")),
            record_id=record.id,
            row=number,
        )
        return person, Identity({n: text for n, text in inside.items() if f"{repeat}/{n}" in self._identity})

    def _subject(
        self, record: Record, entry: FormEntry, role: PersonRole, number: int
    ) -> tuple[Person, Identity]:
        told = {
            asked.name.removeprefix(PERSON): (asked.path, entry.node(asked.path).value)
            for asked in self._facts.asked(entry)
            if asked.person == record.subject and entry.node(asked.path).relevant
        }
        person = Person(
            id=secrets.token_hex(16),
            case_id=record.case_id,
            code=record.subject,
            role=role,
            is_child=_CHILD.get(told.get("is_child", ("", ""))[1]),
            record_id=record.id,
            row=number,
        )
        return person, Identity({name: text for name, (path, text) in told.items() if path in self._identity})


def _decided(entry: FormEntry, row: str) -> PersonRole | None:
    """Return the role that the row itself decides on, None where it does not."""
    with suppress(KeyError):
        told = entry.node(f"{row}/person_role").value
        return PersonRole(told) if told in tuple(PersonRole) else None
    return None


def identity_bytes(identity: Identity) -> bytes:
    """Return an identity as it is sealed."""
    return json.dumps(asdict(identity), ensure_ascii=False, sort_keys=True).encode()

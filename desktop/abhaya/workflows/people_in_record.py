"""Who is written down in a record: one person for each row of a register."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import asdict

from abhaya.cases.person import Identity, Person, PersonRole
from abhaya.cases.record import Record
from abhaya_forms.engine.body import Question
from abhaya_forms.engine.form_entry import FormEntry

_CHILD = {"yes": True, "no": False}


def people_in_record(record: Record, entry: FormEntry) -> tuple[tuple[Person, Identity], ...]:
    """Return the people of the record's registers.

    A register is a repeat whose rows hold a question ``person_code`` marked ``person`` (``victim``,
    ``suspect`` or ``witness``); the row's answers marked ``mask: identity`` are who the person is.
    """
    rows: dict[str, dict[str, tuple[str, Question]]] = {}
    for path, question in _questions(entry):
        row, _, name = path.rpartition("]/")
        if row and "/" not in name:
            rows.setdefault(row, {})[name] = (entry.state(path).value, question)
    return tuple(_person(record, row, answers) for row, answers in rows.items() if _is_register(answers))


def _questions(entry: FormEntry) -> Iterator[tuple[str, Question]]:
    for visit in entry.visits(relevant_only=True):
        if isinstance(visit.element, Question):
            yield visit.path, visit.element


def _is_register(answers: dict[str, tuple[str, Question]]) -> bool:
    return "person_code" in answers and "person" in answers["person_code"][1].marks


def _person(record: Record, row: str, answers: dict[str, tuple[str, Question]]) -> tuple[Person, Identity]:
    code, question = answers["person_code"]
    child, _ = answers.get("is_child", ("", None))
    person = Person(
        id=secrets.token_hex(16),
        case_id=record.case_id,
        code=code,
        role=PersonRole(question.marks["person"]),
        is_child=_CHILD.get(child),
        record_id=record.id,
        row=int(row.rpartition("[")[2]),
    )
    identity = {
        name: value
        for name, (value, asked) in answers.items()
        if value and asked.marks.get("mask") == "identity"
    }
    return person, Identity(identity)


def identity_bytes(identity: Identity) -> bytes:
    """Return an identity as it is sealed."""
    return json.dumps(asdict(identity), ensure_ascii=False, sort_keys=True).encode()

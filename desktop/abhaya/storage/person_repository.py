"""The people written down in a case, by code; who they are stays sealed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from abhaya.cases.person import Person, PersonRole
from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database

_COLUMNS = "id, case_id, code, role, is_child, record_id, row"


class PersonRepository:
    """People as they stand in the newest version of each record."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, record_id: str, people: Iterable[tuple[Person, bytes]]) -> None:
        """Put ``people``, each with the sealed identity, in place of those of the record.

        Those of the record it corrects go too, so that nobody is counted twice.
        """
        self._database.change(
            "delete from people where record_id in (?, (select corrects from records where id = ?))",
            (record_id, record_id),
        )
        for person, sealed_identity in people:
            self._database.change(
                f"insert into people ({_COLUMNS}, sealed_identity) values (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(person.id, person.case_id, person.code, person.role, person.is_child),
                    *(record_id, person.row, sealed_identity),
                ),
            )

    def of_case(self, case_id: str) -> list[Person]:
        """Return victims, then witnesses, then suspects, each by code."""
        rows = self._database.query(
            f"select {_COLUMNS} from people where case_id = ? order by role desc, code, row",
            (case_id,),
        )
        return [_person(row) for row in rows]

    def identity_of(self, person_id: str) -> bytes:
        """Return the identity as sealed under the case key; raises NO_SUCH_PERSON."""
        rows = self._database.query("select sealed_identity from people where id = ?", (person_id,))
        if not rows:
            raise AbhayaError(Code.NO_SUCH_PERSON)
        return bytes(rows[0][0])

    def next_code(self, case_id: str, role: PersonRole) -> str:
        """Give the next code of that role in the case, for example ``V-001``, to nobody ever again."""
        last = self._database.query(
            "select max(last) from (select last from given_codes where case_id = ?1 and role = ?2"
            " union all select cast(substr(code, 3) as integer) from people"  # those of older forms
            " where case_id = ?1 and role = ?2)",
            (case_id, role),
        )[0][0]
        number = (last or 0) + 1
        self._database.change("insert or replace into given_codes values (?, ?, ?)", (case_id, role, number))
        return f"{role.letter}-{number:03d}"


def _person(row: tuple[Any, ...]) -> Person:
    person_id, case_id, code, role, is_child, record_id, number = row
    return Person(
        id=person_id,
        case_id=case_id,
        code=code,
        role=PersonRole(role),
        is_child=None if is_child is None else bool(is_child),
        record_id=record_id,
        row=number,
    )

"""Rows of a station for tests: invented, and complete enough to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from abhaya.cases.attachment import Attachment
from abhaya.cases.audit_entry import Action
from abhaya.cases.case import Case, CaseStatus
from abhaya.cases.person import Person, PersonRole
from abhaya.cases.record import Record, RecordStatus
from abhaya.storage.form_repository import KeptForm
from abhaya.storage.unit_of_work import UnitOfWork

START = datetime(2026, 1, 1, tzinfo=UTC)
FORM = "f0" * 32


class Clock:
    """A clock that goes on by a second each time it is read."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def a_case(number: str = "GKP/2026/0001", **changes) -> Case:
    case = Case(
        id=number,
        number=number,
        kind="forced_labour",
        status=CaseStatus.OPEN,
        opened_at=START,
        opened_by="p-1",
        updated_at=START,
    )
    return replace(case, **changes)


def a_record(record_id: str = "r-1", **changes) -> Record:
    record = Record(
        id=record_id,
        case_id="GKP/2026/0001",
        number=1,
        form_id="rescue_report",
        form_version="1",
        form_sha256=FORM,
        language="hi",
        status=RecordStatus.DRAFT,
        version=1,
        created_at=START,
        created_by="p-1",
        updated_at=START,
    )
    return replace(record, **changes)


def sealed(record: Record) -> Record:
    return replace(
        record, status=RecordStatus.SEALED, sealed_at=START, sealed_by="p-1", content_sha256="ab" * 32
    )


def a_person(code: str = "V-001", **changes) -> Person:
    person = Person(
        id=f"person {code}",
        case_id="GKP/2026/0001",
        code=code,
        role={"V": PersonRole.VICTIM, "S": PersonRole.SUSPECT, "W": PersonRole.WITNESS}[code[0]],
        is_child=None,
        record_id="r-1",
        row=int(code[2:]),
    )
    return replace(person, **changes)


def an_attachment(code: str = "A-1", **changes) -> Attachment:
    attachment = Attachment(
        id=f"attachment {code}",
        case_id="GKP/2026/0001",
        code=code,
        media_type="image/jpeg",
        size=12345,
        sha256="cd" * 32,
        pages=1,
        added_at=START,
        added_by="p-1",
    )
    return replace(attachment, **changes)


@contextmanager
def working(database, **options) -> Iterator[UnitOfWork]:
    """A unit of work that ends with a note, for tests to which the note does not matter."""
    with UnitOfWork(database, clock=Clock(), person_id="p-1", **options) as work:
        yield work
        work.note(Action.RECORD_SAVED)


def keep_form(work: UnitOfWork) -> None:
    work.forms.add(KeptForm("rescue_report", "1", FORM, {"en": "Rescue report"}, "", START), b"<xform/>")


def keep_case(database, case: Case | None = None) -> Case:
    """Keep a case and the form its records are filled with."""
    case = case or a_case()
    with working(database) as work:
        keep_form(work)
        work.cases.add(case, b"wrapped key", b"sealed summary")
    return case

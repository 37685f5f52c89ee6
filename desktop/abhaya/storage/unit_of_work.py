"""One change to the station: rows and their audit entry in the same transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import TracebackType

from abhaya.cases.audit_entry import Action
from abhaya.storage.attachment_repository import AttachmentRepository
from abhaya.storage.audit_log import AuditLog
from abhaya.storage.case_repository import CaseRepository
from abhaya.storage.clock_repository import ClockRepository
from abhaya.storage.database import Database
from abhaya.storage.departure_repository import DepartureRepository
from abhaya.storage.form_repository import FormRepository
from abhaya.storage.grant_repository import GrantRepository
from abhaya.storage.person_repository import PersonRepository
from abhaya.storage.record_repository import RecordRepository


class Reader:
    """The repositories, for reading outside a transaction; a change through them is an error."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.cases = CaseRepository(database)
        self.people = PersonRepository(database)
        self.records = RecordRepository(database)
        self.attachments = AttachmentRepository(database)
        self.forms = FormRepository(database)
        self.clocks = ClockRepository(database)
        self.departures = DepartureRepository(database)
        self.grants = GrantRepository(database)
        self.audit = AuditLog(database)


class UnitOfWork(Reader):
    """The repositories inside one transaction: ``with UnitOfWork(…) as work: …; work.note(…)``.

    Leaving commits; an exception keeps nothing; leaving with changes but without a note is an error.
    With ``sign`` (Ed25519 of the person) the transaction ends with a signed checkpoint of the audit log.
    """

    def __init__(
        self,
        database: Database,
        *,
        clock: Callable[[], datetime],
        person_id: str,
        sign: Callable[[bytes], bytes] | None = None,
    ) -> None:
        super().__init__(database)
        self._clock = clock
        self._person_id = person_id
        self._sign = sign
        self._transaction = database.transaction()
        self._changes_noted = 0

    def __enter__(self) -> UnitOfWork:
        self._transaction.__enter__()
        self._changes_noted = self.database.changes
        return self

    def note(self, action: Action, subject: str = "", detail: str = "") -> None:
        """Append the audit entry: which case, record or other id, and no answer and no name."""
        self.audit.append(self._clock(), self._person_id, action, subject, detail)
        self._changes_noted = self.database.changes

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._transaction.__exit__(kind, error, trace)
            return
        try:
            if self.database.changes != self._changes_noted:
                raise RuntimeError("a change without an audit entry")
            if self._sign is not None:
                self.audit.checkpoint(self._clock(), self._person_id, self._sign)
        except BaseException as problem:
            self._transaction.__exit__(type(problem), problem, problem.__traceback__)
            raise
        self._transaction.__exit__(None, None, None)

"""An unlocked station: what every workflow works with."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import asdict, replace
from datetime import date, datetime, timedelta, timezone

from abhaya.cases.attachment import Attachment, AttachmentLabel
from abhaya.cases.audit_entry import Action
from abhaya.cases.case import CaseFilter
from abhaya.errors import AbhayaError, Code
from abhaya.security.case_keys import Kind, context_of, seal, take_case, unseal, unwrap_with_identity
from abhaya.security.key_ring import KeyRing
from abhaya.security.permissions import Deed as Deed  # the window asks what a person may do
from abhaya.security.permissions import may
from abhaya.security.session import Session
from abhaya.station import Station, writer_lock
from abhaya.storage.database import Database, open_database
from abhaya.storage.search_index import SearchIndex
from abhaya.storage.unit_of_work import Reader, UnitOfWork
from abhaya.workflows.form_shelf import FormShelf
from abhaya_forms.engine.form_entry import FormEntry

INDIA = timezone(timedelta(hours=5, minutes=30), "IST")
"""Indian Standard Time: every station's wall clock."""


class Desk:
    """One person's unlocked station.

    ``suspend`` and ``resume`` are the lock: the keys and the connection are gone in between, while forms
    that were being filled stay in the window and are saved again once the same person is back.
    """

    def __init__(
        self, station: Station, ring: KeyRing, session: Session, clock: Callable[[], datetime]
    ) -> None:
        """Take the station's writer lock and open its database.

        Raises STATION_IN_USE, DATABASE_DAMAGED, DATABASE_NEWER, DISK_FULL, READ_ONLY_FOLDER.
        """
        self.station = station
        self.ring = ring
        self.clock = clock
        self._held = ExitStack()
        try:
            self._held.enter_context(writer_lock(station, session.display_name))
            self._open(session)
        except BaseException:
            session.close()
            self._held.close()
            raise

    def _open(self, session: Session) -> None:
        salt = self.ring.database_salt
        self.session = session
        self._case_keys: dict[str, bytes] = {}
        self._database: Database | None = open_database(self.station.database, session.station_key, salt)
        self.reader = Reader(self._database)
        self.forms = FormShelf(self.reader)
        self._index: SearchIndex | None = None
        self.entries: dict[str, tuple[datetime, FormEntry]] = {}
        """Records read, by id, each as it was at that moment: to be looked at, never to be changed."""

    # -- the person

    @property
    def person_id(self) -> str:
        """Who is at the desk."""
        return self.session.person_id

    def may(self, deed: Deed) -> bool:
        """Say whether this person's office allows ``deed``."""
        return may(self.session.role, deed)

    def require(self, deed: Deed) -> None:
        """Raise NOT_PERMITTED unless this person's office allows ``deed``."""
        if not self.may(deed):
            raise AbhayaError(Code.NOT_PERMITTED)

    def narrowed(self, case_filter: CaseFilter) -> CaseFilter:
        """Return the filter cut down to the cases this person can open at all."""
        if self.session.identity_key is not None:
            return case_filter
        granted = set(self.reader.grants.of_person(self.person_id))
        ids = granted if case_filter.ids is None else granted & set(case_filter.ids)
        return replace(case_filter, ids=tuple(sorted(ids)))

    def name_of(self, person_id: str) -> str:
        """Return the display name of somebody who works or worked here.

        The id itself when an older copy of the key file, put back for a damaged one, does not know them.
        """
        try:
            return self.ring.person(person_id).display_name
        except AbhayaError:
            return person_id

    def local_date(self) -> date:
        """Return today's date in India."""
        return self.clock().astimezone(INDIA).date()

    def local_clock(self) -> datetime:
        """Return the time in India; the clock of the forms."""
        return self.clock().astimezone(INDIA)

    # -- keys

    @property
    def identity_key(self) -> bytes:
        """The key that opens every case; raises NOT_PERMITTED for who does not hold it."""
        key = self.session.identity_key
        if key is None:
            raise AbhayaError(Code.NOT_PERMITTED)
        return key

    def case_key(self, case_id: str) -> bytes:
        """Return the key of one case; raises NOT_PERMITTED for who holds neither identity key nor grant."""
        if case_id not in self._case_keys:
            self._case_keys[case_id] = self._take_case_key(case_id)
        return self._case_keys[case_id]

    def _take_case_key(self, case_id: str) -> bytes:
        if self.session.identity_key is not None:
            return unwrap_with_identity(self.reader.cases.key_of(case_id), self.identity_key, case_id)
        granted = self.reader.grants.of_person(self.person_id).get(case_id)
        if granted is None:
            raise AbhayaError(Code.NOT_PERMITTED)
        return take_case(granted, self.session.card, self.session.exchange_key, case_id)

    def seal(self, kind: Kind, case_id: str, item_id: str, plain: bytes) -> bytes:
        """Seal something of a case under the case's key."""
        return seal(self.case_key(case_id), plain, context_of(kind, case_id, item_id))

    def unseal(self, kind: Kind, case_id: str, item_id: str, sealed: bytes) -> bytes:
        """Return what ``seal`` sealed; raises SEAL_BROKEN."""
        return unseal(self.case_key(case_id), sealed, context_of(kind, case_id, item_id))

    def seal_label(self, attachment: Attachment, label: AttachmentLabel) -> bytes:
        """Seal what people call an attachment."""
        plain = json.dumps(asdict(label), ensure_ascii=False).encode()
        return self.seal(Kind.ATTACHMENT_LABEL, attachment.case_id, attachment.id, plain)

    def attachment_label(self, attachment: Attachment) -> AttachmentLabel:
        """Return what people call an attachment."""
        sealed = self.reader.attachments.label_of(attachment.id)
        plain = self.unseal(Kind.ATTACHMENT_LABEL, attachment.case_id, attachment.id, sealed)
        return AttachmentLabel(**json.loads(plain))

    # -- storage

    @property
    def database(self) -> Database:
        """The open database; raises RuntimeError while the desk is locked."""
        if self._database is None:
            raise RuntimeError("the desk is locked")
        return self._database

    @property
    def index(self) -> SearchIndex:
        """The search index, opened when first needed; raises NOT_PERMITTED without the identity key."""
        if self._index is None:
            self._index = SearchIndex(self.station.search, self.identity_key, self.ring.database_salt)
        return self._index

    def work(self, *, signed: bool = False) -> UnitOfWork:
        """Begin a change; ``signed`` ends it with a checkpoint of the trail in this person's name."""
        sign = self.session.signing_key.sign if signed else None
        return UnitOfWork(self.database, clock=self.clock, person_id=self.person_id, sign=sign)

    # -- the lock

    @property
    def locked(self) -> bool:
        """Whether the keys are gone."""
        return self._database is None

    def suspend(self) -> None:
        """Lock: forget every key and close the connection; the station stays held."""
        if self._database is None:
            return
        with suppress(AbhayaError), self.work(signed=True) as work:  # a full disk must not keep it open
            work.note(Action.LOCKED)
        self._forget()

    def resume(self, passphrase: str) -> None:
        """Unlock again for the same person; raises as ``KeyRing.unlock``.

        Where work went on behind the lock, so that ``suspend`` was put off, it only tries the passphrase.
        """
        session = self.ring.unlock(self.person_id, passphrase, self.clock())
        if not self.locked:
            session.close()
            return
        try:
            self._open(session)
        except BaseException:
            session.close()
            raise
        with suppress(AbhayaError), self.work() as work:  # a full disk must not keep unsaved words locked up
            work.note(Action.UNLOCKED)

    def close(self) -> None:
        """Lock and let go of the station; a second call does nothing."""
        try:
            self.suspend()
        finally:
            self._forget()
            self._held.close()

    def _forget(self) -> None:
        if self._index is not None:
            self._index.close()
            self._index = None
        if self._database is not None:
            self._database.close()
            self._database = None
        self._case_keys.clear()
        self.entries.clear()
        self.session.close()

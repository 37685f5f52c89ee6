"""Keep a photo or a scanned document with a case."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from abhaya.cases.attachment import Attachment, AttachmentLabel, CustodyEntry
from abhaya.cases.audit_entry import Action
from abhaya.cases.media_type import HEAD, media_type_named, media_type_of
from abhaya.errors import AbhayaError, Code
from abhaya.export.annexure_check import inspect
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.storage import attachment_store
from abhaya.workflows.desk import Desk

LARGEST = 100 * 1024 * 1024
"""Bytes of one attachment; larger originals stay on their medium as exhibits."""


class AttachingStoppedError(Exception):
    """The person stopped the work; nothing of it was kept."""


def attach(
    desk: Desk,
    case_id: str,
    path: Path,
    caption: str = "",
    record_id: str = "",
    progress: Callable[[int, int], bool] | None = None,
) -> Attachment:
    """Keep the file with the case; its SHA-256 is taken before anything else is done with it.

    ``progress(bytes done, bytes in all)`` stops the work by returning False (AttachingStoppedError).
    Raises NOT_PERMITTED, NO_SUCH_CASE, NO_SUCH_RECORD, FILE_NOT_FOUND, FILE_EMPTY, FILE_TOO_LARGE,
    FILE_KIND_UNKNOWN, FILE_KIND_DIFFERS, PDF_BROKEN, PDF_PROTECTED, IMAGE_BROKEN, DISK_FULL and
    READ_ONLY_FOLDER.
    """
    desk.require(Deed.ATTACH_FILE)
    desk.case_key(case_id)  # before the work: may this person open the case at all?
    if record_id and desk.reader.records.get(record_id).case_id != case_id:
        raise AbhayaError(Code.NO_SUCH_RECORD)
    try:
        with path.open("rb") as source:
            size = path.stat().st_size
            media_type = _checked_kind(path.name, source.read(HEAD), size)
            source.seek(0)
            pages = inspect(source, media_type).pages
            source.seek(0)
            stored = attachment_store.write(
                desk.station.attachments, secrets.token_hex(16), source, _reporter(size, progress)
            )
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
    label = AttachmentLabel(_as_text(path.name), _as_text(caption))
    try:
        return _keep(desk, case_id, stored, media_type, pages, label, record_id)
    except BaseException:
        attachment_store.remove(desk.station.attachments, stored.id)
        raise


def open_attachment(desk: Desk, attachment_id: str) -> BinaryIO:
    """Return a seekable stream of the original; that it was looked at is on the trail and in its custody."""
    desk.require(Deed.READ_CASE)
    stream = read_attachment(desk, desk.reader.attachments.get(attachment_id))
    _note(desk, attachment_id, Action.ATTACHMENT_READ)
    return stream


def read_attachment(desk: Desk, attachment: Attachment) -> BinaryIO:
    """Return a seekable stream of the original; nothing plain is on disk.  Raises ATTACHMENT_DAMAGED."""
    sealed = desk.reader.attachments.key_of(attachment.id)
    secret = desk.unseal(Kind.ATTACHMENT_KEY, attachment.case_id, attachment.id, sealed)
    return attachment_store.open_reader(desk.station.attachments, attachment.id, secret, attachment.code)


def _checked_kind(name: str, head: bytes, size: int) -> str:
    if size == 0:
        raise AbhayaError(Code.FILE_EMPTY)
    if size > LARGEST:
        raise AbhayaError(Code.FILE_TOO_LARGE, megabytes=-(-size // 2**20), limit=LARGEST // 2**20)
    found, named = media_type_of(head), media_type_named(name)
    if named and found != named:
        raise AbhayaError(Code.FILE_KIND_DIFFERS, named=named, found=found or "?")
    if not found:
        raise AbhayaError(Code.FILE_KIND_UNKNOWN)
    return found


def _as_text(name: str) -> str:
    """Return what can be kept of a name; those on old sticks may be no text at all."""
    return name.encode("utf-8", "replace").decode()


def _reporter(size: int, progress: Callable[[int, int], bool] | None) -> Callable[[int], None]:
    def report(done: int) -> None:
        if progress is not None and not progress(done, size):
            raise AttachingStoppedError

    return report


def _keep(
    desk: Desk,
    case_id: str,
    stored: attachment_store.StoredFile,
    media_type: str,
    pages: int,
    label: AttachmentLabel,
    record_id: str,
) -> Attachment:
    now = desk.clock()
    with desk.work() as work:
        attachment = Attachment(
            id=stored.id,
            case_id=case_id,
            code=work.attachments.next_code(case_id),
            media_type=media_type,
            size=stored.size,
            sha256=stored.sha256,
            pages=pages,
            added_at=now,
            added_by=desk.person_id,
            record_id=record_id,
        )
        sealed_key = desk.seal(Kind.ATTACHMENT_KEY, case_id, stored.id, stored.secret)
        work.attachments.add(attachment, desk.seal_label(attachment, label), sealed_key)
        work.attachments.add_custody(CustodyEntry(stored.id, now, desk.person_id, Action.ATTACHMENT_ADDED))
        work.cases.touch(case_id, now)
        work.note(Action.ATTACHMENT_ADDED, stored.id, stored.sha256)
    return attachment


def _note(desk: Desk, attachment_id: str, action: Action) -> None:
    with desk.work() as work:
        work.attachments.add_custody(CustodyEntry(attachment_id, desk.clock(), desk.person_id, action))
        work.note(action, attachment_id)

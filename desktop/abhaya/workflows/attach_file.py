"""Keep a photo, a scanned document, a sound or a film with a case."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path, PurePath
from typing import BinaryIO

from abhaya.cases.attachment import Attachment, AttachmentLabel, CustodyEntry
from abhaya.cases.audit_entry import Action
from abhaya.cases.media_type import accepted, kind_of, media_type_of, media_types_named
from abhaya.errors import AbhayaError, Code
from abhaya.export.annexure_check import inspect
from abhaya.security.case_keys import Kind
from abhaya.security.permissions import Deed
from abhaya.storage import attachment_store
from abhaya.workflows.desk import Desk

LARGEST, LARGEST_RECORDING = 100 * 2**20, 2**30
"""Bytes of one attachment; larger originals stay on their medium as exhibits.

Photos and papers are opened whole to be shown and printed.  Sound and film only stream through: the limit is
the size up to which attaching is measured to be quick and to need little memory.
"""


class AttachingStoppedError(Exception):
    """The person stopped the work; nothing of it was kept."""


def attach(
    desk: Desk,
    case_id: str,
    path: Path,
    caption: str = "",
    record_id: str = "",
    progress: Callable[[int, int], bool] | None = None,
    asked: str = "",
) -> Attachment:
    """Keep the file with the case, as ``attach_stream`` does; raises also FILE_NOT_FOUND."""
    try:
        source = path.open("rb")
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
    label = AttachmentLabel(_as_text(path.name), _as_text(caption))
    with source:
        return attach_stream(desk, case_id, source, label, record_id, progress, asked)


def attach_stream(
    desk: Desk,
    case_id: str,
    source: BinaryIO,
    label: AttachmentLabel,
    record_id: str = "",
    progress: Callable[[int, int], bool] | None = None,
    asked: str = "",
) -> Attachment:
    """Keep what a seekable stream holds; its SHA-256 is taken before anything else is done with it.

    ``progress(bytes done, bytes in all)`` stops the work by returning False (AttachingStoppedError);
    ``asked`` is the kind of file a question takes, as in XForms: ``image/*``.
    Raises NOT_PERMITTED, NO_SUCH_CASE, NO_SUCH_RECORD, FILE_EMPTY, FILE_TOO_LARGE, FILE_KIND_UNKNOWN,
    FILE_KIND_DIFFERS, FILE_KIND_NOT_ASKED, PDF_BROKEN, PDF_PROTECTED, IMAGE_BROKEN, DISK_FULL,
    READ_ONLY_FOLDER, and FILE_NOT_FOUND for a medium that was pulled out.
    """
    desk.require(Deed.ATTACH_FILE)
    desk.case_key(case_id)  # before the work: may this person open the case at all?
    if record_id and desk.reader.records.get(record_id).case_id != case_id:
        raise AbhayaError(Code.NO_SUCH_RECORD)
    try:
        size = source.seek(0, os.SEEK_END)
        media_type = _checked_kind(label.original_name, source, size, asked)
        pages = inspect(source, media_type).pages
        source.seek(0)
        stored = attachment_store.write(
            desk.station.attachments, secrets.token_hex(16), source, _reporter(size, progress)
        )
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
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


def _checked_kind(name: str, source: BinaryIO, size: int, asked: str) -> str:
    if size == 0:
        raise AbhayaError(Code.FILE_EMPTY)
    found, named = media_type_of(source), media_types_named(name)
    if named and found not in named:
        raise AbhayaError(Code.FILE_KIND_DIFFERS, named=PurePath(name).suffix, found=found or "?")
    if not found:
        raise AbhayaError(Code.FILE_KIND_UNKNOWN)
    limit = LARGEST_RECORDING if kind_of(found) in ("audio", "video") else LARGEST
    if size > limit:
        raise AbhayaError(Code.FILE_TOO_LARGE, megabytes=-(-size // 2**20), limit=limit // 2**20)
    if found not in accepted(asked):
        raise AbhayaError(Code.FILE_KIND_NOT_ASKED, found=found)
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

"""Save a plain copy of a recording, to be played elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from abhaya.cases.attachment import Attachment, CustodyEntry
from abhaya.cases.audit_entry import Action
from abhaya.cases.media_type import ending_of
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.workflows.attach_file import read_attachment
from abhaya.workflows.desk import Desk
from abhaya.workflows.leaving_file import write_leaving

_PIECE = 2**20


class SavingStoppedError(Exception):
    """The work was stopped; nothing of the copy is left."""


def copy_name(case_number: str, attachment: Attachment) -> str:
    """Return a name for the copy that tells nobody's identity."""
    return f"{case_number.replace('/', '-')}-{attachment.code}.{ending_of(attachment.media_type)}"


def save_copy(
    desk: Desk, attachment_id: str, path: Path, progress: Callable[[int, int], bool] | None = None
) -> None:
    """Write the original bytes to ``path``, in place of what may stand there.

    The trail and the custody tell of the copy before it has its name, so that none leaves unnoted; where it
    went is not told.  ``progress(bytes done, bytes in all)`` stops the work by returning False
    (SavingStoppedError).  Raises NOT_PERMITTED, ATTACHMENT_DAMAGED, FILE_NOT_FOUND, DISK_FULL and
    READ_ONLY_FOLDER; nothing is left behind then.
    """
    desk.require(Deed.EXPORT_BUNDLE)
    attachment = desk.reader.attachments.get(attachment_id)
    write_leaving(path, lambda out: _write(desk, attachment, out, progress), lambda: _note(desk, attachment))


def _write(
    desk: Desk, attachment: Attachment, out: BinaryIO, progress: Callable[[int, int], bool] | None
) -> None:
    digest = hashlib.sha256()
    with read_attachment(desk, attachment) as source:
        while piece := source.read(_PIECE):
            digest.update(piece)
            out.write(piece)
            if progress is not None and not progress(out.tell(), attachment.size):
                raise SavingStoppedError
    if digest.hexdigest() != attachment.sha256:
        raise AbhayaError(Code.ATTACHMENT_DAMAGED, code=attachment.code)


def _note(desk: Desk, attachment: Attachment) -> None:
    with desk.work(signed=True) as work:
        work.attachments.add_custody(
            CustodyEntry(attachment.id, desk.clock(), desk.person_id, Action.ATTACHMENT_COPIED)
        )
        work.note(Action.ATTACHMENT_COPIED, attachment.id, attachment.sha256)

"""The form definitions that records were filled with, kept for ever."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from abhaya.errors import AbhayaError, Code
from abhaya.storage.database import Database
from abhaya.storage.moment import from_text, to_text


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A kept definition; ``titles`` by language code.

    ``imported_by`` (a person's id) and ``approved_by`` (name and office of who answers for it) are empty for
    a shipped form.
    """

    form_id: str
    version: str
    sha256: str
    titles: Mapping[str, str]
    imported_by: str
    imported_at: datetime
    approved_by: str = ""


_COLUMNS = "form_id, version, sha256, titles, imported_by, imported_at, approved_by"


class FormRepository:
    """Definitions by the SHA-256 (hex) of their XForm bytes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, form: KeptForm, xform: bytes) -> None:
        """Keep a definition; again the same is no change.

        Raises FORM_CHANGED when this version of the form is kept with other content.
        """
        version = (form.form_id, form.version)
        rows = self._database.query("select sha256 from forms where form_id = ? and version = ?", version)
        if rows and rows[0][0] != form.sha256:
            raise AbhayaError(Code.FORM_CHANGED, form=form.form_id, version=form.version)
        if not rows:
            titles, at = json.dumps(dict(form.titles)), to_text(form.imported_at)
            self._database.change(
                f"insert into forms ({_COLUMNS}, xform) values (?, ?, ?, ?, ?, ?, ?, ?)",
                (*version, form.sha256, titles, form.imported_by, at, form.approved_by, xform),
            )

    def get(self, sha256: str) -> bytes:
        """Return the XForm bytes; raises NO_SUCH_FORM."""
        rows = self._database.query("select xform from forms where sha256 = ?", (sha256,))
        if not rows:
            raise AbhayaError(Code.NO_SUCH_FORM)
        return bytes(rows[0][0])

    def list(self) -> list[KeptForm]:
        """Return all kept definitions by form id, the newest first."""
        rows = self._database.query(f"select {_COLUMNS} from forms order by form_id, imported_at desc")
        return [
            KeptForm(form_id, version, sha256, json.loads(titles), by, from_text(at), approved_by)
            for form_id, version, sha256, titles, by, at, approved_by in rows
        ]

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
    """A kept definition; ``titles`` by language code; ``imported_by`` is empty for a shipped form."""

    form_id: str
    version: str
    sha256: str
    titles: Mapping[str, str]
    imported_by: str
    imported_at: datetime


class FormRepository:
    """Definitions by the SHA-256 (hex) of their XForm bytes."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        form_id: str,
        version: str,
        sha256: str,
        xform: bytes,
        titles: Mapping[str, str],
        imported_by: str,
        at: datetime,
    ) -> None:
        """Keep a definition; again the same is no change.

        Raises FORM_CHANGED when this version of the form is kept with other content.
        """
        rows = self._database.query(
            "select sha256 from forms where form_id = ? and version = ?", (form_id, version)
        )
        if rows and rows[0][0] != sha256:
            raise AbhayaError(Code.FORM_CHANGED, form=form_id, version=version)
        if not rows:
            self._database.change(
                "insert into forms (form_id, version, sha256, titles, imported_by, imported_at, xform)"
                " values (?, ?, ?, ?, ?, ?, ?)",
                (form_id, version, sha256, json.dumps(dict(titles)), imported_by, to_text(at), xform),
            )

    def get(self, sha256: str) -> bytes:
        """Return the XForm bytes; raises NO_SUCH_FORM."""
        rows = self._database.query("select xform from forms where sha256 = ?", (sha256,))
        if not rows:
            raise AbhayaError(Code.NO_SUCH_FORM)
        return bytes(rows[0][0])

    def list(self) -> list[KeptForm]:
        """Return all kept definitions by form id, the newest first."""
        rows = self._database.query(
            "select form_id, version, sha256, titles, imported_by, imported_at from forms"
            " order by form_id, imported_at desc"
        )
        return [
            KeptForm(form_id, version, sha256, json.loads(titles), imported_by, from_text(imported_at))
            for form_id, version, sha256, titles, imported_by, imported_at in rows
        ]

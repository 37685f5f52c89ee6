"""Print a form empty, to be filled by hand when there is no power."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from abhaya.errors import AbhayaError, Code
from abhaya.station import disk_trouble
from abhaya.workflows.desk import Desk
from abhaya_forms.engine.form_definition import FormDefinition


@dataclass(frozen=True, slots=True)
class EmptyPrint:
    """A finished PDF in memory; nothing in it is secret before it is filled."""

    pages: int
    data: bytes = field(repr=False)


def print_empty(
    definition: FormDefinition, title: str, language: str, at: datetime, rows: int | None = None
) -> EmptyPrint:
    """Lay out a form in ``language`` (ISO 639-1), with so many rows in each repeat; ``at`` is aware."""
    from abhaya.export.empty_form import EmptyForm, write_empty_form  # loads slower than the window

    out = io.BytesIO()
    pages = write_empty_form(EmptyForm(definition, title, language, at, rows), out)
    return EmptyPrint(pages, out.getvalue())


def print_empty_of_station(desk: Desk, sha256: str, language: str) -> EmptyPrint:
    """Lay out a form of the station's shelf.  Raises NO_SUCH_FORM, SEAL_BROKEN."""
    line = desk.forms.find(sha256)
    title = line.titles.get(language) or line.form_id
    return print_empty(desk.forms.definition(sha256), title, language, desk.local_clock())


def save_empty(printed: EmptyPrint, path: Path, *, replace: bool = False) -> None:
    """Write the file.  Raises FILE_EXISTS, FILE_NOT_FOUND, DISK_FULL and READ_ONLY_FOLDER."""
    if path.exists() and not replace:
        raise AbhayaError(Code.FILE_EXISTS)
    with disk_trouble():
        try:
            path.write_bytes(printed.data)
        except FileNotFoundError as error:
            raise AbhayaError(Code.FILE_NOT_FOUND) from error

"""Form sources as spreadsheets, the way UN, NGO and legal-aid people keep them."""

from __future__ import annotations

import warnings
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.rows import SHEETS, FormSource, sheet_of

LARGEST_FILE = 10 * 2**20
"""Bytes of a spreadsheet that is still read."""

LARGEST_UNPACKED = 30 * 2**20
"""Bytes a spreadsheet may grow to when unpacked: a small file can be made to fill the memory."""


def read_spreadsheet(data: bytes, name: str) -> FormSource:
    """Return the form in ``data`` (.xlsx, .xls, Markdown or CSV tables), as its author wrote it.

    Raises FormError when it is none of them, or too large to be a form.
    """
    from pyxform.xls2json_backends import DefinitionData, get_xlsform

    try:
        _refuse_giants(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells of decorations it drops
            workbook: DefinitionData = get_xlsform(data)
    except FormError:
        raise
    except Exception as error:  # a hostile file can make the readers raise anything
        duplicate = _duplicate_head(str(error))
        raise FormError((duplicate or Finding("not_a_spreadsheet"),)) from error
    heads = {sheet: getattr(workbook, f"{sheet}_header") for sheet in SHEETS}
    return FormSource(
        name,
        {sheet: sheet_of(getattr(workbook, sheet) or (), heads[sheet][0] if heads[sheet] else ())
         for sheet in SHEETS if getattr(workbook, sheet) is not None},
    )  # fmt: skip


def _refuse_giants(data: bytes) -> None:
    if len(data) > LARGEST_FILE:
        raise FormError((Finding("too_large"),))
    if is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > LARGEST_UNPACKED:
            raise FormError((Finding("too_large"),))


def _duplicate_head(message: str) -> Finding | None:
    _, said, column = message.partition("Duplicate column header: ")
    return Finding("duplicate_column", {"text": column}, row=1, column=column) if said else None


def write_spreadsheet(source: FormSource) -> bytes:
    """Return ``source`` as an .xlsx workbook; reading it again gives the same source."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for name, sheet in source.sheets.items():
        page = book.create_sheet(name)
        page.freeze_panes = "A2"
        page.append(sheet.columns)
        for number, cells in enumerate(sheet.table(), 2):
            for at, column in enumerate(sheet.columns, 1):
                if column in cells:
                    cell = page.cell(number, at, cells[column])
                    cell.data_type = "s"  # a constraint such as "=1" is text, not a formula
    out = BytesIO()
    book.save(out)
    return out.getvalue()

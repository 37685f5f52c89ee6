"""A form as people write it, in a file."""

from __future__ import annotations

from pathlib import Path

from abhaya_forms.rows import FormSource
from abhaya_forms.spreadsheet import read_spreadsheet, write_spreadsheet
from abhaya_forms.xform_source import read_xform, write_xform
from abhaya_forms.yaml_source import read_yaml, write_yaml

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".md", ".csv")
"""Endings of the files that other tools write."""

XFORMS = (".xml", ".xform")
"""Endings of the files that other programs fill."""


def read_source(path: Path) -> FormSource:
    """Read a form from YAML (``.yaml``), from one of SPREADSHEETS or of XFORMS.

    Raises FormError when the file is no form, and OSError when it cannot be read at all.
    """
    ending = path.suffix.lower()
    read = read_spreadsheet if ending in SPREADSHEETS else read_xform if ending in XFORMS else read_yaml
    return read(path.read_bytes(), path.stem)


def write_source(source: FormSource, path: Path) -> None:
    """Write a form as a workbook (``.xlsx``), as one of XFORMS or else as YAML.

    Raises FormError when an XForm cannot be made of it, and OSError when the file cannot be written.
    """
    ending = path.suffix.lower()
    if ending == ".xlsx":
        path.write_bytes(write_spreadsheet(source))
    else:
        path.write_bytes(write_xform(source) if ending in XFORMS else write_yaml(source).encode())

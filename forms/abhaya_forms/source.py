"""A form as people write it, in a file."""

from __future__ import annotations

from pathlib import Path

from abhaya_forms.rows import FormSource
from abhaya_forms.spreadsheet import read_spreadsheet, write_spreadsheet
from abhaya_forms.yaml_source import read_yaml, write_yaml

SPREADSHEETS = (".xlsx", ".xlsm", ".xls", ".md", ".csv")
"""Endings of the files that other tools write."""


def read_source(path: Path) -> FormSource:
    """Read a form from YAML (``.yaml``) or from one of SPREADSHEETS.

    Raises FormError when the file is no form, and OSError when it cannot be read at all.
    """
    read = read_spreadsheet if path.suffix.lower() in SPREADSHEETS else read_yaml
    return read(path.read_bytes(), path.stem)


def write_source(source: FormSource, path: Path) -> None:
    """Write a form as a workbook (``.xlsx``) or else as YAML; raises OSError when it cannot be written."""
    workbook = path.suffix.lower() == ".xlsx"
    path.write_bytes(write_spreadsheet(source) if workbook else write_yaml(source).encode())

"""Small form sources, and the forms that others wrote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from abhaya_forms.rows import FormSource, sheet_of
from abhaya_forms.source import read_source
from support.source_tree import CHECKOUT

OUTSIDE_FORMS = CHECKOUT / "tests/data/outside_forms"
RESCUE_REPORT = CHECKOUT / "forms/abhaya_forms/definitions/rescue/rescue_report.yaml"
NAME = {"type": "text", "name": "full_name", "label": "Full name"}


def form(
    *survey: Mapping[str, str],
    choices: Iterable[Mapping[str, str]] = (),
    settings: Mapping[str, str] = {"form_id": "small", "version": "1"},
) -> FormSource:
    """Return a form with these survey rows; the first has number 2, as in a spreadsheet."""
    sheets = {"survey": sheet_of(survey), "settings": sheet_of([settings])}
    if choices:
        sheets["choices"] = sheet_of(choices)
    return FormSource("small", sheets)


def choice(list_name: str, name: str, **more: str) -> dict[str, str]:
    """Return a row of the choices sheet."""
    return {"list_name": list_name, "name": name, "label": name.title(), **more}


def outside_form(name: str) -> FormSource:
    """Return a form that others wrote."""
    return read_source(OUTSIDE_FORMS / name)

"""Forms of a few questions, answered, and the words of what is printed of them."""

from __future__ import annotations

from collections.abc import Mapping

from abhaya_forms.compile import compile_form
from abhaya_forms.engine import FormEntry, load_form
from support.form_sources import form
from support.printed_case import local_clock

SETTINGS = {"form_id": "small", "version": "1", "namespaces": 'abhaya="urn:abhaya:forms:1"'}
MASK, PRINT = "bind::abhaya:mask", "bind::abhaya:print"


def entry(
    *survey: Mapping[str, str], choices: tuple[Mapping[str, str], ...] = (), **answers: str
) -> FormEntry:
    """Return an entry of a form with these rows, answered by path with ``__`` for ``/``."""
    compiled = compile_form(form(*survey, choices=choices, settings=SETTINGS))
    filled = FormEntry(load_form(compiled.xform), clock=local_clock)
    for path, value in answers.items():
        filled.set_answer("/data/" + path.replace("__", "/"), value)
    return filled


def question(name: str, kind: str = "text", **columns: str) -> dict[str, str]:
    """Return a survey row whose label is its name in capitals."""
    return {"type": kind, "name": name, "label": name.upper()} | columns


def said(words) -> list[str]:
    """Return the texts of some words."""
    return [phrase.text for phrase in words]


def repeat(*inside: Mapping[str, str], **columns: str) -> list[Mapping[str, str]]:
    """Return a repeat ``people`` of some questions."""
    return [question("people", "begin_repeat", **columns), *inside, question("people", "end_repeat")]

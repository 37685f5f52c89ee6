"""Small XForms written out by hand, and entries of them at a fixed time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from random import Random
from xml.sax.saxutils import quoteattr

import pytest

from abhaya_forms.engine import Finding, FormEntry, FormError, load_form

INDIA = timezone(timedelta(hours=5, minutes=30))
NOW = datetime(2026, 11, 24, 2, 15, tzinfo=INDIA)
"""Early in the morning: in Greenwich it is still the day before."""

_NAMESPACES = (
    'xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" '
    'xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms" '
    'xmlns:abhaya="urn:abhaya:forms:1"'
)


def xform(instance: str, binds: str = "", body: str = "", *, model: str = "") -> bytes:
    """Return an XForm with ``instance`` inside ``<data>``; ``model`` are its lists, texts and actions."""
    primary = f'<instance><data id="small" version="7">{instance}</data></instance>'
    head = f"<h:head><h:title>Small</h:title><model>{primary}{model}{binds}</model></h:head>"
    return f"<h:html {_NAMESPACES}>{head}<h:body>{body}</h:body></h:html>".encode()


def bind(path: str, **attributes: str) -> str:
    """Return a bind; ``jr_preload`` stands for the attribute ``jr:preload``."""
    written = "".join(
        f" {name.replace('jr_', 'jr:').replace('abhaya_', 'abhaya:')}={quoteattr(value)}"
        for name, value in attributes.items()
    )
    return f'<bind nodeset="{path}"{written}/>'


def setvalue(event: str, path: str, value: str) -> str:
    """Return an action that sets ``path`` to the expression ``value``."""
    return f'<setvalue event="{event}" ref="{path}" value={quoteattr(value)}/>'


def questions(*paths: str) -> str:
    """Return an input for each path."""
    return "".join(f'<input ref="{path}"><label>{path}</label></input>' for path in paths)


def fill(
    form: bytes,
    answers: Mapping[str, str] = {},
    *,
    content: bytes | None = None,
    language: str | None = None,
    now: datetime = NOW,
) -> FormEntry:
    """Return an entry of the form with these answers."""
    entry = FormEntry(
        load_form(form), clock=lambda: now, random=Random(7), content=content, language=language
    )
    for path, value in answers.items():
        entry.set_answer(path, value)
    return entry


def calculated(expression: str, instance: str = "<a/><b/>", answers: Mapping[str, str] = {}) -> str:
    """Return what a calculation over the questions of ``instance`` stores."""
    names = [f"/data/{name}" for name in "ab" if f"<{name}" in instance]
    form = xform(f"{instance}<result/>", bind("/data/result", calculate=expression), questions(*names))
    return fill(form, answers).state("/data/result").value


def findings(form: bytes, files: Mapping[str, bytes] = {}) -> tuple[Finding, ...]:
    """Return why a form is refused."""
    with pytest.raises(FormError) as refused:
        load_form(form, files)
    return refused.value.findings

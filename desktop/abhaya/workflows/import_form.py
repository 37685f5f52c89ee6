"""Bring a form into the station that others wrote, and say what is wrong with it where it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from abhaya.cases.audit_entry import Action
from abhaya.errors import AbhayaError, Code
from abhaya.security.permissions import Deed
from abhaya.storage.form_repository import KeptForm
from abhaya.texts import LANGUAGES, Texts
from abhaya.workflows.desk import Desk
from abhaya.workflows.form_shelf import FormLine, form_line
from abhaya_forms.compile import CompiledForm, compile_form
from abhaya_forms.engine.finding import Finding, FormError
from abhaya_forms.engine.form_definition import load_form
from abhaya_forms.lint import check_form
from abhaya_forms.source import read_source
from abhaya_forms.trial_runs import trial_findings


@dataclass(frozen=True, slots=True)
class FormReport:
    """What a check found; ``compiled`` is None when the form cannot be used as it is."""

    findings: tuple[Finding, ...]
    compiled: CompiledForm | None


def check(path: Path, now: datetime) -> FormReport:
    """Compile the form, run the rules of the house over it, and fill it two hundred times at random.

    ``now`` is local time.  Raises FILE_NOT_FOUND.
    """
    try:
        source = read_source(path)
        compiled = compile_form(source)
        troubles = trial_findings(load_form(compiled.xform), now)
    except FormError as error:
        return FormReport(error.findings, None)
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
    return FormReport((*troubles, *check_form(source)), None if troubles else compiled)


@contextmanager
def refusals(texts: Texts) -> Iterator[None]:
    """Turn what is wrong with a form into FORM_REFUSED with a line for each finding."""
    try:
        yield
    except FormError as error:
        raise refused(error.findings, texts) from error
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error


def refused(findings: tuple[Finding, ...], texts: Texts) -> AbhayaError:
    """Return FORM_REFUSED with a line for each finding."""
    lines = tuple(finding_text(texts, finding) for finding in findings)
    return AbhayaError(Code.FORM_REFUSED, lines, count=len(lines))


def finding_text(texts: Texts, finding: Finding) -> str:
    """Say where the form is wrong, what is wrong and how to mend it."""
    place = [
        texts.say(f"form_check.place.{name}", **{name: value})
        for name in ("sheet", "row", "column", "question", "part")
        if (value := getattr(finding, name))
    ]
    values = {"path": finding.path, "expression": finding.expression, **finding.values}
    what = texts.say(f"form_check.finding.{finding.kind}", **values)
    return ", ".join(place) + ": " + what if place else what


def import_form(desk: Desk, form: CompiledForm, approved_by: str) -> FormLine:
    """Keep a checked form for this station; ``approved_by`` is who answers for it, by name and office.

    Raises NOT_PERMITTED, FORM_NEEDS_APPROVAL, FORM_ID_TAKEN when a form that comes with Abhaya has its id,
    FORM_CHANGED when this version is here with other content.
    """
    desk.require(Deed.IMPORT_FORM)
    if not approved_by.strip():
        raise AbhayaError(Code.FORM_NEEDS_APPROVAL)
    for line in desk.forms.lines():  # a shipped one is always offered first: this would never be seen
        if line.shipped and line.form_id == form.form_id and line.sha256 != form.sha256:
            raise AbhayaError(Code.FORM_ID_TAKEN, form=form.form_id)
    titles = dict.fromkeys(LANGUAGES, load_form(form.xform).title or form.form_id)
    kept = KeptForm(
        form.form_id, form.version, form.sha256, titles, desk.person_id, desk.clock(), approved_by.strip()
    )
    with desk.work(signed=True) as work:
        work.forms.add(kept, form.xform)
        work.note(Action.FORM_IMPORTED, form.sha256, form.form_id)
    return form_line(kept)

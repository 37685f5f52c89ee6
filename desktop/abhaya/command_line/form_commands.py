"""Commands about forms."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from abhaya.command_line.play import play
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.desk import INDIA
from abhaya.workflows.fill_form import available_forms
from abhaya.workflows.import_form import FormReport, check, finding_text, import_form, refusals, refused
from abhaya.workflows.print_empty_form import print_empty, save_empty
from abhaya_forms.catalogue import shipped_forms
from abhaya_forms.compile import CompiledForm, compile_form
from abhaya_forms.compile_catalogue import titles
from abhaya_forms.engine.form_definition import FormDefinition, load_form
from abhaya_forms.left_behind import left_behind
from abhaya_forms.source import XFORMS, read_source, write_source


def form_list(visit: Visit) -> None:
    """``abhaya form list``."""
    with visit.desk() as desk:
        forms = available_forms(desk)
    language = visit.texts.language
    visit.terminal.answer(
        [asdict(form) for form in forms],
        [f"{form.form_id} {form.version}  {form.titles.get(language, form.form_id)}" for form in forms],
    )


def form_check(visit: Visit) -> None:
    """``abhaya form check FILE``: every finding with sheet, row, column and remedy; needs no station."""
    report, form = _checked(visit)
    lines = [finding_text(visit.texts, finding) for finding in report.findings]
    found = [{**asdict(finding), "values": dict(finding.values)} for finding in report.findings]
    sentence = visit.texts.say(
        "command_line.form_good", form=form.form_id, version=form.version, count=len(lines)
    )
    visit.terminal.answer(
        {"form_id": form.form_id, "version": form.version, "sha256": form.sha256, "findings": found},
        (sentence, *lines),
    )


def form_convert(visit: Visit) -> None:
    """``abhaya form convert FILE --out FILE``: between YAML, XLSX and XForms (``.xml``), each way."""
    out: Path = visit.asked.out
    if out.exists():
        raise AbhayaError(Code.FILE_EXISTS)
    with refusals(visit.texts):
        source = read_source(visit.asked.file)
        write_source(source, out)
    left = left_behind(source, into_xform=out.suffix.lower() in XFORMS)
    lines = [finding_text(visit.texts, finding) for finding in left]
    told = visit.texts.say("command_line.form_converted", out=out)
    visit.terminal.answer({"out": str(out), "left_behind": lines}, (told, *lines))


def form_print(visit: Visit) -> None:
    """``abhaya form print FORM --out F``: empty, to be filled by hand; needs no station."""
    asked, language = visit.asked, visit.texts.language
    definition, title = _named(visit, language)
    at = visit.clock().astimezone(INDIA)
    printed = print_empty(definition, title, language, at, asked.copies_of_rows)
    save_empty(printed, asked.out)
    told = {"out": str(asked.out), "pages": printed.pages}
    visit.tell(told, "form_printed", out=asked.out, pages=printed.pages)


def form_play(visit: Visit) -> None:
    """``abhaya form play FILE --script S``: prints JSON whatever else was asked; needs no station."""
    script = _script(visit)
    visit.terminal.as_json = True
    visit.terminal.answer(play(_definition(visit), script, lambda: visit.clock().astimezone(INDIA)), ())


def form_import(visit: Visit) -> None:
    """``abhaya form import FILE --approved-by NAME``."""
    with visit.desk() as desk:
        form = import_form(desk, _checked(visit)[1], visit.asked.approved_by)
    visit.tell(asdict(form), "form_imported", form=form.form_id, version=form.version)


def _checked(visit: Visit) -> tuple[FormReport, CompiledForm]:
    """Raises FORM_REFUSED with a line for each finding."""
    report = check(visit.asked.file, visit.clock().astimezone(INDIA))
    if report.compiled is None:
        raise refused(report.findings, visit.texts)
    return report, report.compiled


def _named(visit: Visit, language: str) -> tuple[FormDefinition, str]:
    """A form that comes with Abhaya, by its id, or one in a file, with its title."""
    path: Path = visit.asked.file
    shipped = next((form for form in shipped_forms() if form.form_id == str(path)), None)
    if shipped:
        return load_form(shipped.xform()), shipped.titles[language]
    definition = _definition(visit)
    if path.suffix in XFORMS:
        return definition, definition.title
    return definition, titles(read_source(path))[language]


def _definition(visit: Visit) -> FormDefinition:
    path: Path = visit.asked.file
    with refusals(visit.texts):
        if path.suffix in XFORMS:
            return load_form(path.read_bytes())
        return load_form(compile_form(read_source(path)).xform)


def _script(visit: Visit) -> str:
    path: Path = visit.asked.script
    if str(path) == "-":
        return visit.terminal.rest()
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error

"""Commands about records."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path

from abhaya.cases.departure import Departure
from abhaya.cases.person import PersonRole
from abhaya.command_line.clock_commands import departure_lines, read_reasons
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.case_clocks import case_clocks, note_deadline
from abhaya.workflows.desk import Desk
from abhaya.workflows.enter_answers import Answer, enter_and_fill_in, enter_answers
from abhaya.workflows.enter_from_paper import enter_from_paper, named_paper
from abhaya.workflows.fill_form import Filling, open_record, start_record
from abhaya.workflows.open_case import find_case
from abhaya.workflows.seal_record import seal
from abhaya_forms.engine import Problem
from abhaya_forms.engine.form_entry import FormEntry


def record_start(visit: Visit) -> None:
    """``abhaya record start CASE FORM [--about CODE]``."""
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        form = desk.forms.find(visit.asked.form)
        filling = _begun(visit, desk, case.id, form.sha256)
    record = filling.record
    visit.tell({"record": record.id, "subject": record.subject}, "record_started", id=record.id)


def record_fill(visit: Visit) -> None:
    """``abhaya record fill CASE FORM --answers F.json``: paths and values, in order."""
    answers = _answers(visit.asked.answers)
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        form = desk.forms.find(visit.asked.form)
        tried = FormEntry(desk.forms.definition(form.sha256), clock=desk.local_clock)
        enter_answers(tried, answers)  # a path that leads nowhere must not leave a record behind
        filling = _begun(visit, desk, case.id, form.sha256)
        enter_and_fill_in(filling, answers)
        filling.save()
        note_deadline(desk, case.id, case_clocks(desk, case.id))
        problems = filling.entry.problems(to_seal=True)
    visit.tell(
        {"record": filling.record.id, "problems": [asdict(problem) for problem in problems]},
        "record_filled",
        id=filling.record.id,
        count=len(problems),
    )


def _begun(visit: Visit, desk: Desk, case_id: str, form_sha256: str) -> Filling:
    """Begin the record; a paper that is not named well leaves none behind."""
    paper = named_paper(desk, *_serial_and_day(visit.asked.paper)) if visit.asked.paper else None
    filling = start_record(desk, case_id, form_sha256, _language(visit), _about(visit))
    if paper:
        enter_from_paper(filling, paper)
    return filling


def _serial_and_day(named: list[str]) -> tuple[str, date]:
    try:
        return named[0], date.fromisoformat(named[1])
    except ValueError as error:
        raise AbhayaError(Code.USAGE, ("--paper SERIAL YYYY-MM-DD",)) from error


def _language(visit: Visit) -> str:
    return str(visit.asked.form_language or visit.texts.language)


def _about(visit: Visit) -> str | PersonRole:
    """Whom the record is about: a code, or a role for somebody new."""
    about = str(visit.asked.about)
    return PersonRole(about) if about in tuple(PersonRole) else about


def _answers(path: Path) -> dict[str, Answer]:
    try:
        answers = json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=_said_once)
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
    except (ValueError, RecursionError) as error:
        raise AbhayaError(Code.ANSWER_FILE_BROKEN) from error
    if not isinstance(answers, dict) or not all(_is_answer(value) for value in answers.values()):
        raise AbhayaError(Code.ANSWER_FILE_BROKEN)
    return answers


def _said_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("one path twice: one of the answers would be lost")
    return dict(pairs)


def _is_answer(value: object) -> bool:
    if isinstance(value, dict):
        return all(isinstance(part, str) for part in value.values())
    return isinstance(value, str)


def record_seal(visit: Visit) -> None:
    """``abhaya record seal RECORD``."""
    with visit.desk() as desk:
        filling = open_record(desk, visit.asked.record)
        unexplained: list[Departure] = []

        def reasons(told: Mapping[Departure, str]) -> Mapping[Departure, str]:
            given = read_reasons(visit.asked.reasons, told)
            unexplained.extend(found for found, said in told.items() if not given.get(found, said))
            return given

        try:
            record = seal(desk, filling, reasons)
        except AbhayaError as error:
            if error.code is not Code.RECORD_HAS_PROBLEMS:
                raise
            problems = filling.entry.problems(to_seal=True)
            lines = tuple(f"{problem.path}: {_said(visit, problem)}" for problem in problems)
            raise AbhayaError(error.code, lines, **error.values) from error
    sealed = visit.texts.say("command_line.record_sealed", hash=record.content_sha256)
    visit.terminal.answer(
        {"record": record.id, "sha256": record.content_sha256, "unexplained": [*map(asdict, unexplained)]},
        [sealed, *departure_lines(visit, unexplained)],
    )


def _said(visit: Visit, problem: Problem) -> str:
    kind = "required" if problem.kind == "required" else "constraint"
    return problem.message or visit.texts.say(f"form_view.wrong.{kind}")

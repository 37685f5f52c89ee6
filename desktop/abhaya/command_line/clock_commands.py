"""Commands about the deadlines of a case and the checks across its forms."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path

from abhaya.cases.clock import Clock
from abhaya.cases.departure import Departure
from abhaya.command_line.visit import Visit
from abhaya.errors import AbhayaError, Code
from abhaya.workflows.case_checks import case_findings
from abhaya.workflows.case_clocks import case_clocks, note_deadline
from abhaya.workflows.clock_words import ClockWords, departure_words, finding_words
from abhaya.workflows.decide_bail import BailDecision, decide_bail
from abhaya.workflows.fill_form import available_forms
from abhaya.workflows.open_case import find_case


def clocks(visit: Visit) -> None:
    """``abhaya case clocks CASE``."""
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        found = case_clocks(desk, case.id)
        note_deadline(desk, case.id, found)
        now = desk.local_clock()
    words = ClockWords(visit.texts, now)
    visit.terminal.answer([_clock(clock) for clock in found], list(_clock_lines(words, found)))


def _clock(clock: Clock) -> dict[str, object]:
    return {
        "clock": clock.rule.name,
        "person": clock.person,
        "state": clock.state,
        "started_at": clock.started_at.isoformat(),
        "due_at": clock.deadline.at.isoformat(),
        "due_day": clock.deadline.day.isoformat(),
        "met_at": clock.met_at.isoformat() if clock.met_at else None,
        "strict": clock.rule.strict,
        "draft": clock.draft,
        "verify": clock.rule.verify,
        "source": clock.rule.source,
    }


def _clock_lines(words: ClockWords, found: Iterable[Clock]) -> Iterator[str]:
    for clock in found:
        yield f"{words.state(clock)}: {words.what(clock)} ({words.whom(clock)})"
        yield f"  {words.due(clock)} · {words.left(clock)}"
        yield f"  {words.source(clock)}"


def check(visit: Visit) -> None:
    """``abhaya case check CASE``."""
    with visit.desk() as desk:
        found = case_findings(desk, find_case(desk, visit.asked.case).id)
        forms = available_forms(desk)
    say, language = visit.texts.say, visit.texts.language
    lines = [
        f"{'!' if finding.warning else '·'} {finding_words(finding, visit.texts, forms)}" for finding in found
    ]
    visit.terminal.answer(
        [asdict(finding) | {"sentence": finding.sentence(language)} for finding in found],
        [say("command_line.finding_count", count=len(found)), *lines],
    )


def bail(visit: Visit) -> None:
    """``abhaya case bail CASE --days 60|90 [--accused CODE]``; the reason by standard input."""
    with visit.desk() as desk:
        case = find_case(desk, visit.asked.case)
        reason = visit.terminal.rest().strip()
        decide_bail(desk, case.id, BailDecision(visit.asked.days, reason, visit.asked.accused))
        note_deadline(desk, case.id, case_clocks(desk, case.id))
    told = {"case": case.number, "accused": visit.asked.accused, "days": visit.asked.days}
    visit.tell(told, "bail_decided", days=visit.asked.days)


def read_reasons(path: Path | None, told: Iterable[Departure]) -> dict[Departure, str]:
    """Return the reasons in a JSON file by ``rule`` or ``rule person``, for what a record tells out of order.

    Raises FILE_NOT_FOUND, ANSWER_FILE_BROKEN.
    """
    if path is None:
        return {}
    try:
        given = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise AbhayaError(Code.FILE_NOT_FOUND) from error
    except (ValueError, RecursionError) as error:
        raise AbhayaError(Code.ANSWER_FILE_BROKEN) from error
    if not isinstance(given, dict) or not all(isinstance(reason, str) for reason in given.values()):
        raise AbhayaError(Code.ANSWER_FILE_BROKEN)
    return {found: given[key] for found in told if (key := f"{found.rule} {found.person}".strip()) in given}


def departure_lines(visit: Visit, told: Iterable[Departure]) -> list[str]:
    """Return a line for each step out of order, as a warning."""
    return [f"! {departure_words(found, visit.texts)} {found.person}".rstrip() for found in told]
